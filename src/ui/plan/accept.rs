//! Accepting a finding with a reason, and taking that back.

use leptos::prelude::*;

use crate::ui::dom::{Done, Handler, View, dynamic, el, flag, given, instead, nothing, pressed, text};
use wasm_bindgen::JsCast;

use crate::analysis::Located;
use crate::rules::acceptance::{self, Acceptance};
use crate::rules::{Finding, Severity};
use crate::ui::browser;
use crate::ui::says;
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Message, Words};

/// The key of the finding whose reason is asked for.
pub type Asked = RwSignal<Option<String>>;

fn button(class: &'static str, kind: &'static str, words: &'static str) -> crate::ui::dom::Made {
    el("button").class(class).attr("type", kind).child(words)
}

/// What can be done about a finding besides mending it: accept it, mark it as seen, or take that back.
pub fn act(space: Workspace, asked: Asked, located: &Located, key: &str) -> View {
    let rule = located.finding.rule;
    if let Some(Acceptance { entry, seen, .. }) = located.acceptance {
        let (words, done) = match seen {
            true => (&says::UNMARK, &says::UNMARKED),
            false => (&says::WITHDRAW, &says::WITHDRAWN),
        };
        return button("button plain", "button", space.say(words))
            .on(
                "click",
                pressed(move || write(space, done, rule.id, |root| acceptance::withdraw_edit(root, entry))),
            )
            .done();
    }
    if !acceptance::can_be_accepted(rule) {
        return nothing();
    }
    let words = match located.finding.severity {
        Severity::Error => &says::MARK_SEEN,
        _ => &says::ACCEPT,
    };
    let own = key.to_owned();
    let open = {
        let own = own.clone();
        flag(move || asked.with(|asked| asked.as_deref() == Some(own.as_str())))
    };
    let ask = pressed(move || {
        asked.set(Some(own.clone()));
        let id = format!("reason-{own}");
        browser::later(30, move || browser::focus(&id));
    });
    button("button plain", "button", space.say(words))
        .attr("id", format!("accept-{key}"))
        .attr("aria-expanded", text(move || open.get().to_string()))
        .on("click", ask)
        .done()
}

/// The form that asks for the reason, while it does.
pub fn form(space: Workspace, asked: Asked, finding: &Finding, key: &str) -> View {
    if !acceptance::can_be_accepted(finding.rule) {
        return nothing();
    }
    let (finding, key) = (finding.clone(), key.to_owned());
    dynamic(
        move || match asked.with(|asked| asked.as_deref() == Some(key.as_str())) {
            true => open_form(space, asked, &finding, &key),
            false => nothing(),
        },
    )
}

fn open_form(space: Workspace, asked: Asked, finding: &Finding, key: &str) -> View {
    let reason = RwSignal::new(String::new());
    let lacking = RwSignal::new(false);
    let id = format!("reason-{key}");
    let alert = format!("{id}-needed");
    let (words, done) = match finding.severity {
        Severity::Error => (&says::MARK_IT, &says::SEEN),
        _ => (&says::ACCEPT_IT, &says::ACCEPTED),
    };
    let take = {
        let (finding, id) = (finding.clone(), id.clone());
        move || {
            let given = reason.get_untracked().trim().to_owned();
            if given.is_empty() {
                lacking.set(true);
                return browser::focus(&id);
            }
            asked.set(None);
            write(space, done, finding.rule.id, |root| {
                acceptance::accept_edit(root, &finding, &given)
            });
        }
    };
    let cancel = {
        let opener = format!("accept-{key}");
        move || {
            asked.set(None);
            browser::focus(&opener);
        }
    };
    let leave = cancel.clone();
    let escape: Handler = Box::new(move |event| {
        if event
            .dyn_ref::<web_sys::KeyboardEvent>()
            .is_some_and(|event| event.key() == "Escape")
        {
            event.prevent_default();
            leave();
        }
    });
    let needed = text(move || match lacking.get() {
        true => space.say(&says::REASON_NEEDED).to_owned(),
        false => String::new(),
    });
    el("form")
        .class("accept")
        .on("submit", instead(take))
        .on("keydown", escape)
        .child(el("label").attr("for", id.as_str()).child(space.say(&says::REASON)))
        .child(
            el("span").class("control").child(
                el("input")
                    .attr("id", id.as_str())
                    .attr("type", "text")
                    .attr("autocomplete", "off")
                    .attr("aria-required", "true")
                    .attr("aria-invalid", text(move || lacking.get().to_string()))
                    .attr("aria-describedby", alert.as_str())
                    .on("input", given(move |value| reason.set(value))),
            ),
        )
        .child(el("p").attr("id", alert).attr("role", "alert").child(needed))
        .child(
            el("div")
                .class("buttons")
                .child(button("button primary", "submit", space.say(words)))
                .child(button("button plain", "button", space.say(&says::CANCEL)).on("click", pressed(cancel))),
        )
        .done()
}

/// Why somebody accepted it, under what it says.
pub fn reason(space: Workspace, located: &Located) -> View {
    let Some(acceptance) = &located.acceptance else {
        return nothing();
    };
    let words = match acceptance.seen {
        true => &says::SEEN,
        false => &says::ACCEPTED,
    };
    let words = Message::new(words, [Arg::Text(acceptance.reason.clone())]);
    el("p")
        .class("reason")
        .child(words.text(space.language.get_untracked()))
        .done()
}

fn write(
    space: Workspace,
    done: &'static Words,
    rule: &'static str,
    edit: impl FnOnce(&crate::model::Node) -> crate::model::Edit,
) {
    let edit = space.analysis.with(|analysis| analysis.root.as_ref().map(edit));
    if let Some(edit) = edit {
        space.edit(&[edit], Some(Message::new(done, [Arg::Text(rule.to_owned())])), false);
    }
}
