//! One side: where its plan is from, and its text.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{NAMES, says};
use crate::examples;
use crate::input::WHOLE;
use crate::ui::browser;
use crate::ui::dom::{Done, Handler, View, count_memo, dynamic, el, given, instead, text, text_memo};
use crate::ui::parts::icon;
use crate::ui::workspace::{CURRENT, Side, Workspace};
use crate::words::{Arg, Message, Words, nouns};

/// The side of this name.
pub fn side(space: Workspace, name: &'static str) -> View {
    let side = of(space, name);
    let trouble = RwSignal::new(false);
    let read = move |file: Option<web_sys::File>| {
        let Some(file) = file else { return };
        trouble.set(false);
        let from = ["file:", &file.name()].concat();
        browser::read_file(&file, move |given| match given {
            Some(given) => {
                side.text.set(given);
                side.from.set(from);
            }
            None => trouble.set(true),
        });
    };
    let drop: Handler = Box::new(move |event| {
        event.prevent_default();
        let event: Option<web_sys::DragEvent> = event.dyn_into().ok();
        let files = event.and_then(|event| event.data_transfer()?.files());
        read(files.and_then(|files| files.get(0)));
    });
    let chosen: Handler = Box::new(move |event| {
        let input: Option<web_sys::HtmlInputElement> = event.target().and_then(|target| target.dyn_into().ok());
        read(input.and_then(|input| input.files()).and_then(|files| files.get(0)));
    });
    let alert = text(move || match trouble.get() {
        true => space.say(&crate::ui::says::FILE_UNREADABLE).to_owned(),
        false => String::new(),
    });
    // Only these two make a part anew: whoever types or chooses keeps the focus.
    let follows = count_memo(move || side.from.with(|from| usize::from(from == CURRENT)));
    let elsewhere = text_memo(move || {
        let from = side.from.get();
        if from.starts_with("file:") || from == "link" {
            from
        } else {
            String::new()
        }
    });
    let heading = id(name, "heading");
    let file_name = named(space, &says::FILE_FOR, name);
    el("section")
        .class("block paste")
        .attr("aria-labelledby", heading.clone())
        .on("drop", drop)
        .on("dragover", instead(|| ()))
        .child(
            el("header")
                .child(el("h3").attr("id", heading).child(named(space, &says::SIDE, name)))
                .child(
                    el("div").class("end").child(
                        el("label")
                            .class("button plain")
                            .child(icon("plan"))
                            .child(space.say(&crate::ui::says::CHOOSE_FILE))
                            .child(
                                el("input")
                                    .class("hidden")
                                    .attr("id", id(name, "file"))
                                    .attr("type", "file")
                                    .attr("aria-label", file_name)
                                    .attr(
                                        "accept",
                                        ".json,.jsonc,.http,.cs,.bicep,.tf,.txt,application/json,text/plain",
                                    )
                                    .on("change", chosen),
                            ),
                    ),
                ),
        )
        .child(dynamic(move || menu(space, name, &elsewhere.get())))
        .child(dynamic(move || match follows.get() {
            1 => el("p").class("muted").child(space.say(&says::FOLLOWS)).done(),
            _ => content(space, name),
        }))
        .child(el("p").attr("role", "alert").child(alert))
        .done()
}

/// The signals of a side.
pub fn of(space: Workspace, name: &str) -> Side {
    let [a, b] = space.sides;
    if NAMES.first().is_some_and(|first| *first == name) {
        a
    } else {
        b
    }
}

/// An id within a side.
pub fn id(name: &str, part: &str) -> String {
    ["side-", &name.to_ascii_lowercase(), "-", part].concat()
}

fn named(space: Workspace, words: &'static Words, name: &str) -> String {
    Message::new(words, [Arg::Text(name.to_owned())]).text(space.language.get_untracked())
}

/// The plans one can choose from.
fn menu(space: Workspace, name: &'static str, elsewhere: &str) -> View {
    let side = of(space, name);
    let language = space.language.get_untracked();
    let option = |value: String, label: String| el("option").attr("value", value).child(label).done();
    let earlier = space.earlier();
    let count = earlier.len();
    let versions: Vec<View> = (0..count)
        .rev()
        .map(|index| option(format!("earlier-{index}"), version(space, index, count)))
        .collect();
    let versions = (count > 0).then(|| el("optgroup").attr("label", space.say(&says::EARLIER)).child(versions));
    let starters: Vec<View> = examples::ALL
        .iter()
        .enumerate()
        .map(|(index, starter)| option(format!("example-{index}"), space.say(&starter.title).to_owned()))
        .collect();
    // What was taken from elsewhere is listed while it is there.
    let other = (!elsewhere.is_empty()).then(|| {
        let label = match elsewhere.split_once(':') {
            Some((_, file)) => Message::new(&says::FROM_FILE, [Arg::Text(file.to_owned())]).text(language),
            None => space.say(&says::FROM_LINK).to_owned(),
        };
        option(elsewhere.to_owned(), label)
    });
    let take = given(move |from| {
        let index = |kind: &str| from.strip_prefix(kind).and_then(|index| index.parse::<usize>().ok());
        let text = match (index("earlier-"), index("example-")) {
            (Some(index), _) => earlier.get(index).map(|text| text.to_string()),
            (_, Some(index)) => examples::ALL.get(index).map(|starter| starter.text.to_owned()),
            _ => None,
        };
        if let Some(text) = text {
            side.text.set(text);
        } else if from.is_empty() || from == "own" {
            side.text.set(String::new());
        }
        let next = if from == "own" { "text" } else { "from" };
        side.from.set(from);
        browser::after_paint(move || browser::focus(&id(name, next)));
    });
    let from = text(move || side.from.get());
    el("span")
        .class("control")
        .child(
            el("select")
                .attr("id", id(name, "from"))
                .attr("aria-label", named(space, &says::TAKEN_FROM, name))
                .on("change", take)
                .child(option(String::new(), space.say(&says::NOTHING).to_owned()))
                .child(option(CURRENT.to_owned(), space.say(&says::THIS_PLAN).to_owned()))
                .child(option("own".to_owned(), space.say(&says::OWN).to_owned()))
                .child(other)
                .child(versions)
                .child(
                    el("optgroup")
                        .attr("label", space.say(&crate::ui::says::EXAMPLES))
                        .child(starters),
                )
                .value(from),
        )
        .child(icon("down"))
        .done()
}

/// What an earlier version is called.
fn version(space: Workspace, index: usize, count: usize) -> String {
    let back = Arg::Count((count - index) as i64, &says::CHANGES);
    Message::new(&says::BACK, [Arg::Number(index as i64 + 1), back]).text(space.language.get_untracked())
}

/// What a side is called in a text.
pub fn called(space: Workspace, side: Side) -> String {
    let from = side.from.get_untracked();
    let index = |kind: &str| from.strip_prefix(kind).and_then(|index| index.parse::<usize>().ok());
    if let Some(index) = index("earlier-") {
        return version(space, index, space.earlier().len().max(index + 1));
    }
    if let Some(starter) = index("example-").and_then(|index| examples::ALL.get(index)) {
        return space.say(&starter.title).to_owned();
    }
    match from.split_once(':') {
        Some((_, file)) => file.to_owned(),
        None if from == CURRENT => space.say(&says::THIS_PLAN).to_owned(),
        None => space.say(&crate::ui::says::TEXT).to_owned(),
    }
}

/// The text of a side, to be written or pasted. A long one is not shown.
fn content(space: Workspace, name: &'static str) -> View {
    let side = of(space, name);
    let typed = move |value: String| {
        side.text.set(value);
        if side.from.with_untracked(|from| from != "own") {
            side.from.set("own".to_owned());
        }
    };
    let pasted: Handler = Box::new(move |event| {
        if let Some(long) = browser::long_paste(&event) {
            typed(long);
        }
    });
    let shown = text(move || {
        side.text.with(|text| {
            if text.len() > WHOLE {
                String::new()
            } else {
                text.clone()
            }
        })
    });
    let ready = text(move || match side.text.with(String::len) {
        size if size > WHOLE => {
            let bytes = Arg::Count(size as i64, &nouns::BYTES);
            Message::new(&crate::ui::says::LONG_READY, [bytes]).text(space.language.get_untracked())
        }
        _ => space.say(&says::HINT).to_owned(),
    });
    let (area, note) = (id(name, "text"), id(name, "note"));
    [
        el("span")
            .class("control")
            .child(
                el("textarea")
                    .attr("id", area)
                    .attr("rows", "6")
                    .attr("spellcheck", "false")
                    .attr("autocomplete", "off")
                    .attr("aria-label", named(space, &says::TEXT_OF, name))
                    .attr("aria-describedby", note.clone())
                    .value(shown)
                    .on("paste", pasted)
                    .on("input", given(typed)),
            )
            .done(),
        el("p").class("muted").attr("id", note).child(ready).done(),
    ]
    .done()
}
