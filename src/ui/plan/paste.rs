//! The dialog that takes a pool in from the clipboard, a file or a drop.

use leptos::prelude::*;

use crate::ui::dom::{Done, Handler, View, dynamic, el, flag, given, instead, nothing, pressed, text};
use wasm_bindgen::JsCast;

use crate::analysis::Analysis;
use crate::input;
use crate::ui::browser;
use crate::ui::judgement;
use crate::ui::parts::{icon, marked};
use crate::ui::route::{PlanView, Route, Verdict};
use crate::ui::says;
use crate::ui::workspace::{IN_PIECES, Workspace};
use crate::words::{Arg, Message, nouns};

/// Whether a text is too long to be shown in the dialog.
fn is_long(text: &str) -> bool {
    text.len() > input::WHOLE
}

/// The rule about a text that does not hold one pool.
pub const NOT_ONE_POOL: &str = "AB0024";

/// The button that offers the pools of the text, when it does not hold one.
pub fn choose_pool(space: Workspace, analysis: &Analysis) -> Option<View> {
    let first = analysis.findings.first()?;
    (first.finding.rule.id == NOT_ONE_POOL).then(|| choose_button(space))
}

/// The button that opens the dialog with the text of the plan.
pub fn choose_button(space: Workspace) -> View {
    let open = move || {
        space.import_text.set(space.text().to_string());
        browser::show_dialog("paste");
    };
    el("button")
        .class("button small")
        .attr("type", "button")
        .on("click", pressed(open))
        .child(icon("paste"))
        .child(space.say(&says::CHOOSE_POOL))
        .done()
}

/// Opens the dialog with a file that somebody drops anywhere on the page, for as long as the page lives.
pub fn take_dropped_files(space: Workspace) {
    // Texts that are dragged within a field are the browser's own business.
    let data = |event: &web_sys::Event| js_sys::Reflect::get(event, &"dataTransfer".into()).ok();
    let files = move |event: &web_sys::Event| data(event)?.dyn_into::<web_sys::DataTransfer>().ok()?.files();
    browser::on_window("dragover", move |event| {
        if browser::drags_files(&event) {
            event.prevent_default();
        }
    });
    browser::on_window("drop", move |event| {
        let Some(file) = files(&event).and_then(|files| files.get(0)) else {
            return;
        };
        event.prevent_default();
        if !space.route.with_untracked(|route| matches!(route, Route::Plan(..))) {
            space.go(&Route::Plan(PlanView::Form, Verdict::Findings(None)));
        }
        read_file(space, &file);
        // The room comes first where another was shown.
        browser::later(30, || browser::show_dialog("paste"));
    });
}

/// Reads a file into the dialog.
fn read_file(space: Workspace, file: &web_sys::File) {
    space.import_failed.set(false);
    browser::read_file(file, move |given| match given {
        Some(given) => space.import_text.set(given),
        None => space.import_failed.set(true),
    });
}

/// The dialog.
pub fn paste_dialog() -> View {
    let space = Workspace::here();
    let (content, trouble) = (space.import_text, space.import_failed);
    let take = move || {
        let given = content.get_untracked();
        if given.trim().is_empty() {
            return;
        }
        let chosen = space.import_choice.get_untracked();
        let planned = match chosen.zip(judgement::there()) {
            Some((pool, there)) => (there.plan_text)(&given, pool),
            // Large texts are taken as they are: they are read in pieces afterwards.
            None if given.len() > IN_PIECES => Some(given.clone()),
            None => input::to_plan_text(&given).ok(),
        };
        match planned {
            Some(plan) => space.replace(&plan, &says::TAKEN),
            None => space.replace(&given, &says::TAKEN_BROKEN),
        }
        content.set(String::new());
        browser::close_dialog("paste");
    };
    let chosen: Handler = Box::new(move |event| {
        let input: Option<web_sys::HtmlInputElement> = event.target().and_then(|target| target.dyn_into().ok());
        if let Some(file) = input.and_then(|input| input.files()).and_then(|files| files.get(0)) {
            read_file(space, &file);
        }
    });
    let pasted: Handler = Box::new(move |event| {
        if let Some(long) = browser::long_paste(&event) {
            content.set(long);
        }
    });
    let ready = text(move || {
        let size = content.with(|content| if is_long(content) { content.len() } else { 0 });
        match size {
            0 => String::new(),
            size => Message::new(&says::LONG_READY, [Arg::Count(size as i64, &nouns::BYTES)])
                .text(space.language.get_untracked()),
        }
    });
    let alert = text(move || {
        if trouble.get() {
            space.say(&says::FILE_UNREADABLE).to_owned()
        } else {
            String::new()
        }
    });
    el("dialog")
        .attr("id", "paste")
        .attr("aria-labelledby", "paste-title")
        .child(
            el("form")
                .attr("method", "dialog")
                .on("submit", instead(take))
                .child(
                    el("h2")
                        .class("title")
                        .attr("id", "paste-title")
                        .child(space.say(&says::PASTE_TITLE)),
                )
                .child(
                    el("p")
                        .class("muted")
                        .child(marked(&says::PASTE_NOTE, space.language.get_untracked())),
                )
                .child(
                    el("span").class("control").child(
                        el("textarea")
                            .attr("id", "paste-text")
                            .attr("rows", "14")
                            .attr("spellcheck", "false")
                            .attr("autocomplete", "off")
                            .attr("aria-label", space.say(&says::PASTE_TEXT))
                            .value(text(move || {
                                content.with(|content| {
                                    if is_long(content) {
                                        String::new()
                                    } else {
                                        content.clone()
                                    }
                                })
                            }))
                            .on("paste", pasted)
                            .on("input", given(move |value| content.set(value))),
                    ),
                )
                .child(el("p").attr("role", "status").child(ready))
                .child(el("p").attr("role", "alert").child(alert))
                .child(
                    el("div")
                        .class("found")
                        .child(dynamic(move || match space.judged.get() {
                            true => judgement::there().map_or_else(nothing, |there| (there.import_preview)()),
                            false => nothing(),
                        })),
                )
                .child(
                    el("div")
                        .class("buttons")
                        .child(
                            el("button")
                                .class("button primary")
                                .attr("type", "submit")
                                .attr(
                                    "disabled",
                                    flag(move || content.with(|content| content.trim().is_empty())),
                                )
                                .child(space.say(&says::USE_IT)),
                        )
                        .child(
                            el("label")
                                .class("button")
                                .child(icon("plan"))
                                .child(space.say(&says::CHOOSE_FILE))
                                .child(
                                    el("input")
                                        .class("hidden")
                                        .attr("id", "paste-file")
                                        .attr("type", "file")
                                        .attr(
                                            "accept",
                                            ".json,.jsonc,.bicep,.tf,.http,.sh,.cs,.txt,application/json,text/plain",
                                        )
                                        .on("change", chosen),
                                ),
                        )
                        .child(
                            el("button")
                                .class("button plain")
                                .attr("type", "button")
                                .on("click", pressed(|| browser::close_dialog("paste")))
                                .child(space.say(&says::CANCEL)),
                        ),
                ),
        )
        .done()
}
