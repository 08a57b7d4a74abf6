//! Where a statement comes from: chips under a finding, a popover beside a limit.

use leptos::prelude::*;

use crate::ui::dom::{Done, Made, View, dynamic, el, side_by_side};

use super::{icon, message};
use crate::facts::{Citation, Page};
use crate::model::CalendarDate;
use crate::rules::Rule;
use crate::ui::route::Route;
use crate::ui::says;
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Language, Message, short_date};

/// The pages a finding rests on, with the day they were read, and how sure it is.
pub fn source_chips(sources: &'static [Citation], basis: &'static str, language: Language) -> View {
    // Each page once: what it says in several places is told together.
    let first = |index: usize, source: &Citation| {
        !sources
            .iter()
            .take(index)
            .any(|other| std::ptr::eq(other.page, source.page))
    };
    let said = |source: &Citation| {
        let of_page = sources.iter().filter(|other| std::ptr::eq(other.page, source.page));
        of_page
            .map(|other| other.says.in_language(language))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let chip = |(_, source): (usize, &'static Citation)| {
        let read = read_on(source.page.read_on, language);
        el("li").child(
            page_link(source.page)
                .class("chip")
                .attr("title", said(source))
                .child(icon("source"))
                .child(el("span").child(source.page.title))
                .child(" ")
                .child(el("time").attr("datetime", source.page.read_on.to_string()).child(read)),
        )
    };
    el("ul")
        .class("cites")
        .child(
            sources
                .iter()
                .enumerate()
                .filter(|(index, source)| first(*index, source))
                .map(chip)
                .collect::<View>(),
        )
        .child(el("li").class("basis muted").child(basis))
        .done()
}

/// A link to a page of Microsoft's, in a tab of its own.
pub fn page_link(page: &'static Page) -> Made {
    el("a")
        .attr("href", page.url)
        .attr("target", "_blank")
        .attr("rel", "noreferrer")
}

/// When a page was read.
pub fn read_on(day: CalendarDate, language: Language) -> String {
    Message::new(&says::READ_ON, [Arg::Text(short_date(day, language))]).text(language)
}

/// What stands behind a limit: one popover for the whole form, filled for the rule that was asked about.
pub fn source_popover(rule: RwSignal<Option<&'static Rule>>) -> View {
    let space = Workspace::here();
    let body = move || {
        let rule = rule.get()?;
        let language = space.language.get();
        let source = |source: &'static Citation| {
            let dated = source
                .page
                .dated
                .map(|day| format!(", {}", Message::new(&says::PAGE_OF, [day.into()]).text(language)));
            el("li")
                .child(message(&Message::from(&source.says), language))
                .child(" ")
                .child(page_link(source.page).child(source.page.title))
                .child(dated)
        };
        Some(side_by_side([
            el("h3").child(message(&Message::from(&rule.title), language)).done(),
            el("ul")
                .class("stated")
                .child(rule.sources.iter().map(source).collect::<View>())
                .done(),
            el("p")
                .class("muted")
                .child(read_on(crate::facts::pages::READ_ON, language))
                .child(" · ")
                .child(
                    el("a")
                        .attr("href", Route::Rules(Some(rule.id.to_owned())).href())
                        .child(says::OPEN_RULE.in_language(language))
                        .child(" ")
                        .child(rule.id),
                )
                .done(),
        ]))
    };
    el("div")
        .attr("popover", "auto")
        .attr("id", "limit-source")
        .child(dynamic(move || body().done()))
        .done()
}
