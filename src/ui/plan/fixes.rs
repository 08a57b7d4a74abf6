//! All safe fixes at once: what they are, what they change, and one button for them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::dom::{Done, View, count_memo, dynamic, el, flag, instead, nothing, pressed, side_by_side};

use crate::fixing::{self, Applied, Hunk, Line, LineKind, SafeFixes, WhyLeft};
use crate::ui::browser;
use crate::ui::parts::{icon, message};
use crate::ui::says;
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Language, Message, nouns};

/// The button above the findings, and its dialog.
pub fn safe_fixes() -> View {
    let space = Workspace::here();
    let shown: RwSignal<Option<Arc<SafeFixes>>> = RwSignal::new(None);
    let count = count_memo(move || match space.waits.get() {
        true => 0,
        false => space.analysis.with(|analysis| fixing::count(analysis)),
    });
    let open = move || {
        shown.set(fixing::safe_fixes(&space.text(), space.as_of.get_untracked()).map(Arc::new));
        browser::show_dialog("fixes");
    };
    let button = dynamic(move || {
        let count = count.get() as i64;
        if count == 0 {
            return nothing();
        }
        let words = Message::new(&says::APPLY_FIXES, [Arg::Count(count, &nouns::SAFE_FIXES)]);
        el("p")
            .class("item group")
            .child(icon("fix"))
            .child(
                el("span").child(
                    el("button")
                        .class("button fix")
                        .attr("type", "button")
                        .attr("id", "fixes-open")
                        .on("click", pressed(open))
                        .child(words.text(space.language.get_untracked())),
                ),
            )
            .done()
    });
    side_by_side([button, dialog(space, shown)]).done()
}

fn dialog(space: Workspace, shown: RwSignal<Option<Arc<SafeFixes>>>) -> View {
    let changes = move || shown.with(|fixes| fixes.as_ref().is_some_and(|fixes| !fixes.applied.is_empty()));
    let apply = move || {
        if let Some(fixes) = shown.get_untracked().filter(|_| changes()) {
            let count = Arg::Count(fixes.applied.len() as i64, &nouns::SAFE_FIXES);
            space.replace(&fixes.after, Message::new(&says::FIXED, [count]));
        }
        browser::close_dialog("fixes");
    };
    el("dialog")
        .attr("id", "fixes")
        .attr("aria-labelledby", "fixes-title")
        .child(
            el("form")
                .attr("method", "dialog")
                .on("submit", instead(apply))
                .child(
                    el("h2")
                        .class("title")
                        .attr("id", "fixes-title")
                        .child(space.say(&says::FIXES_TITLE)),
                )
                .child(el("p").class("muted").child(space.say(&says::FIXES_NOTE)))
                .child(dynamic(move || {
                    shown
                        .with(|fixes| fixes.as_ref().map(|fixes| preview(space, fixes)))
                        .done()
                }))
                .child(
                    el("div")
                        .class("buttons")
                        .child(
                            el("button")
                                .class("button primary")
                                .attr("type", "submit")
                                .attr("autofocus", true)
                                .attr("disabled", flag(move || !changes()))
                                .child(space.say(&says::APPLY)),
                        )
                        .child(
                            el("button")
                                .class("button plain")
                                .attr("type", "button")
                                .on("click", pressed(|| browser::close_dialog("fixes")))
                                .child(space.say(&says::CANCEL)),
                        ),
                ),
        )
        .done()
}

/// What is done, what is left, and the lines that change.
fn preview(space: Workspace, fixes: &SafeFixes) -> View {
    let language = space.language.get_untracked();
    if fixes.applied.is_empty() {
        return el("p").child(space.say(&says::FIXES_NONE)).done();
    }
    let left = fixes.left.iter().filter(|left| left.why != WhyLeft::Advice).count();
    let left = (left > 0).then(|| {
        let words = Message::new(&says::FIXES_LEFT, [Arg::Number(left as i64)]).text(language);
        el("p").class("muted").child(words)
    });
    let applied = fixes.applied.iter().map(|applied| done(applied, language));
    let changed = fixes.hunks().iter().map(hunk).collect::<View>();
    side_by_side([
        el("ul").class("stated").child(applied.collect::<View>()).done(),
        left.done(),
        el("div")
            .class("code diff")
            .attr("role", "region")
            .attr("tabindex", "0")
            .attr("aria-label", space.say(&says::FIXES_CHANGES))
            .child(changed)
            .done(),
    ])
    .done()
}

fn done(applied: &Applied, language: Language) -> View {
    let line = Message::new(&says::LINE, [Arg::Number(applied.line as i64)]).text(language);
    el("li")
        .child(el("b").child(message(&applied.title, language)))
        .child(" ")
        .child(message(&applied.message, language))
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
