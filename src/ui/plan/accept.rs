//! Accepting a finding with a reason, and taking that back.

use leptos::prelude::*;

use crate::ui::dom::{Done, Handler, Made, View, dynamic, el, given, instead, nothing, pressed, text};
use wasm_bindgen::JsCast;

use crate::analysis::Located;
use crate::model::{Edit, Node};
use crate::rules::acceptance::{self, Acceptance};
use crate::rules::{Finding, Rule, Severity};
use crate::ui::browser;
use crate::ui::parts::icon;
use crate::ui::says;
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Message, Words};

/// The key of the finding whose reason is asked for; empty while none is.
pub type Asked = RwSignal<String>;

fn act_button(mark: &'static str, words: &'static str, handler: Handler) -> Made {
    button("button plain", "button")
        .on("click", handler)
        .child(icon(mark))
        .child(words)
}

fn button(class: &'static str, kind: &'static str) -> Made {
    el("button").class(class).attr("type", kind)
}

/// What can be done about a finding besides mending it: accept it, mark it as seen, or take that back.
pub fn act(space: Workspace, asked: Asked, located: &Located, key: &str) -> View {
    let rule = located.finding.rule;
    if let Some(Acceptance { entry, seen, .. }) = located.acceptance {
        let (words, done) = match seen {
            true => (&says::UNMARK, &says::UNMARKED),
            false => (&says::WITHDRAW, &says::WITHDRAWN),
        };
        let withdraw = pressed(move || write(space, done, rule, &|root| acceptance::withdraw_edit(root, entry)));
        return act_button("undo", space.say(words), withdraw).done();
    }
    if !acceptance::can_be_accepted(rule) {
        return nothing();
    }
    let words = match located.finding.severity {
        Severity::Error => &says::MARK_SEEN,
        _ => &says::ACCEPT,
    };
    let own = key.to_owned();
    let ask = pressed(move || {
        asked.set(own.clone());
        browser::later(30, || browser::focus("reason"));
    });
    act_button("pass", space.say(words), ask)
        .attr("id", format!("accept-{key}"))
        .done()
}

/// The form that asks for the reason, while it does.
pub fn form(space: Workspace, asked: Asked, finding: &Finding, key: &str) -> View {
    let (rule, severity) = (finding.rule, finding.severity);
    let place = acceptance::place(finding).map(str::to_owned);
    let key = key.to_owned();
    dynamic(move || match asked.with(|asked| *asked == key) {
        true => open_form(space, asked, rule, place.clone(), severity, format!("accept-{key}")),
        false => nothing(),
    })
}

fn open_form(
    space: Workspace,
    asked: Asked,
    rule: &'static Rule,
    place: Option<String>,
    severity: Severity,
    opener: String,
) -> View {
    let reason = RwSignal::new(String::new());
    let needed = RwSignal::new(String::new());
    let (words, done) = match severity {
        Severity::Error => (&says::MARK_IT, &says::SEEN),
        _ => (&says::ACCEPT_IT, &says::ACCEPTED),
    };
    let take = move || {
        let given = reason.get_untracked();
        if given.trim().is_empty() {
            needed.set(space.say(&says::REASON_NEEDED).to_owned());
            return browser::focus("reason");
        }
        asked.set(String::new());
        write(space, done, rule, &|root| {
            acceptance::accept_edit(root, rule.id, place.as_deref(), given.trim())
        });
    };
    let cancel = move || {
        asked.set(String::new());
        browser::focus(&opener);
    };
    let leave = cancel.clone();
    let escape: Handler = Box::new(move |event| {
        if event.unchecked_ref::<web_sys::KeyboardEvent>().key() == "Escape" {
            leave();
        }
    });
    el("form")
        .class("accept")
        .on("submit", instead(take))
        .on("keydown", escape)
        .child(el("label").attr("for", "reason").child(space.say(&says::REASON)))
        .child(
            el("span").class("control").child(
                el("input")
                    .attr("id", "reason")
                    .attr("autocomplete", "off")
                    .attr("aria-required", "true")
                    .attr("aria-describedby", "reason-needed")
                    .on("input", given(move |value| reason.set(value))),
            ),
        )
        .child(
            el("p")
                .attr("id", "reason-needed")
                .attr("role", "alert")
                .child(text(move || needed.get())),
        )
        .child(
            el("div")
                .class("buttons")
                .child(button("button primary", "submit").child(space.say(words)))
                .child(
                    button("button plain", "button")
                        .on("click", pressed(cancel))
                        .child(space.say(&says::CANCEL)),
                ),
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

fn write(space: Workspace, done: &'static Words, rule: &'static Rule, edit: &dyn Fn(&Node) -> Edit) {
    let edit = space.analysis.with(|analysis| analysis.root.as_ref().map(edit));
    if let Some(edit) = edit {
        let done = Message::new(done, [Arg::Text(rule.id.to_owned())]);
        space.edit(&[edit], Some(done), false);
    }
}
