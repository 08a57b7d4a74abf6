//! Where a statement comes from: chips under a finding, a popover beside a limit.

use leptos::prelude::*;

use crate::ui::dom::{Done, Made, View, dynamic, el, side_by_side};

use super::{icon, marked};
use crate::facts::{Citation, Page};
use crate::model::CalendarDate;
use crate::rules::Rule;
use crate::ui::route::Route;
use crate::ui::says;
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Language, Message, short_date};

/// The pages a finding rests on, with the day they were read, and how sure it is.
pub fn source_chips(sources: &'static [Citation], basis: String, language: Language) -> View {
    let mut chips = el("ul").class("cites");
    for (index, source) in sources.iter().enumerate() {
        // Each page once: what it says in several places is told together.
        let (mut is_first, mut said) = (true, String::new());
        for (place, other) in sources.iter().enumerate() {
            if std::ptr::eq(other.page, source.page) {
                is_first &= place >= index;
                said.push_str(other.says.in_language(language));
                said.push(' ');
            }
        }
        if is_first {
            let chip = page_link(source.page)
                .class("chip")
                .attr("title", said)
                .child(icon("source"))
                .child(el("span").child(source.page.title))
                .child(" ")
                .child(read_time(source.page, language));
            chips = chips.child(el("li").child(chip));
        }
    }
    chips.child(el("li").class("basis muted").child(basis)).done()
}

/// A link to a page of Microsoft's, in a tab of its own.
pub fn page_link(page: &'static Page) -> Made {
    el("a")
        .attr("href", page.url)
        .attr("target", "_blank")
        .attr("rel", "noreferrer")
}

/// When a page was read, for programs as well.
pub fn read_time(page: &'static Page, language: Language) -> Made {
    el("time")
        .attr("datetime", page.read_on.to_string())
        .child(read_on(page.read_on, language))
}

/// The pages something rests on, each with what it says and when it was read.
pub fn sources_list(sources: &'static [Citation], language: Language) -> View {
    el("ul")
        .class("sources flush")
        .child(sources.iter().map(|source| cited(source, language)).collect::<View>())
        .done()
}

fn cited(source: &'static Citation, language: Language) -> View {
    let dated = source
        .page
        .dated
        .map(|day| Message::new(&says::PAGE_OF, [day.into()]).text(language));
    let read = read_on(source.page.read_on, language);
    el("li")
        .class("item")
        .child(icon("source"))
        .child(
            el("div")
                .child(
                    el("a")
                        .attr("href", source.page.url)
                        .attr("target", "_blank")
                        .attr("rel", "noreferrer")
                        .child(source.page.title),
                )
                .child(
                    el("p")
                        .child(marked(&source.says, language))
                        .child(" ")
                        .child(el("span").class("muted").child(dated)),
                ),
        )
        .child(
            el("time")
                .class("end")
                .attr("datetime", source.page.read_on.to_string())
                .child(read),
        )
        .done()
}

/// When a page was read.
fn read_on(day: CalendarDate, language: Language) -> String {
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
                .child(marked(&source.says, language))
                .child(" ")
                .child(page_link(source.page).child(source.page.title))
                .child(dated)
        };
        Some(side_by_side([
            el("h3").child(marked(&rule.title, language)).done(),
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
