//! The page as a whole: provides the workspace, listens to keys and address, keeps the draft.

use leptos::prelude::*;

use crate::ui::dom::{Done, View, count_memo, dynamic, el, follow, instead, nothing, pressed, side_by_side};
use wasm_bindgen::JsCast;

use super::browser;

use super::judgement;
use super::parts::{icon, notice};
use super::plan::plan_room;
use super::route::Route;
use super::says;
use super::topbar::top_bar;
use super::workspace::Workspace;
use crate::examples;
use crate::rules::Severity;

/// Milliseconds of quiet after which the draft is kept.
const KEEP_AFTER: i32 = 250;

/// The page.
pub fn app() {
    let first = examples::ALL.first().map_or("", |starter| starter.text);
    let space = Workspace::new(first);
    provide_context(space);
    browser::on_window("hashchange", move |_| {
        space.route.set(Route::parse(&browser::fragment()))
    });
    browser::on_window("keydown", move |event| {
        if let Ok(event) = event.dyn_into::<web_sys::KeyboardEvent>() {
            press(space, &event);
        }
    });
    browser::watch_focus();
    super::plan::follow_caret(space);
    super::plan::take_dropped_files(space);
    keep_draft(space);
    follow(move || {
        let language = space.language.get();
        browser::set_language(language);
        let room = match room(space) {
            0 => &says::PLAN,
            1 => &says::COMPARE,
            2 => &says::RULES,
            _ => &says::ERRORS,
        };
        browser::set_title(&format!("{} · Batch Pool Planner", room.in_language(language)));
    });
    count_judgements(space);
    // Everything is made anew when the language changes, so that no label need follow it.
    let page = dynamic(move || {
        space.language.track();
        page(space)
    });
    if let Some(body) = browser::body() {
        page.append_to(&body);
    }
    browser::set_ready();
    // What judges and what one reads come after what one sees.
    follow(move || {
        space.language.track();
        space.reading.set(false);
        browser::after_paint(move || space.load_rest());
    });
    follow(move || browser::set_read(space.reading.get() && space.judged.get()));
}

/// The number of the room, in the order of the top bar.
fn room(space: Workspace) -> usize {
    space.route.with(|route| match route {
        Route::Plan(..) | Route::Link(_) => 0,
        Route::Compare(_) => 1,
        Route::Rules(_) => 2,
        Route::Errors(_) => 3,
    })
}

/// The page in the language of the moment.
fn page(space: Workspace) -> View {
    let room = count_memo(move || room(space));
    side_by_side([
        el("a")
            .class("skip")
            .attr("href", "#main")
            .on("click", instead(|| browser::focus("main")))
            .child(space.say(&says::SKIP))
            .done(),
        top_bar().done(),
        dynamic(move || if space.failed.get() { unread(space) } else { nothing() }).done(),
        dynamic(move || {
            space.judged.track();
            let there = judgement::there().filter(|_| space.reading.get());
            there.map_or_else(nothing, |there| (there.links)())
        })
        .done(),
        dynamic(move || {
            let room = room.get();
            if room > 0 {
                // The other rooms read what comes after the first paint.
                space.reading.track();
                space.judged.track();
            }
            match room {
                0 => plan_room(),
                _ => judgement::there().map_or_else(nothing, |there| match room {
                    1 => (there.compare_room)(),
                    2 => (there.rules_room)(),
                    _ => (there.errors_room)(),
                }),
            }
        })
        .done(),
    ])
    .done()
}

/// The notice that what is loaded after the first paint is not there.
fn unread(space: Workspace) -> View {
    let again = el("button")
        .class("button small")
        .attr("type", "button")
        .on("click", pressed(move || space.load_rest()))
        .child(icon("again"))
        .child(space.say(&says::LOAD_AGAIN));
    let notice = notice(Severity::Warning, space.say(&says::UNREAD).into(), again.done());
    el("div").attr("role", "alert").child(notice).done()
}

/// F8 and Shift F8 step through the findings, Ctrl Z and Ctrl Y through the texts.
fn press(space: Workspace, event: &web_sys::KeyboardEvent) {
    // A dialog, and fields that are not the plan's, have keys of their own.
    if browser::is_elsewhere() {
        return;
    }
    let command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    match event.key().as_str() {
        "F8" => space.step_finding(if event.shift_key() { -1 } else { 1 }),
        "z" | "Z" if command && event.shift_key() => space.redo(),
        "z" | "Z" if command => space.undo(),
        "y" | "Y" if command => space.redo(),
        _ => return,
    }
    event.prevent_default();
}

/// Keeps the text in the browser shortly after each change, and at once when the page is left.
fn keep_draft(space: Workspace) {
    let pending = StoredValue::new(0u32);
    let keep = move || {
        let text = space.text();
        if browser::keep("draft", &text) {
            space.kept_at.set(Some(browser::clock_time()));
        }
    };
    follow(move || {
        let text = space.text();
        browser::remember_text(&text);
        let number = pending.get_value().wrapping_add(1);
        pending.set_value(number);
        // The first is the draft itself, or the example that nobody changed yet.
        if number == 1 {
            return;
        }
        browser::later(KEEP_AFTER, move || {
            if pending.get_value() == number {
                keep();
            }
        });
    });
    browser::on_window("pagehide", move |_| {
        browser::keep("draft", &space.text());
    });
}

/// Counts painted judgements on the verdict line, so that a measurement can tell when a keystroke was answered.
fn count_judgements(space: Workspace) {
    let count = StoredValue::new(0u32);
    follow(move || {
        space.analysis.with(|_| ());
        browser::after_paint(move || {
            count.update_value(|count| *count += 1);
            browser::set_judged(count.get_value());
            browser::keep_focus();
        });
    });
}
