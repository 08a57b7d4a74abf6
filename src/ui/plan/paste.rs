//! The dialog that takes a pool in from the clipboard, a file or a drop.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::input;
use crate::ui::browser;
use crate::ui::parts::icon;
use crate::ui::says;
use crate::ui::workspace::Workspace;
use crate::words::Message;

/// The dialog.
#[component]
pub fn PasteDialog() -> impl IntoView {
    let space = Workspace::here();
    let text = RwSignal::new(String::new());
    let trouble = RwSignal::new(false);
    let take = move || {
        let given = text.get_untracked();
        if given.trim().is_empty() {
            return;
        }
        // Very large texts are taken as they are: reading them waits until somebody asks.
        let planned = if given.len() > input::LARGE_TEXT {
            Ok(given.clone())
        } else {
            input::to_plan_text(&given)
        };
        match planned {
            Ok(plan) => space.replace(&plan, &says::TAKEN),
            Err(_) => space.replace(&given, &says::TAKEN_BROKEN),
        }
        text.set(String::new());
        browser::close_dialog("paste");
    };
    let read = move |file: Option<web_sys::File>| {
        let Some(file) = file else { return };
        trouble.set(false);
        browser::read_file(&file, move |content| match content {
            Some(content) => text.set(content),
            None => trouble.set(true),
        });
    };
    let chosen: Box<dyn FnMut(web_sys::Event)> = Box::new(move |event| {
        let input: Option<web_sys::HtmlInputElement> = event.target().and_then(|target| target.dyn_into().ok());
        read(input.and_then(|input| input.files()).and_then(|files| files.get(0)));
    });
    let dropped = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        read(
            event
                .data_transfer()
                .and_then(|data| data.files())
                .and_then(|files| files.get(0)),
        );
    };
    view! {
        <dialog id="paste" aria-labelledby="paste-title" on:drop=dropped on:dragover=|event| event.prevent_default()>
            <form method="dialog" on:submit=move |event| { event.prevent_default(); take(); }>
                <h2 class="title" id="paste-title">{space.say(&says::PASTE_TITLE)}</h2>
                <p class="muted">{space.say(&says::PASTE_NOTE)}</p>
                <span class="control">
                    <textarea id="paste-text" rows="14" spellcheck="false" autocomplete="off"
                        aria-label=space.say(&says::PASTE_TEXT) prop:value=text
                        on:input=move |event| text.set(event_target_value(&event))></textarea>
                </span>
                <p role="alert">{move || trouble.get().then(|| Message::from(&says::FILE_UNREADABLE).text(space.language.get()))}</p>
                <div class="buttons">
                    <button class="button primary" type="submit" disabled=move || text.with(|text| text.trim().is_empty())>
                        {space.say(&says::USE_IT)}
                    </button>
                    <label class="button">
                        {icon("download")}{space.say(&says::CHOOSE_FILE)}
                        <input class="hidden" id="paste-file" type="file" accept=".json,.jsonc,.http,.cs,.txt,application/json,text/plain" on:change=chosen/>
                    </label>
                    <button class="button plain" type="button" on:click=|_| browser::close_dialog("paste")>
                        {space.say(&says::CANCEL)}
                    </button>
                </div>
            </form>
        </dialog>
    }
}
