//! What the catalogue is narrowed to: words, severities, area, basis, api-version, this plan.

use leptos::prelude::*;

use super::Found;
use crate::model::ApiVersion;
use crate::rules::{self, Area, Basis, Rule};
use crate::ui::browser;
use crate::ui::computed::Computed;
use crate::ui::dom::{Done, View, el, flag, given, text, ticked};
use crate::ui::parts::{drawn, icon, of};
use crate::ui::says;
use crate::ui::workspace::Workspace;
use crate::words::Language;

/// What is searched for, each as its control gives it: the words; area, basis and api-version, empty for all; whether
/// errors, warnings and advice are hidden, and whether only the rules are shown that this plan breaks, empty for no.
pub type Search = [String; 8];

const WORDS: usize = 0;
const AREA: usize = 1;
const BASIS: usize = 2;
const VERSION: usize = 3;
const HIDES: [usize; 3] = [4, 5, 6];
const ONLY_HERE: usize = 7;

/// Stands for yes.
const YES: &str = "1";

/// Between the texts of two rules; no text holds it.
const NEXT_RULE: char = '\u{1}';

/// The rules that are found, kept up with the search.
pub fn found(space: Workspace) -> Found {
    let language = space.language.get_untracked();
    let mut texts = String::new();
    for rule in rules::all() {
        add_text(rule, language, &mut texts);
        texts.push(NEXT_RULE);
    }
    // In lower case all at once: each call to the browser takes its time.
    let texts = browser::lower_case(&texts);
    Computed::new(move || space.search.with(|search| find(space, search, &texts)))
}

fn find(space: Workspace, search: &Search, texts: &str) -> Vec<&'static str> {
    let [words, area, basis, version, hides @ .., only_here] = search;
    let words = browser::lower_case(words);
    let is = |picked: &str, name| picked.is_empty() || picked == name;
    let mut found = Vec::new();
    for (rule, text) in rules::all().zip(texts.split(NEXT_RULE)) {
        let wanted = is(area, rule.area.name())
            && is(basis, rule.basis.name())
            && hides.get(rule.severity as usize).is_some_and(String::is_empty)
            // Dates stand in the order of their letters.
            && rule.versions.is_none_or(|(from, to)| {
                version.is_empty() || (from.name() <= version.as_str() && version.as_str() <= to.name())
            })
            && words.split_whitespace().all(|word| text.contains(word))
            && (only_here.is_empty() || space.analysis.with(|analysis| {
                analysis.findings.iter().any(|located| located.finding.rule.id == rule.id)
            }));
        if wanted {
            found.push(rule.id);
        }
    }
    found
}

/// Adds everything of a rule that a reader would look for.
fn add_text(rule: &Rule, language: Language, texts: &mut String) {
    let mut add = |text: &str| {
        texts.push_str(text);
        texts.push('\n');
    };
    for text in [
        rule.id,
        rule.name,
        rule.title.in_language(language),
        rule.why.in_language(language),
    ] {
        add(text);
    }
    for field in rule.fields {
        add(field);
    }
    for source in rule.sources {
        add(source.page.title);
        add(source.says.in_language(language));
    }
}

/// Search and filters.
pub fn toolbar(space: Workspace, found: Found, total: usize) -> View {
    let search = space.search;
    let language = space.language.get_untracked();
    // A box that is ticked at first says no when it is not.
    let check = |index: usize, at_first: bool, words| {
        el("label")
            .class("check")
            .child(
                el("input")
                    .attr("type", "checkbox")
                    .checked(flag(move || value(search, index).is_empty() == at_first))
                    .on(
                        "change",
                        ticked(move |on| set(search, index, if on == at_first { "" } else { YES }.to_owned())),
                    ),
            )
            .child(space.say(words))
    };
    let menu = |index: usize, label, all, options: &[(&str, &str)]| {
        let mut select = el("select")
            .attr("aria-label", space.say(label))
            .on("change", given(move |value| set(search, index, value)))
            .child(el("option").attr("value", "").child(space.say(all)));
        for (value, words) in options {
            select = select.child(el("option").attr("value", *value).child(*words));
        }
        el("span")
            .class("control")
            .child(select.value(text(move || value(search, index))))
            .child(icon("down"))
    };
    let [error, warning, advice] = HIDES;
    let areas = Area::ALL.map(|area| (area.name(), space.say(area.title())));
    let bases = Basis::ALL.map(|basis| (basis.name(), space.say(basis.title())));
    let versions: Vec<_> = ApiVersion::all()
        .map(|version| (version.name(), version.name()))
        .collect();
    let count = text(move || of(found.with(Vec::len), total, language));
    el("div")
        .class("toolbar find")
        .attr("role", "search")
        .child(
            el("span")
                .class("control")
                .child(drawn("icon lead", "search").attr("aria-hidden", "true"))
                .child(
                    el("input")
                        .attr("type", "search")
                        .attr("id", "rule-search")
                        .attr("aria-label", space.say(&says::SEARCH_RULE))
                        .attr("placeholder", space.say(&says::SEARCH_HINT))
                        .value(text(move || value(search, WORDS)))
                        .on("input", given(move |words| set(search, WORDS, words))),
                )
                .child(el("span").class("unit").attr("role", "status").child(count)),
        )
        .child(
            el("fieldset")
                .class("field-set")
                .child(el("legend").class("hidden").child(space.say(&says::FILTERS)))
                .child(check(error, true, &says::ERRORS))
                .child(check(warning, true, &says::WARNINGS))
                .child(check(advice, true, &says::ADVICES))
                .child(check(ONLY_HERE, false, &says::ONLY_THIS_PLAN)),
        )
        .child(
            el("div")
                .class("field-set")
                .child(menu(AREA, &says::AREA, &says::EVERY_AREA, &areas))
                .child(menu(BASIS, &says::BASIS, &says::EVERY_BASIS, &bases))
                .child(menu(VERSION, &says::SINCE, &says::EVERY_VERSION, &versions)),
        )
        .done()
}

/// What a control shows.
#[inline(never)]
fn value(search: RwSignal<Search>, index: usize) -> String {
    search.with(|search| search.get(index).cloned().unwrap_or_default())
}

/// Takes what a control gives.
#[inline(never)]
fn set(search: RwSignal<Search>, index: usize, value: String) {
    search.update(|search| {
        if let Some(item) = search.get_mut(index) {
            *item = value;
        }
    });
}
