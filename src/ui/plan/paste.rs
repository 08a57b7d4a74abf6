//! The dialog that takes a pool in from the clipboard, a file or a drop.

use leptos::prelude::*;

use crate::ui::dom::{Done, Handler, View, el, flag, given, instead, pressed, text};
use wasm_bindgen::JsCast;

use crate::input;
use crate::ui::browser;
use crate::ui::parts::icon;
use crate::ui::says;
use crate::ui::workspace::{IN_PIECES, Workspace};
use crate::words::{Arg, Message, nouns};

/// Whether a text is too long to be shown in the dialog.
fn is_long(text: &str) -> bool {
    text.len() > input::WHOLE
}

/// The dialog.
pub fn paste_dialog() -> View {
    let space = Workspace::here();
    let content = RwSignal::new(String::new());
    let trouble = RwSignal::new(false);
    let take = move || {
        let given = content.get_untracked();
        if given.trim().is_empty() {
            return;
        }
        // Large texts are taken as they are: they are read in pieces afterwards.
        let planned = if given.len() > IN_PIECES {
            Ok(given.clone())
        } else {
            input::to_plan_text(&given)
        };
        match planned {
            Ok(plan) => space.replace(&plan, &says::TAKEN),
            Err(_) => space.replace(&given, &says::TAKEN_BROKEN),
        }
        content.set(String::new());
        browser::close_dialog("paste");
    };
    let read = move |file: Option<web_sys::File>| {
        let Some(file) = file else { return };
        trouble.set(false);
        browser::read_file(&file, move |given| match given {
            Some(given) => content.set(given),
            None => trouble.set(true),
        });
    };
    let chosen: Handler = Box::new(move |event| {
        let input: Option<web_sys::HtmlInputElement> = event.target().and_then(|target| target.dyn_into().ok());
        read(input.and_then(|input| input.files()).and_then(|files| files.get(0)));
    });
    let drop: Handler = Box::new(move |event| {
        event.prevent_default();
        let event: Option<web_sys::DragEvent> = event.dyn_into().ok();
        read(
            event
                .and_then(|event| event.data_transfer())
                .and_then(|data| data.files())
                .and_then(|files| files.get(0)),
        );
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
        .on("drop", drop)
        .on("dragover", instead(|| ()))
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
                .child(el("p").class("muted").child(space.say(&says::PASTE_NOTE)))
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
                                        .attr("accept", ".json,.jsonc,.http,.cs,.txt,application/json,text/plain")
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
