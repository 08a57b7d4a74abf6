//! What differs: the counts, the members, the findings that come and go.

use leptos::prelude::*;

use super::{Known, NAMES, link, says, side};
use crate::analysis::Analysis;
use crate::compare::{self, Change, Comparison, Difference, FindingChange, Held, markdown};
use crate::examples;
use crate::form;
use crate::input;
use crate::rules::Severity;
use crate::ui::browser;
use crate::ui::computed::Computed;
use crate::ui::dom::{Done, View, dynamic, el, nothing, pressed, side_by_side};
use crate::ui::errors::go_to_field;
use crate::ui::parts::{block, icon, message, notice, severity_icon, severity_name, toned_icon};
use crate::ui::plan::{field_id, go_to_text};
use crate::ui::route::Route;
use crate::ui::workspace::{CURRENT, IN_PIECES, Workspace};
use crate::words::{Arg, Language, Message, Words};

/// At most so many rows of a kind are shown.
const MOST_ROWS: usize = 200;
/// A value is shown up to so many characters.
const LONGEST: usize = 300;

/// Both analyses, once they are there and can be read.
fn both(known: &[Known; 2]) -> Option<[&Analysis; 2]> {
    match known {
        [Known::Judged(a), Known::Judged(b)] if a.root.is_some() && b.root.is_some() => Some([a, b]),
        _ => None,
    }
}

/// The heading, and what can be done with the result.
pub fn head(space: Workspace, known: [Computed<Known>; 2]) -> View {
    let tools = dynamic(move || match both(&known.map(Computed::get)) {
        Some(_) => tools(space, known),
        None => nothing(),
    });
    el("header")
        .child(el("h2").attr("id", "compared-heading").child(space.say(&says::RESULT)))
        .child(el("div").class("tools").child(tools))
        .done()
}

fn tools(space: Workspace, known: [Computed<Known>; 2]) -> View {
    let button = |id: &'static str, mark: &'static str, words: &'static Words, call: Box<dyn Fn()>| {
        el("button")
            .class("button plain")
            .attr("type", "button")
            .attr("id", id)
            .attr("aria-label", space.say(words))
            .on("click", pressed(call))
            .child(icon(mark))
            .child(el("span").class("word").child(space.say(words)))
            .done()
    };
    let copy = move || {
        let known = known.map(Computed::get_untracked);
        let Some([a, b]) = both(&known) else { return };
        let names = space.sides.map(|one| side::called(space, one));
        let [first, second] = &names;
        let compared = compare::compare(a, b);
        let text = markdown::markdown(&compared, [first, second], space.language.get_untracked());
        browser::copy(&text, move |worked| {
            let said = match worked {
                true => Message::new(&crate::ui::says::COPIED, [Arg::Term(&says::COMPARISON)]),
                false => Message::from(&crate::ui::says::NOT_COPIED),
            };
            space.said.set(Some(said));
        });
    };
    let offer = move || {
        if let Some(both) = both(&known.map(Computed::get_untracked)) {
            link::offer(space, both, space.sides.map(|one| side::called(space, one)));
        }
    };
    let [_, b] = space.sides;
    let own = b.from.with(|from| from == CURRENT);
    let take = move || {
        let text = b.text.get_untracked();
        // Large texts are taken as they are: they are read in pieces afterwards.
        let planned = match text.len() > IN_PIECES {
            true => None,
            false => input::plan_text(&text),
        };
        space.replace(planned.as_deref().unwrap_or(&text), &says::USED);
        browser::after_paint(|| browser::focus("compare-use"));
    };
    side_by_side([
        button("compare-copy", "copy", &says::COPY, Box::new(copy)),
        button("compare-share", "share", &says::SHARE, Box::new(offer)),
        match own {
            true => nothing(),
            false => button("compare-use", "goto", &says::USE_B, Box::new(take)),
        },
    ])
}

/// The result, or why there is none yet.
pub fn result(space: Workspace, known: [Known; 2]) -> View {
    if known.iter().any(|one| matches!(one, Known::Nothing)) {
        return empty(space);
    }
    if known.iter().any(|one| matches!(one, Known::Busy)) {
        let words = space.say(&crate::ui::says::CHECKING);
        return el("p")
            .class("item")
            .attr("role", "status")
            .child(el("span"))
            .child(el("span").child(words))
            .done();
    }
    let Some([a, b]) = both(&known) else {
        return known
            .iter()
            .zip(NAMES)
            .map(|(one, name)| unreadable(space, one, name))
            .collect();
    };
    let compared = compare::compare(a, b);
    let language = space.language.get_untracked();
    let own = space.sides.map(|side| side.from.with_untracked(|from| from == CURRENT));
    let rows = |differences: &[Difference], absent| table(space, differences, absent, own, ["A", "B"]);
    let members = match compared.differences.is_empty() {
        true => el("p").child(space.say(&markdown::SAME)).done(),
        false => rows(&compared.differences, &markdown::ABSENT),
    };
    let defaults = (!compared.defaults.is_empty()).then(|| {
        let rows = rows(&compared.defaults, &markdown::DEFAULT);
        block("compared-defaults", space.say(&says::DEFAULTS), rows)
    });
    side_by_side([
        summary(&compared, language),
        block("compared-members", space.say(&markdown::MEMBERS), members),
        defaults.into(),
        block(
            "compared-findings",
            space.say(&markdown::FINDINGS),
            findings(space, &compared),
        ),
    ])
}

/// One sentence, and the ways to begin.
fn empty(space: Workspace) -> View {
    let [_, b] = space.sides;
    let button = |class: &str, id: &'static str, words: &'static Words, call: Box<dyn Fn()>| {
        el("button")
            .class(class)
            .attr("type", "button")
            .attr("id", id)
            .on("click", pressed(call))
            .child(space.say(words))
            .done()
    };
    let earlier = space.earlier();
    let last = earlier.last().cloned();
    let before = last.map(|text| {
        let index = earlier.len() - 1;
        let [a, b] = space.sides;
        let take = move || {
            a.text.set(text.to_string());
            a.from.set(format!("earlier-{index}"));
            b.from.set(CURRENT.to_owned());
            browser::after_paint(|| browser::focus("compared"));
        };
        button("button primary", "compare-before", &says::BEFORE_LAST, Box::new(take))
    });
    let paste = move || {
        b.from.set("own".to_owned());
        browser::after_paint(|| browser::focus_shown(&["side-b-text", "show-a"]));
    };
    let example = move || {
        if let Some(starter) = examples::ALL.last() {
            b.text.set(starter.text.to_owned());
            b.from.set(format!("example-{}", examples::ALL.len() - 1));
            browser::after_paint(|| browser::focus("compared"));
        }
    };
    el("div")
        .class("block")
        .child(el("p").child(space.say(&says::EMPTY)))
        .child(
            el("div")
                .class("buttons")
                .child(before)
                .child(button("button", "compare-paste", &says::PASTE_B, Box::new(paste)))
                .child(button("button", "compare-example", &says::EXAMPLE, Box::new(example))),
        )
        .done()
}

/// Why a side cannot be read, if it cannot.
fn unreadable(space: Workspace, known: &Known, name: &'static str) -> View {
    let Known::Judged(analysis) = known else {
        return nothing();
    };
    if analysis.root.is_some() {
        return nothing();
    }
    let language = space.language.get_untracked();
    let words = Message::new(&says::UNREADABLE, [Arg::Text(name.to_owned())]).text(language);
    let first = analysis.findings.first();
    let why = first.map(|located| message(&located.finding.message, language));
    let said = side_by_side([words.into(), " ".into(), why.into()]);
    el("div")
        .attr("role", "alert")
        .child(notice(Severity::Error, said, nothing()))
        .done()
}

/// How many differences, and the findings of both.
fn summary(compared: &Comparison, language: Language) -> View {
    let count = Arg::Count(compared.differences.len() as i64, &markdown::DIFFERENCES);
    let counts = compared
        .counts
        .map(|counts| Arg::Text(markdown::counted(counts, language)));
    el("section")
        .class("block")
        .attr("role", "status")
        .attr("id", "compared-summary")
        .child(
            el("h3")
                .class("title")
                .child(Message::new(&crate::ui::says::IT, [count]).text(language)),
        )
        .child(el("p").child(Message::new(&says::TO_B, counts).text(language)))
        .done()
}

/// Members that differ, in a table with a column for each side; `own` says which side is the plan of the page, to whose
/// fields the rows lead.
pub fn table(
    space: Workspace,
    differences: &[Difference],
    absent: &'static Words,
    own: [bool; 2],
    [a, b]: [&str; 2],
) -> View {
    let column = |words: &str| el("th").attr("scope", "col").child(words).done();
    let rows = differences
        .iter()
        .take(MOST_ROWS)
        .map(|one| row(space, one, absent, own));
    let table = el("table")
        .class("grid-table compared")
        .child(el("thead").child(el("tr").child([column(space.say(&markdown::MEMBER)), column(a), column(b)])))
        .child(el("tbody").child(rows.collect::<View>()))
        .done();
    side_by_side([table, more(space, differences.len(), &says::MORE)])
}

/// How many are not shown.
fn more(space: Workspace, count: usize, words: &'static Words) -> View {
    match count.saturating_sub(MOST_ROWS) {
        0 => nothing(),
        rest => {
            let words = Message::new(words, [Arg::Number(rest as i64)]);
            el("p")
                .class("muted")
                .child(words.text(space.language.get_untracked()))
                .done()
        }
    }
}

fn row(space: Workspace, one: &Difference, absent: &'static Words, own: [bool; 2]) -> View {
    let cell = |held: &Option<Held>| el("td").child(value(space, held, absent)).done();
    let title = one.title().map(|title| el("span").child(space.say(title)));
    let [a_is_own, b_is_own] = own;
    let held = match (a_is_own, b_is_own) {
        (true, _) => one.a.as_ref(),
        (_, true) => one.b.as_ref(),
        _ => None,
    };
    el("tr")
        .child(
            el("th")
                .attr("scope", "row")
                .child(title)
                .child(el("code").class("under").child(one.path()))
                .child(held.map(|held| go(space, held))),
        )
        .child([cell(&one.a), cell(&one.b)])
        .done()
}

/// What a side holds.
fn value(space: Workspace, held: &Option<Held>, absent: &'static Words) -> View {
    let quiet = |words| el("span").class("muted").child(space.say(words)).done();
    let Some(held) = held else { return quiet(absent) };
    match held.json() {
        None => quiet(&markdown::SECRET),
        Some(json) => {
            let mut shown: String = json.chars().take(LONGEST).collect();
            if shown.len() < json.len() {
                shown.push('…');
            }
            el("code").class("value").child(shown).done()
        }
    }
}

/// The way to the field of the plan, or to its text.
fn go(space: Workspace, held: &Held) -> View {
    let field = space.analysis.with_untracked(|analysis| {
        let (section, field) = form::owner(&held.path, &analysis.plan()?)?;
        form::SECTIONS.get(section)?.fields.get(field)
    });
    let span = held.node.span;
    let (words, call) = match field {
        Some(field) => {
            let id = field_id(field.path);
            let go = pressed(move || go_to_field(space, id.clone()));
            (&crate::ui::says::GO_TO_FIELD, go)
        }
        None => {
            let go = pressed(move || {
                space.shows_verdict.set(false);
                go_to_text(space, &(span.start..span.end));
            });
            (&crate::ui::says::GO_TO_TEXT, go)
        }
    };
    el("button")
        .class("button plain small")
        .attr("type", "button")
        .on("click", call)
        .child(icon("goto"))
        .child(space.say(words))
        .child(el("span").class("hidden").child([" ", &held.path].concat()))
        .done()
}

fn findings(space: Workspace, compared: &Comparison) -> View {
    if compared.findings.is_empty() {
        return el("p").child(space.say(&says::SAME_FINDINGS)).done();
    }
    let list = |change| {
        let of_kind = compared.findings.iter().filter(move |one| one.change == change);
        let items: Vec<View> = of_kind.take(MOST_ROWS).map(|one| finding(space, one)).collect();
        if items.is_empty() {
            return nothing();
        }
        side_by_side([
            el("h5")
                .child(
                    [
                        space.say(markdown::change(change)),
                        " (",
                        &compared.count(change).to_string(),
                        ")",
                    ]
                    .concat(),
                )
                .done(),
            el("ul").class("flush").child(items).done(),
            more(space, compared.count(change), &says::MORE_FINDINGS),
        ])
    };
    Change::ALL.map(list).into_iter().collect()
}

/// A finding: what became of it and what it weighs, in words beside the mark.
fn finding(space: Workspace, one: &FindingChange) -> View {
    let language = space.language.get_untracked();
    let Some(located) = one.located() else { return nothing() };
    let mark = match one.change {
        Change::Lost => toned_icon("pass"),
        _ => severity_icon(located.finding.severity),
    };
    let weight = |located: &crate::analysis::Located| match located.is_accepted() {
        true => space.say(&says::ACCEPTED),
        false => space.say(severity_name(located.finding.severity)),
    };
    let weights: Vec<&str> = [one.a, one.b].into_iter().flatten().map(weight).collect();
    let rule = located.finding.rule.id;
    el("li")
        .class("item")
        .child(mark)
        .child(
            el("div").child(message(&located.finding.message, language)).child(
                el("span")
                    .class("under")
                    .child([&weights.join(" → "), " · "].concat())
                    .child(el("code").child(located.finding.place.path())),
            ),
        )
        .child(
            el("span").class("end").child(
                el("a")
                    .attr("href", Route::Rules(Some(rule.to_owned())).href())
                    .child(rule),
            ),
        )
        .done()
}
