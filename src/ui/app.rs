//! The page as a whole: provides the workspace, listens to keys and address, keeps the draft.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::browser;
use super::plan::PlanRoom;
use super::route::Route;
use super::rules::RulesRoom;
use super::says;
use super::topbar::TopBar;
use super::workspace::Workspace;
use crate::examples;

/// Milliseconds of quiet after which the draft is kept.
const KEEP_AFTER: i32 = 250;

/// The page.
#[component]
pub fn App() -> impl IntoView {
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
    keep_draft(space);
    Effect::new(move |_| browser::set_language(space.language.get()));
    Effect::new(move |_| {
        let room = match space.route.get() {
            Route::Plan(..) => space.say(&says::PLAN),
            Route::Rules(_) => space.say(&says::RULES),
        };
        browser::set_title(&format!("{room} · Batch Pool Planner"));
    });
    count_judgements(space);
    let room = Memo::new(move |_| matches!(space.route.get(), Route::Rules(_)));
    view! {
        <a class="skip" href="#main" on:click=|event| { event.prevent_default(); browser::focus("main"); }>
            {space.say(&says::SKIP)}
        </a>
        <TopBar/>
        {move || if room.get() { view! { <RulesRoom/> }.into_any() } else { view! { <PlanRoom/> }.into_any() }}
    }
}

/// F8 and Shift F8 step through the findings, Ctrl Z and Ctrl Y through the texts.
fn press(space: Workspace, event: &web_sys::KeyboardEvent) {
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
    Effect::new(move |ran: Option<()>| {
        let text = space.text();
        browser::remember_text(&text);
        if ran.is_none() {
            return;
        }
        let number = pending.get_value().wrapping_add(1);
        pending.set_value(number);
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
    Effect::new(move |_| {
        space.analysis.track();
        browser::after_paint(move || {
            count.update_value(|count| *count += 1);
            browser::set_judged(count.get_value());
        });
    });
}
