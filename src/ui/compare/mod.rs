//! The Compare room: two plans at the left, what differs between them at the right.

mod link;
mod result;
mod says;
mod side;

pub use result::table as differences;

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::{self, Analysis};
use crate::input;
use crate::model::CalendarDate;
use crate::ui::browser;
use crate::ui::computed::Computed;
use crate::ui::dom::{Done, View, dynamic, el, follow, pressed};
use crate::ui::parts::{icon, two_panes_dock};
use crate::ui::route::Route;
use crate::ui::verdict_line::verdict_line;
use crate::ui::workspace::{CURRENT, IN_PIECES, Side, Workspace};
use crate::words::Message;

/// What the sides are called.
const NAMES: [&str; 2] = ["A", "B"];

/// What is known of a side.
#[derive(Clone)]
enum Known {
    /// Nothing was chosen.
    Nothing,
    /// It is being read.
    Busy,
    /// It was read and judged.
    Judged(Arc<Analysis>),
}

/// The room.
pub fn compare_room() -> View {
    let space = Workspace::here();
    let known = space.sides.map(|side| known(space, side));
    let shows_result = RwSignal::new(false);
    open_link(space, shows_result);
    let [a, b] = NAMES.map(|name| side::side(space, name));
    el("main")
        .class("room")
        .attr("id", "main")
        .attr("tabindex", "-1")
        .child(el("h1").class("hidden").child(space.say(&crate::ui::says::COMPARE)))
        .child(verdict_line())
        .child(
            el("section")
                .class("pane pane-a")
                .attr("aria-labelledby", "sides-heading")
                .child(head(space))
                .child(el("div").class("body").child(a).child(b)),
        )
        .child(
            el("section")
                .class("pane pane-b")
                .attr("aria-labelledby", "compared-heading")
                .child(result::head(space, known))
                .child(
                    el("div")
                        .class("body")
                        .attr("id", "compared")
                        .attr("tabindex", "-1")
                        .child(dynamic(move || result::result(space, known.map(Computed::get)))),
                ),
        )
        .child(two_panes_dock(
            space,
            shows_result,
            ("plan", space.say(&says::PLANS)),
            ("verdict", space.say(&says::RESULT).done()),
        ))
        .done()
}

/// Takes the plans out of the address, if it holds any.
fn open_link(space: Workspace, shows_result: RwSignal<bool>) {
    follow(move || {
        let packed = space.route.with(|route| match route {
            Route::Compare(packed) => packed.clone(),
            _ => None,
        });
        let Some(packed) = packed else { return };
        link::open(&packed, move |texts| match texts {
            Ok(texts) => {
                for (side, text) in space.sides.into_iter().zip(texts) {
                    side.text.set(text);
                    side.from.set("link".to_owned());
                }
                shows_result.set(true);
            }
            Err(why) => space.said.set(Some(why)),
        });
    });
}

/// What is known of a side. A long text is read and judged with a breath for the page before each.
fn known(space: Workspace, side: Side) -> Computed<Known> {
    let made: RwSignal<Option<Arc<Analysis>>> = RwSignal::new(None);
    // Tells whether another text came meanwhile.
    let round = StoredValue::new(0u32);
    follow(move || {
        let (text, day) = (side.text.get(), space.as_of.get());
        let chosen = side.from.with(|from| !from.is_empty() && from != CURRENT);
        round.update_value(|round| *round = round.wrapping_add(1));
        let now = round.get_value();
        made.set(None);
        if !chosen || text.trim().is_empty() {
            return;
        }
        if text.len() <= IN_PIECES {
            return made.set(Some(Arc::new(analyse(&text, day))));
        }
        browser::later(0, move || {
            if round.try_get_value() != Some(now) {
                return;
            }
            let reading = input::read(&text);
            browser::later(0, move || {
                if round.try_get_value() == Some(now) {
                    let judged = analysis::judge(&text, reading, day);
                    made.try_set(Some(Arc::new(judged)));
                }
            });
        });
    });
    Computed::each_time(move |_| {
        if side.from.with(|from| from == CURRENT) {
            return match space.waits.get() {
                true => Known::Busy,
                false => Known::Judged(space.analysis.get()),
            };
        }
        let empty = side.from.with(String::is_empty) || side.text.with(|text| text.trim().is_empty());
        match made.get() {
            Some(analysis) => Known::Judged(analysis),
            None if empty => Known::Nothing,
            None => Known::Busy,
        }
    })
}

/// What is known of a text in any form; of several pools, of the first.
fn analyse(text: &str, day: CalendarDate) -> Analysis {
    let reading = input::read(text);
    let other = input::other_pools(text, &reading).and_then(|pools| pools.into_iter().next());
    analysis::judge(text, other.map_or(reading, |pool| pool.reading), day)
}

fn head(space: Workspace) -> View {
    let swap = move || {
        let [a, b] = space.sides;
        for (one, other) in [(a.text, b.text), (a.from, b.from)] {
            let (first, second) = (one.get_untracked(), other.get_untracked());
            one.set(second);
            other.set(first);
        }
        space.said.set(Some(Message::from(&says::SWAPPED)));
    };
    el("header")
        .child(el("h2").attr("id", "sides-heading").child(space.say(&says::PLANS)))
        .child(
            el("div").class("tools").child(
                el("button")
                    .class("button plain")
                    .attr("type", "button")
                    .attr("id", "swap")
                    .on("click", pressed(swap))
                    .child(icon("again"))
                    .child(space.say(&says::SWAP)),
            ),
        )
        .done()
}
