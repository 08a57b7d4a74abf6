//! Opening a link: at once where nothing of the reader's own is there, else after asking. A broken one says what is wrong.

use leptos::prelude::*;

use super::{aside, button, framed, says, show, title};
use crate::examples;
use crate::input::{parse, read};
use crate::link::{self, Broken, Contents, MOST_JSON, Opened};
use crate::model::{Node, path};
use crate::ui::browser;
use crate::ui::dom::{Done, View, dynamic, el, nothing, pressed, side_by_side};
use crate::ui::parts::message;
use crate::ui::route::Route;
use crate::ui::workspace::{CURRENT, Workspace};
use crate::words::{Arg, Message};

/// Where a link leads once it was dealt with.
const THEN: &str = "/plan/form";

/// Reads the link, and what asks or says what is wrong.
pub(super) fn opening(space: Workspace, link: String, aside: RwSignal<bool>) -> View {
    let asked = RwSignal::new(String::new());
    let trouble = RwSignal::new(None::<Message>);
    let same = link.clone();
    decode(&link, move |plan| {
        // The reader may have gone elsewhere meanwhile.
        let still = space.route.with_untracked(|route| *route == Route::Link(same));
        match plan {
            _ if !still => {}
            Err(broken) => {
                if trouble.try_set(Some(broken.message())).is_none() {
                    show("link");
                }
            }
            Ok(plan) => {
                let draft = space.text();
                if is_the_same(&draft, &plan) {
                    space.said.set(Some(Message::from(&says::SAME)));
                    leave(space);
                } else if is_nobodys(&draft) {
                    space.replace(&plan, &says::OPENED);
                    leave(space);
                } else if asked.try_set(plan).is_none() {
                    show("link");
                }
            }
        }
    });
    framed("link", "link-title")
        .on("close", pressed(move || leave(space)))
        .child(dynamic(move || {
            if let Some(why) = trouble.get() {
                return untrack(|| broken(space, &why));
            }
            let plan = asked.get();
            if plan.is_empty() {
                nothing()
            } else {
                untrack(|| ask(space, plan, aside))
            }
        }))
        .done()
}

/// What a link holds, once it was inflated.
pub fn opened(link: &str, done: impl FnOnce(Result<Opened, Broken>) + 'static) {
    match link::parse(link) {
        Err(broken) => done(Err(broken)),
        Ok(packed) => {
            let deflated = packed.deflated.clone();
            browser::inflate(&deflated, MOST_JSON, move |json| {
                done(json.ok_or(Broken::Damaged).and_then(|json| packed.open(&json)));
            });
        }
    }
}

/// The plan of a link.
fn decode(link: &str, done: impl FnOnce(Result<String, Broken>) + 'static) {
    opened(link, move |opened| {
        done(opened.and_then(|opened| match opened {
            Opened::Plan(text) => Ok(text),
            Opened::Comparison { .. } => Err(Broken::NotAPlan),
        }));
    });
}

/// The address of the plan takes the place of the link's, so that loading the page again asks nothing.
fn leave(space: Workspace) {
    if space.route.with_untracked(|route| matches!(route, Route::Link(_))) {
        browser::replace_fragment(THEN);
        space.route.set(Route::parse(THEN));
        browser::after_paint(browser::keep_focus);
    }
}

/// Whether a draft says what the link says, but for what does not travel.
fn is_the_same(draft: &str, plan: &str) -> bool {
    let json = |text: &str, names| Some(Contents::of_plan(&read(text).root.ok()?, names)?.json);
    let wanted = json(plan, true);
    wanted.is_some() && [true, false].into_iter().any(|names| json(draft, names) == wanted)
}

/// Whether nobody wrote anything into a draft: it is empty or an example.
fn is_nobodys(draft: &str) -> bool {
    draft.trim().is_empty() || examples::ALL.iter().any(|starter| starter.text == draft)
}

fn close() {
    browser::close_dialog("link");
}

fn ask(space: Workspace, plan: String, aside: RwSignal<bool>) -> View {
    let root = parse(&plan).ok();
    let name = root
        .as_ref()
        .and_then(|root| root.at(path::POOL_NAME))
        .and_then(Node::as_text);
    let holds = match name {
        Some(name) => Message::new(&says::HOLDS, [Arg::from(name)]),
        None => Message::from(&says::HOLDS_UNNAMED),
    };
    let plan_beside = plan.clone();
    let open = move || {
        aside::set(&space.text(), aside);
        space.replace(&plan, &says::OPENED);
        close();
    };
    let beside = {
        let plan = plan_beside;
        move || {
            let [a, b] = space.sides;
            a.from.set(CURRENT.to_owned());
            b.text.set(plan.clone());
            b.from.set("link".to_owned());
            close();
            space.go(&Route::Compare(None));
        }
    };
    side_by_side([
        title("link-title", space.say(&says::ASK)).done(),
        el("p").child(message(&holds, space.language.get_untracked())).done(),
        el("p").class("muted").child(space.say(&says::IS_KEPT)).done(),
        el("div")
            .class("buttons")
            .child(button(space, "button primary", &says::OPEN_IT, open).attr("id", "link-open"))
            .child(button(space, "button", &says::COMPARE_THEM, beside).attr("id", "link-compare"))
            .child(button(space, "button", &says::KEEP_MINE, close).attr("id", "link-keep"))
            .done(),
    ])
    .done()
}

fn broken(space: Workspace, why: &Message) -> View {
    side_by_side([
        title("link-title", space.say(&says::CANNOT_OPEN)).done(),
        el("p").child(message(why, space.language.get_untracked())).done(),
        el("p").class("muted").child(space.say(&says::AS_IT_WAS)).done(),
        el("div")
            .class("buttons")
            .child(button(space, "button primary", &says::CLOSE, close).attr("id", "link-close"))
            .done(),
    ])
    .done()
}
