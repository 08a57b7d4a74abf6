//! The calls of this session: what was asked when, and what came back. Without bodies, headers and tokens.

use leptos::prelude::*;

use super::session::Session;
use super::{says, shown};
use crate::arm::history::Row;
use crate::ui::browser;
use crate::ui::dom::{Done, View, dynamic, el, nothing, pressed, text};
use crate::ui::parts::{icon, toned_icon};
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Message, number};

/// So many rows are shown; the file has all.
const SHOWN: usize = 20;

/// The block of the calls; nothing before the first one.
pub fn block(session: Session) -> View {
    let space = Workspace::here();
    let language = space.language.get_untracked();
    let any =
        crate::ui::dom::count_memo(move || usize::from(session.history.with(|history| !history.rows().is_empty())));
    let again = text(move || match session.again_at.get() {
        Some(at) => Message::new(&says::AGAIN_AT, [Arg::Text(shown::clock(at))]).text(language),
        None => String::new(),
    });
    dynamic(move || {
        if any.get() == 0 {
            return nothing();
        }
        let export = || {
            let text = Session::here().history.with_untracked(|history| history.to_json());
            browser::download("calls.json", &text);
        };
        let clear = move || {
            session.history.set(Default::default());
            browser::focus("send-to");
        };
        let button = |id: &str, name: &str, words: &'static str, press: crate::ui::dom::Handler| {
            el("button")
                .class("button plain")
                .attr("type", "button")
                .attr("id", id.to_owned())
                .on("click", press)
                .child(icon(name))
                .child(words)
        };
        el("section")
            .class("block")
            .attr("id", "calls")
            .attr("aria-labelledby", "s-history")
            .child(
                el("header")
                    .child(el("h3").attr("id", "s-history").child(space.say(&says::CALLS)))
                    .child(el("span").class("muted").child(again))
                    .child(
                        el("span")
                            .class("end")
                            .child(button(
                                "calls-export",
                                "download",
                                space.say(&says::EXPORT),
                                pressed(export),
                            ))
                            .child(button("calls-clear", "close", space.say(&says::CLEAR), pressed(clear))),
                    ),
            )
            .child(dynamic(move || {
                session.history.with(|history| rows(space, history.rows()))
            }))
            .done()
    })
}

fn rows(space: Workspace, rows: &[Row]) -> View {
    let language = space.language.get_untracked();
    let shown: Vec<View> = rows.iter().rev().take(SHOWN).map(|one| row(space, one)).collect();
    let more = (rows.len() > SHOWN).then(|| {
        let words = Message::new(&says::OLDER_CALLS, [Arg::Number((rows.len() - SHOWN) as i64)]);
        el("p").class("muted").child(words.text(language))
    });
    crate::ui::dom::side_by_side([el("ul").class("flush").child(shown).done(), more.done()])
}

fn row(space: Workspace, row: &Row) -> View {
    let language = space.language.get_untracked();
    let fine = row.status.is_some_and(|status| (200..300).contains(&status));
    // An answer that says that there is nothing is none to worry about.
    let tone = match row.status {
        _ if fine => "pass",
        Some(404) => "advice",
        _ => "error",
    };
    let came = match row.status {
        Some(status) => status.to_string(),
        None => space.say(&says::NO_ANSWER).to_owned(),
    };
    let times = (row.times > 1).then(|| format!(" ×\u{202f}{}", number(row.times as i64)));
    let code = row.code.clone().map(|code| el("code").child(code));
    let path = row.route.split('?').next().unwrap_or_default();
    let took = Message::new(&says::TOOK, [Arg::Number(row.took)]).text(language);
    el("li")
        .class("item")
        .child(toned_icon(tone))
        .child(
            el("div")
                .child(el("b").class("mono").child(row.method.name()))
                .child(times)
                .child(" ")
                .child(code)
                .child(el("span").class("under path").child(short(path))),
        )
        .child(
            el("span")
                .class("end")
                .child([shown::clock(row.at), " · ".to_owned(), came].concat())
                .child(el("span").class("under").child(took)),
        )
        .done()
}

/// The end of a route, by which one knows it.
fn short(path: &str) -> String {
    let parts: Vec<&str> = path.rsplit('/').take(3).collect();
    let end: Vec<&str> = parts.into_iter().rev().collect();
    ["…/", &end.join("/")].concat()
}
