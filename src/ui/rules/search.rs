//! What the catalogue is narrowed to: words, severities, area, basis, api-version, this plan.

use leptos::prelude::*;

use super::Found;
use crate::model::ApiVersion;
use crate::rules::{self, Area, Basis, Rule};
use crate::ui::browser;
use crate::ui::computed::Computed;
use crate::ui::dom::{Done, View, el, flag, given, text, ticked};
use crate::ui::parts::{basis_name, drawn, icon};
use crate::ui::says;
use crate::ui::workspace::Workspace;
use crate::words::{Language, Message, Words};

/// What is searched for.
#[derive(Clone, PartialEq)]
pub struct Search {
    words: String,
    /// The boxes: errors, warnings, advice, only those of this plan.
    ticks: [bool; 4],
    /// The menus: area, basis, api-version; empty for all.
    picks: [String; 3],
}

impl Default for Search {
    fn default() -> Search {
        Search {
            words: String::new(),
            ticks: [true, true, true, false],
            picks: Default::default(),
        }
    }
}

/// Between the texts of two rules; no text holds it.
const NEXT_RULE: char = '\u{1}';

/// The rules that are found, kept up with the search.
pub fn found(space: Workspace) -> Found {
    let language = space.language.get_untracked();
    // In lower case all at once: each call to the browser takes its time.
    let texts: Vec<String> = rules::all().map(|rule| text_of(rule, language)).collect();
    let texts = browser::lower_case(&texts.join("\u{1}"));
    Computed::new(move || space.search.with(|search| find(space, search, &texts)))
}

fn find(space: Workspace, search: &Search, texts: &str) -> Vec<&'static str> {
    let words = browser::lower_case(&search.words);
    let [.., only_here] = search.ticks;
    let [area, basis, version] = &search.picks;
    let is = |picked: &str, name| picked.is_empty() || picked == name;
    let wanted = |rule: &Rule, text: &str| {
        search.ticks.get(rule.severity as usize) == Some(&true)
            && is(area, rule.area.name())
            && is(basis, rule.basis.name())
            // Dates in the order of their letters.
            && (version.is_empty()
                || rule
                    .versions
                    .is_none_or(|(from, to)| from.name() <= version.as_str() && version.as_str() <= to.name()))
            && words.split_whitespace().all(|word| text.contains(word))
            && (!only_here
                || space.analysis.with(|analysis| {
                    let mut findings = analysis.findings.iter();
                    findings.any(|located| located.finding.rule.id == rule.id)
                }))
    };
    rules::all()
        .zip(texts.split(NEXT_RULE))
        .filter(|(rule, text)| wanted(rule, text))
        .map(|(rule, _)| rule.id)
        .collect()
}

/// Everything of a rule that a reader would look for.
fn text_of(rule: &Rule, language: Language) -> String {
    let mut all = vec![
        rule.id,
        rule.name,
        rule.title.in_language(language),
        rule.why.in_language(language),
    ];
    all.extend(rule.fields);
    for source in rule.sources {
        all.extend([source.page.title, source.says.in_language(language)]);
    }
    all.join("\n")
}

/// Search and filters.
pub fn toolbar(space: Workspace, found: Found, total: i64) -> View {
    let search = space.search;
    let language = space.language.get_untracked();
    let check = |index: usize, words| {
        let on = flag(move || search.with(|search| search.ticks.get(index) == Some(&true)));
        let set = ticked(move |on| search.update(|search| put(&mut search.ticks, index, on)));
        el("label")
            .class("check")
            .child(el("input").attr("type", "checkbox").checked(on).on("change", set))
            .child(space.say(words))
    };
    let menu = |index: usize, label, all: &'static Words, options: Vec<(&'static str, &'static str)>| {
        let picked = text(move || search.with(|search| search.picks.get(index).cloned().unwrap_or_default()));
        let pick = given(move |value| search.update(|search| put(&mut search.picks, index, value)));
        let option = |(value, words): (&str, &str)| el("option").attr("value", value).child(words);
        el("span")
            .class("control")
            .child(
                el("select")
                    .attr("aria-label", space.say(label))
                    .on("change", pick)
                    .child(option(("", space.say(all))))
                    .child(options.into_iter().map(option).collect::<View>())
                    .value(picked),
            )
            .child(icon("down"))
    };
    let areas = Area::ALL.map(|area| (area.name(), space.say(area.title())));
    let bases = Basis::ALL.map(|basis| (basis.name(), space.say(basis_name(basis))));
    let versions = ApiVersion::all().rev().map(|version| (version.name(), version.name()));
    let count = text(move || {
        let found = found.with(Vec::len) as i64;
        Message::new(&says::OF, [found.into(), total.into()]).text(language)
    });
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
                        .value(text(move || search.with(|search| search.words.clone())))
                        .on(
                            "input",
                            given(move |words| search.update(|search| search.words = words)),
                        ),
                )
                .child(el("span").class("unit").attr("role", "status").child(count)),
        )
        .child(
            el("fieldset")
                .class("field-set")
                .child(el("legend").class("hidden").child(space.say(&says::FILTERS)))
                .child(check(0, &says::ERRORS))
                .child(check(1, &says::WARNINGS))
                .child(check(2, &says::ADVICES))
                .child(check(3, &says::ONLY_THIS_PLAN)),
        )
        .child(
            el("div")
                .class("field-set")
                .child(menu(0, &says::AREA, &says::EVERY_AREA, areas.to_vec()))
                .child(menu(1, &says::BASIS, &says::EVERY_BASIS, bases.to_vec()))
                .child(menu(2, &says::SINCE, &says::EVERY_VERSION, versions.collect())),
        )
        .done()
}

/// Sets the item at this place.
fn put<T>(all: &mut [T], index: usize, value: T) {
    if let Some(item) = all.get_mut(index) {
        *item = value;
    }
}
