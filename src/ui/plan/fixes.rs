//! All safe fixes at once: what they are, what they change, and one button for them.

use leptos::prelude::*;

use crate::ui::dom::{Done, View, count_memo, dynamic, el, nothing, pressed, side_by_side};

use crate::fixing::{Applied, Hunk, Line, LineKind, WhyLeft};
use crate::ui::browser;
use crate::ui::judgement;
use crate::ui::parts::{icon, message};
use crate::ui::says;
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Language, Message, nouns};

/// The button above the findings, and its dialog.
pub fn safe_fixes() -> View {
    let space = Workspace::here();
    let shown = RwSignal::new(false);
    let count = count_memo(move || match space.waits.get() {
        true => 0,
        false => space
            .analysis
            .with(|analysis| judgement::there().map_or(0, |there| (there.count_fixes)(analysis))),
    });
    let open = move || {
        shown.set(true);
        browser::after_paint(|| browser::show_dialog("fixes"));
    };
    let button = dynamic(move || {
        let count = count.get() as i64;
        if count == 0 {
            return nothing();
        }
        let words = Message::new(&says::APPLY_FIXES, [Arg::Count(count, &nouns::SAFE_FIXES)]);
        el("p")
            .class("item group")
            .child(el("span"))
            .child(
                el("span").child(
                    el("button")
                        .class("button")
                        .attr("type", "button")
                        .on("click", pressed(open))
                        .child(icon("fix"))
                        .child(words.text(space.language.get_untracked())),
                ),
            )
            .done()
    });
    let dialog = el("dialog")
        .attr("id", "fixes")
        .attr("aria-labelledby", "fixes-title")
        .on("close", pressed(move || shown.set(false)))
        .child(dynamic(move || match shown.get() {
            true => untrack(|| preview(space)),
            false => nothing(),
        }));
    side_by_side([button, dialog.done()]).done()
}

fn close() {
    browser::close_dialog("fixes");
}

/// What is done, what is left, and the lines that change.
fn preview(space: Workspace) -> View {
    let Some(there) = judgement::there() else {
        return nothing();
    };
    let Some(fixes) = (there.safe_fixes)(&space.text(), space.as_of.get()) else {
        return nothing();
    };
    let language = space.language.get();
    let applied = fixes.applied.iter().map(|applied| done(applied, language));
    let left = fixes.left().filter(|(_, why)| *why != WhyLeft::Advice).count() as i64;
    let changed = (there.hunks)(&fixes).iter().map(hunk).collect::<View>();
    let changed = match fixes.applied.is_empty() {
        true => el("p").child(space.say(&says::FIXES_NONE)),
        false => el("div")
            .class("code diff")
            .attr("role", "region")
            .attr("tabindex", "0")
            .attr("aria-label", space.say(&says::FIXES_CHANGES))
            .child(changed),
    };
    let left = match left {
        0 => nothing(),
        _ => {
            let words = Message::new(&says::FIXES_LEFT, [Arg::Number(left)]);
            el("p").class("muted").child(words.text(language)).done()
        }
    };
    let count = Arg::Count(fixes.applied.len() as i64, &nouns::SAFE_FIXES);
    let after = fixes.after.clone();
    let apply = pressed(move || {
        space.replace(&after, Message::new(&says::FIXED, [count.clone()]));
        close();
    });
    side_by_side([
        el("h2")
            .class("title")
            .attr("id", "fixes-title")
            .attr("tabindex", "-1")
            .attr("autofocus", true)
            .child(space.say(&says::FIXES_TITLE))
            .done(),
        el("p").class("muted").child(space.say(&says::FIXES_NOTE)).done(),
        el("ul").class("stated").child(applied.collect::<View>()).done(),
        left,
        changed.done(),
        el("div")
            .class("buttons")
            .child(
                el("button")
                    .class("button primary")
                    .attr("type", "button")
                    .attr("disabled", fixes.applied.is_empty())
                    .on("click", apply)
                    .child(space.say(&says::APPLY)),
            )
            .child(
                el("button")
                    .class("button plain")
                    .attr("type", "button")
                    .on("click", pressed(close))
                    .child(space.say(&says::CANCEL)),
            )
            .done(),
    ])
    .done()
}

fn done(applied: &Applied, language: Language) -> View {
    let line = Message::new(&says::LINE, [Arg::Number(applied.line as i64)]).text(language);
    el("li")
        .child(message(&applied.message, language))
        .child(" ")
        .child(el("b").child(message(&applied.title, language)))
        .child(el("span").class("muted").child(format!(" {} · {line}", applied.rule)))
        .done()
}

fn hunk(hunk: &Hunk) -> View {
    el("div").child(hunk.lines.iter().map(line).collect::<View>()).done()
}

/// Both numbers, the sign, the text. The element says the same as the sign.
fn line(line: &Line) -> View {
    let (tag, sign) = match line.kind {
        LineKind::Kept => ("span", ""),
        LineKind::Removed => ("del", "−"),
        LineKind::Added => ("ins", "+"),
    };
    let number = |number: usize| el("i").child(if number == 0 { String::new() } else { number.to_string() });
    el(tag)
        .child(number(line.old))
        .child(number(line.new))
        .child(el("b").child(sign))
        .child(el("code").child(line.text))
        .done()
}
