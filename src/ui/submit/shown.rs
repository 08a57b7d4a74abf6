//! A call as it is sent, before it is sent: method, address, headers with the token masked, body.

use leptos::prelude::*;

use super::place::Place;
use super::session::Session;
use super::watch_says as says;
use crate::arm::Call;
use crate::emit::Syntax;
use crate::input;
use crate::model::{Millis, Moment};
use crate::ui::dom::{Done, View, el, side_by_side, text};
use crate::ui::parts::{code_block, code_html, marked};
use crate::ui::workspace::Workspace;
use crate::words::Words;

/// The whole call.
pub fn call(space: Workspace, host: &str, call: &Call) -> View {
    let language = space.language.get_untracked();
    let pair = |name: &str, value: &str, note: Option<&'static Words>| {
        let note = note.map(|note| el("span").class("muted").child(marked(note, language)));
        side_by_side([
            el("dt").child(name).done(),
            el("dd").child(value).child(" ").child(note).done(),
        ])
    };
    let headers = call.headers.iter().map(|(name, value)| {
        let note = match (*name, value.as_str()) {
            ("If-None-Match", "*") => Some(&crate::ui::says::REFUSES_OVERWRITE),
            ("If-Match", _) => Some(&says::ONLY_THIS_STATE),
            _ => None,
        };
        pair(name, value, note)
    });
    let authorization = pair("Authorization", "Bearer ••••••", None);
    // The address is Azure's, as the call would be sent there.
    let answers = match Session::here().place.get_untracked() {
        Place::Practice => Some(&says::PRACTICE_ANSWERS),
        Place::Server => Some(&says::SERVER_ANSWERS),
        Place::Azure(_) => None,
    };
    let answers = answers.map(|words| el("p").class("muted").child(marked(words, language)));
    side_by_side([
        answers.done(),
        line(host, call),
        el("dl")
            .class("pairs mono")
            .child(authorization)
            .child(headers.collect::<View>())
            .done(),
        body(space, call),
    ])
}

/// Method and address: the names in them stand out.
pub fn line(host: &str, call: &Call) -> View {
    let (path, query) = call.route.split_once('?').unwrap_or((&call.route, ""));
    let parts = path
        .split('/')
        .skip(1)
        .enumerate()
        .map(|(index, part)| match index % 2 {
            1 => side_by_side(["/".done(), el("wbr").done(), part.to_owned().done()]),
            _ => el("i").child("/").child(part.to_owned()).done(),
        });
    let query = (!query.is_empty()).then(|| {
        let (name, value) = query.split_once('=').unwrap_or((query, ""));
        el("span")
            .class("keep")
            .child(el("i").child(["?", name, "="].concat()))
            .child(value)
    });
    el("p")
        .class("request-line")
        .child(el("b").child(call.method.name()))
        .child(
            el("span")
                .child(host)
                .child(parts.collect::<View>())
                .child(el("wbr"))
                .child(query),
        )
        .done()
}

/// The body, where there is one.
fn body(space: Workspace, call: &Call) -> View {
    let pretty = |body: &String| match input::parse(body) {
        Ok(node) => node.to_pretty_json(),
        Err(_) => body.clone(),
    };
    let Some(body) = call.body.as_ref().map(pretty) else {
        return el("p").class("muted").child(space.say(&says::NO_BODY)).done();
    };
    let html = code_html(body.trim_end(), Syntax::Json, &[], space.severity_labels());
    let label = space.say(&crate::ui::says::BODY);
    code_block(text(move || label.to_owned()), text(move || html.clone()))
}

/// A time of day of the reader's: `14:30:22`.
pub fn clock(at: Moment) -> String {
    let date = js_sys::Date::new(&(at.0 as f64).into());
    let two = |value: u32| format!("{value:02}");
    [two(date.get_hours()), two(date.get_minutes()), two(date.get_seconds())].join(":")
}

/// A span as a clock shows it: `36:04`, `1:02:03`.
pub fn lasted(span: Millis) -> String {
    let seconds = span.max(0) / 1_000;
    match seconds / 3_600 {
        0 => format!("{}:{:02}", seconds / 60, seconds % 60),
        hours => format!("{hours}:{:02}:{:02}", seconds / 60 % 60, seconds % 60),
    }
}
