//! What is found in a text before it is taken as a plan: its form, its pools to choose from, and what a plan cannot hold.

mod says;

use leptos::prelude::*;

use crate::analysis::{Analysis, judge_pools};
use crate::input::{self, Dialect, NoteKind, Pool};
use crate::model::ImageKind;
use crate::rules::{self, Severity};
use crate::ui::dom::{Done, View, dynamic, el, flag, nothing, pressed, side_by_side, ticked};
use crate::ui::parts::{icon, message, notice, severity_icon, severity_noun};
use crate::ui::workspace::{IN_PIECES, Workspace};
use crate::words::{Arg, Language, Message, Words, nouns};

/// So many pools are listed to choose from.
const MOST_POOLS: usize = 200;
/// So many notes are listed.
const MOST_NOTES: usize = 50;

/// One pool of a text as a plan document, by its place among them.
pub fn plan_text(text: &str, pool: usize) -> Option<String> {
    input::pools(text).get(pool)?.plan_text(text).ok()
}

/// What is found in the text that waits to be taken.
pub fn import_preview() -> View {
    let space = Workspace::here();
    let asked = RwSignal::new(false);
    dynamic(move || space.import_text.with(|text| found(space, text, asked)))
}

fn found(space: Workspace, text: &str, asked: RwSignal<bool>) -> View {
    space.import_choice.set(None);
    if text.trim().is_empty() {
        asked.set(false);
        return nothing();
    }
    if text.len() > IN_PIECES && !asked.get() {
        let look = el("button")
            .class("button small")
            .attr("type", "button")
            .on("click", pressed(move || asked.set(true)))
            .child(icon("search"))
            .child(space.say(&says::LOOK));
        return notice(Severity::Advice, space.say(&says::LONG).into(), look.done());
    }
    let language = space.language.get_untracked();
    let reading = input::read(text);
    let pools = match input::other_pools(text, &reading) {
        Some(pools) => pools,
        // A plan is what it is; what cannot be read is told with its place.
        None if reading.dialect == Dialect::Plan && reading.root.is_ok() => return nothing(),
        None => input::pools(text),
    };
    let only = pools.len() == 1;
    let trouble = pools.iter().all(|pool| pool.reading.root.is_err());
    if trouble {
        let analysis = crate::analysis::analyse(text, space.as_of.get_untracked());
        return unreadable(space, &analysis);
    }
    space.import_choice.set(Some(0));
    let dialect = pools.first().map_or(Dialect::Plan, |pool| pool.reading.dialect);
    let count = Arg::Count(pools.len() as i64, &nouns::POOLS);
    let head = Message::new(&says::FOUND, [form(dialect).into(), count]);
    let (listed, more) = pools.split_at(pools.len().min(MOST_POOLS));
    let lines = input::LineIndex::new(text);
    let notes: Vec<(View, usize)> = listed.iter().map(|pool| notes(space, (text, &lines), pool)).collect();
    let notes: Vec<View> = notes
        .into_iter()
        .enumerate()
        .map(|(index, (notes, count))| match count {
            0 => nothing(),
            _ => el("div")
                .attr("hidden", flag(move || space.import_choice.get() != Some(index)))
                .child(el("h3").class("under").child(space.say(&says::NOT_TAKEN)))
                .child(notes)
                .done(),
        })
        .collect();
    let choices = if only { nothing() } else { choices(space, text, listed) };
    let more = match more.len() {
        0 => nothing(),
        more => {
            let words = Message::new(&says::MORE, [Arg::Number(more as i64)]);
            el("p").class("muted").child(message(&words, language)).done()
        }
    };
    side_by_side([
        el("p").attr("role", "status").child(message(&head, language)).done(),
        choices,
        more,
        notes.into_iter().collect::<View>(),
    ])
    .done()
}

/// The first thing that is wrong with a text, with line and column.
fn unreadable(space: Workspace, analysis: &Analysis) -> View {
    let language = space.language.get_untracked();
    let Some(first) = analysis.findings.first() else {
        return nothing();
    };
    let place = [first.position.line, first.position.column].map(|number| Arg::Number(number as i64));
    let place = Message::new(&crate::ui::says::LINE_COLUMN, place).text(language);
    let words = side_by_side([
        message(&first.finding.message, language).done(),
        el("span").class("muted").child(format!(" {place}")).done(),
    ]);
    let told = notice(first.finding.severity, words.done(), nothing());
    el("div").attr("role", "status").child(told).done()
}

fn form(dialect: Dialect) -> &'static Words {
    match dialect {
        Dialect::Plan => &crate::ui::says::PLAN,
        Dialect::PutBody => &says::PUT_BODY,
        Dialect::Resource => &says::RESOURCE,
        Dialect::HttpRequest => &says::HTTP_REQUEST,
        Dialect::CSharp => &says::CSHARP,
        Dialect::Template => &says::TEMPLATE,
        Dialect::Bicep => &says::BICEP,
        Dialect::Terraform => &says::TERRAFORM,
        Dialect::DataPlane => &says::DATA_PLANE,
    }
}

/// The pools of a text, one to be chosen: what each is, and what is said of it.
fn choices(space: Workspace, text: &str, pools: &[Pool]) -> View {
    let language = space.language.get_untracked();
    let judged = judge_pools(text, pools.to_vec(), space.as_of.get_untracked());
    let row = |(index, (name, analysis)): (usize, (String, Analysis))| {
        let name = match name.as_str() {
            "" => Message::new(&says::NUMBER, [Arg::Number(index as i64 + 1)]).text(language),
            name => name.to_owned(),
        };
        el("label")
            .class("choice")
            .child(
                el("input")
                    .attr("type", "radio")
                    .attr("name", "import-pool")
                    .attr("id", format!("import-pool-{index}"))
                    .checked(flag(move || space.import_choice.get() == Some(index)))
                    .on("change", ticked(move |_| space.import_choice.set(Some(index)))),
            )
            .child(
                el("span")
                    .child(el("b").child(name))
                    .child(el("span").class("under").child(about(&analysis, language))),
            )
            .child(counts(&analysis, language))
            .done()
    };
    el("fieldset")
        .class("choices")
        .child(el("legend").child(space.say(&says::CHOOSE)))
        .child(judged.into_iter().enumerate().map(row).collect::<View>())
        .done()
}

/// VM size and kind of image.
fn about(analysis: &Analysis, language: Language) -> String {
    let say = |words: &'static Words| words.in_language(language);
    let Some(plan) = analysis.plan() else {
        return say(&says::UNREADABLE).to_owned();
    };
    let size = plan
        .root
        .at(crate::model::path::VM_SIZE)
        .and_then(|size| size.as_text());
    let image = match plan.pool.image.kind() {
        ImageKind::Marketplace => &says::MARKETPLACE,
        ImageKind::Gallery(_) | ImageKind::SharedGallery | ImageKind::CommunityGallery => &says::GALLERY,
        ImageKind::Managed(_) => &says::MANAGED,
        ImageKind::Missing => &says::NO_IMAGE,
        ImageKind::Vhd | ImageKind::OtherId => &says::OTHER_IMAGE,
    };
    format!("{} · {}", size.unwrap_or(say(&says::NO_SIZE)), say(image))
}

/// How many findings there are of each severity.
fn counts(analysis: &Analysis, language: Language) -> View {
    let counts = analysis.counts();
    let one = |severity| {
        let words = Arg::Count(counts.of(severity) as i64, severity_noun(severity));
        el("span")
            .child(severity_icon(severity))
            .child(" ")
            .child(Message::new(&crate::ui::says::IT, [words]).text(language))
            .done()
    };
    let shown = Severity::ALL.into_iter().filter(|severity| counts.of(*severity) > 0);
    el("span")
        .class("counted")
        .child(shown.map(one).collect::<View>())
        .done()
}

/// What of a pool does not stand in the plan as it was given, each with its line, and how much there is.
fn notes(space: Workspace, (text, lines): (&str, &input::LineIndex), pool: &Pool) -> (View, usize) {
    let language = space.language.get_untracked();
    let told = |note: &&input::Note| !matches!(note.kind, NoteKind::Moved(_));
    let count = pool.reading.notes.iter().filter(told).count();
    let item = |note: &input::Note| {
        let line = lines.position(text, note.span.start).line;
        let line = Message::new(&crate::ui::says::LINE, [Arg::Number(line as i64)]).text(language);
        el("li")
            .child(message(&rules::document::said(note), language))
            .child(el("span").class("muted").child(format!(" · {line}")))
            .done()
    };
    let listed = pool
        .reading
        .notes
        .iter()
        .filter(told)
        .take(MOST_NOTES)
        .map(item)
        .collect::<View>();
    let rest = match count.saturating_sub(MOST_NOTES) {
        0 => nothing(),
        rest => {
            let words = Message::new(&says::NOTES_MORE, [Arg::Number(rest as i64)]);
            el("li").child(words.text(language)).done()
        }
    };
    (el("ul").class("stated").child(listed).child(rest).done(), count)
}
