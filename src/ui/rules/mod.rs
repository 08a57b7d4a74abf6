//! The Rules room: the catalogue at the left, one rule at the right.

mod page;
mod search;

use leptos::prelude::*;

pub use search::Search;

use crate::ui::computed::Computed;
use crate::ui::dom::{Done, View, count_memo, dynamic, el, flag, follow, pressed, side_by_side, text, text_memo};

use super::browser;
use super::parts::{marked, of, severity_mark, two_panes_dock};
use super::route::Route;
use super::says;
use super::verdict_line::verdict_line;
use super::workspace::Workspace;
use crate::model::path;
use crate::rules::{self, Area, Rule};
use crate::words::{Arg, Language, Message};

/// The ids of the rules that were found, sorted.
type Found = Computed<Vec<&'static str>>;

/// The room.
pub fn rules_room() -> View {
    let space = Workspace::here();
    let found = search::found(space);
    let open = text_memo(move || {
        space.route.with(|route| match route {
            // A rule is known by its id in any letter case.
            Route::Rules(Some(id)) => rules::find(id).map_or(id.as_str(), |rule| rule.id).to_owned(),
            _ => String::new(),
        })
    });
    let shows_page = RwSignal::new(false);
    follow(move || {
        let open = open.get();
        shows_page.set(!open.is_empty());
        browser::after_paint(move || browser::scroll_to(&format!("rule-{open}")));
    });
    let total = rules::all().count();
    let count = Message::new(&says::RULES_COUNT, [Arg::Number(total as i64)]).text(space.language.get_untracked());
    // Reasons and examples may come while somebody is here already.
    browser::after_paint(browser::keep_focus);
    el("main")
        .class("room")
        .attr("id", "main")
        .attr("tabindex", "-1")
        .child(el("h1").class("hidden").child(space.say(&says::RULES)))
        .child(verdict_line())
        .child(
            el("section")
                .class("pane pane-a")
                .attr("aria-labelledby", "list-heading")
                .child(
                    el("header")
                        .child(el("h2").attr("id", "list-heading").child(space.say(&says::CATALOGUE)))
                        .child(el("div").class("tools").child(el("span").class("muted").child(count))),
                )
                .child(
                    el("div")
                        .class("body")
                        .child(search::toolbar(space, found, total))
                        .child(nothing_found(space, found))
                        .child(list(space, found, open, shows_page)),
                ),
        )
        .child(
            el("section")
                .class("pane pane-b")
                .attr("aria-labelledby", "rule-heading")
                .child(page::head(space, open, found))
                .child(
                    el("div")
                        .class("body")
                        .child(dynamic(move || page::page(space, open.get()))),
                ),
        )
        .child(two_panes_dock(
            space,
            shows_page,
            ("menu", space.say(&says::CATALOGUE)),
            ("source", space.say(&says::RULE).done()),
        ))
        .done()
}

/// The way back when no rule was found.
fn nothing_found(space: Workspace, found: Found) -> View {
    let clear = pressed(move || {
        space.search.set(Search::default());
        // The button goes away.
        browser::focus("rule-search");
    });
    el("p")
        .class("item")
        .attr("hidden", flag(move || !found.with(Vec::is_empty)))
        .child(el("span"))
        .child(el("span").child(space.say(&says::NO_RULE_FOUND)))
        .child(
            el("span").class("end").child(
                el("button")
                    .class("button")
                    .attr("type", "button")
                    .on("click", clear)
                    .child(space.say(&says::CLEAR_SEARCH)),
            ),
        )
        .done()
}

/// Whether a rule was found.
fn has(found: Found, rule: &Rule) -> bool {
    found.with(|found| found.binary_search(&rule.id).is_ok())
}

/// Every rule, by area. Made once: what was not found is hidden.
fn list(space: Workspace, found: Found, open: Computed<String>, shows_page: RwSignal<bool>) -> View {
    let language = space.language.get_untracked();
    let area = |area: Area| {
        let mut all = 0;
        let count = count_memo(move || {
            let mut count = 0;
            for rule in rules::all() {
                count += usize::from(rule.area == area && has(found, rule));
            }
            count
        });
        let mut items = el("ul");
        for rule in rules::all() {
            if rule.area == area {
                items = items.child(item(rule, language, found, open));
                all += 1;
            }
        }
        side_by_side([
            el("h3")
                .class("item group")
                .attr("hidden", flag(move || count.get() == 0))
                .child(el("span"))
                .child(el("span").child(space.say(area.title())))
                .child(
                    el("span")
                        .class("end")
                        .child(text(move || of(count.get(), all, language))),
                )
                .done(),
            // On a narrow screen the rule is shown, even if it is the one that was open already.
            items.on("click", pressed(move || shows_page.set(true))).done(),
        ])
    };
    Area::ALL.map(area).done()
}

fn item(rule: &'static Rule, language: Language, found: Found, open: Computed<String>) -> View {
    let field = rule.fields.first().map(|field| path::last(field));
    let field = field
        .filter(|field| !field.is_empty())
        .map(|field| format!(" · {field}"));
    el("li")
        .attr("hidden", flag(move || !has(found, rule)))
        .child(
            el("a")
                .class("item")
                .attr("id", format!("rule-{}", rule.id))
                .attr("href", Route::Rules(Some(rule.id.to_owned())).href())
                .current("true", flag(move || open.with(|open| open == rule.id)))
                .child(severity_mark(rule.severity, language))
                .child(
                    el("span").child(marked(&rule.title, language)).child(
                        el("span")
                            .class("under")
                            .child(el("code").child(rule.name))
                            .child(field),
                    ),
                )
                .child(el("span").class("end id").child(rule.id)),
        )
        .done()
}
