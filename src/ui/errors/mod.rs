//! The Errors room: what somebody pasted and the dictionary at the left, what it means at the right.

mod page;
mod says;

pub use page::{field, found as found_in_plan, go_to_field, quoted};
pub use says::{CAUSES, LIKELIER};

use std::sync::Arc;

use leptos::prelude::*;

use crate::explain::{Explanation, explain};
use crate::facts::error_texts::{self, Foresight, GROUPS, KnownError, Sign};
use crate::ui::browser;
use crate::ui::computed::Computed;
use crate::ui::dom::{Done, View, dynamic, el, flag, follow, given, nothing, pressed, side_by_side, text, text_memo};
use crate::ui::parts::{icon, marked, two_panes_dock};
use crate::ui::route::Route;
use crate::ui::verdict_line::verdict_line;
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Language, Message, Words};

/// The explanations of the text of the moment.
type Explained = Computed<Arc<Vec<Explanation>>>;

/// The room.
pub fn errors_room() -> View {
    let space = Workspace::here();
    let explained: Explained = Computed::each_time(move |_| Arc::new(space.error_text.with(|text| explain(text))));
    let open = text_memo(move || {
        space.route.with(|route| match route {
            Route::Errors(id) => id.clone().unwrap_or_default(),
            _ => String::new(),
        })
    });
    let search = RwSignal::new(String::new());
    let shows_page = RwSignal::new(false);
    follow(move || {
        let open = open.get();
        if !open.is_empty() {
            shows_page.set(true);
            browser::after_paint(move || browser::scroll_to(&format!("error-{}", open.to_ascii_uppercase())));
        }
    });
    follow(move || {
        if shows_page.get() {
            browser::after_paint(|| browser::scroll_section("explained"));
        }
    });
    el("main")
        .class("room")
        .attr("id", "main")
        .attr("tabindex", "-1")
        .child(el("h1").class("hidden").child(space.say(&crate::ui::says::ERRORS)))
        .child(verdict_line())
        .child(
            el("section")
                .class("pane pane-a")
                .attr("aria-labelledby", "paste-heading")
                .child(head(space))
                .child(
                    el("div")
                        .class("body")
                        .child(paste(space, explained, shows_page))
                        .child(toolbar(space, search))
                        .child(dynamic(move || search.with(|words| list(space, words, open)))),
                ),
        )
        .child(
            el("section")
                .class("pane pane-b")
                .attr("aria-labelledby", "explained-heading")
                .child(dynamic(move || {
                    explained.with(|explained| page::page(space, &open.get(), explained))
                })),
        )
        .child(two_panes_dock(
            space,
            shows_page,
            ("paste", space.say(&says::ERROR_TEXT)),
            ("verdict", space.say(&says::EXPLAINED).done()),
        ))
        .done()
}

/// Takes a new text. An open entry of the dictionary gives way to its explanation.
fn take(space: Workspace, text: String) {
    space.error_text.set(text);
    if space.route.with_untracked(|route| *route != Route::Errors(None)) {
        space.go(&Route::Errors(None));
    }
}

fn head(space: Workspace) -> View {
    let empty = text(move || space.error_text.with(String::is_empty).to_string());
    let clear = pressed(move || {
        take(space, String::new());
        browser::focus("error-text");
    });
    el("header")
        .child(el("h2").attr("id", "paste-heading").child(space.say(&says::ERROR_TEXT)))
        .child(
            el("div").class("tools").child(
                el("button")
                    .class("button plain")
                    .attr("type", "button")
                    .attr("id", "error-clear")
                    .attr("aria-disabled", empty)
                    .on("click", clear)
                    .child(icon("close"))
                    .child(space.say(&says::CLEAR)),
            ),
        )
        .done()
}

/// The text to be explained, and how much of it was understood.
fn paste(space: Workspace, explained: Explained, shows_page: RwSignal<bool>) -> View {
    let language = space.language.get_untracked();
    let told = text(move || {
        let unknown = explained.with(|all| all.iter().filter(|one| one.known.is_none()).count());
        let known = explained.with(|all| all.len()) - unknown;
        let counted = [(known, &says::EXPLANATIONS), (unknown, &says::UNKNOWN_ERRORS)];
        let mut told = Vec::new();
        for (count, noun) in counted.into_iter().filter(|(count, _)| *count > 0) {
            let count = Arg::Count(count as i64, noun);
            told.push(Message::new(&crate::ui::says::IT, [count]).text(language));
        }
        told.join(" · ")
    });
    let show = dynamic(move || {
        if space.error_text.with(|text| text.trim().is_empty()) {
            return nothing();
        }
        el("p")
            .class("buttons only-narrow")
            .child(
                el("button")
                    .class("button primary")
                    .attr("type", "button")
                    .on("click", pressed(move || shows_page.set(true)))
                    .child(space.say(&says::SHOW)),
            )
            .done()
    });
    el("div")
        .class("block paste")
        .child(el("label").attr("for", "error-text").child(space.say(&says::LABEL)))
        .child(
            el("span").class("control").child(
                el("textarea")
                    .attr("id", "error-text")
                    .attr("rows", "9")
                    .attr("spellcheck", "false")
                    .attr("autocomplete", "off")
                    .attr("aria-describedby", "error-note")
                    .value(text(move || space.error_text.get()))
                    .on("input", given(move |text| take(space, text))),
            ),
        )
        .child(
            el("p")
                .class("muted")
                .attr("id", "error-note")
                .child(marked(&says::NOTE, language)),
        )
        .child(el("p").attr("role", "status").attr("id", "error-told").child(told))
        .child(show)
        .done()
}

fn toolbar(space: Workspace, search: RwSignal<String>) -> View {
    let total = error_texts::all().count() as i64;
    let count = text(move || {
        let found = search.with(|words| found(space, words).count()) as i64;
        Message::new(&crate::ui::says::OF, [found.into(), total.into()]).text(space.language.get_untracked())
    });
    el("div")
        .class("toolbar find")
        .attr("role", "search")
        .child(el("h3").child(space.say(&says::KNOWN)))
        .child(
            el("span")
                .class("control")
                .child(
                    el("svg")
                        .class("icon lead")
                        .attr("aria-hidden", "true")
                        .child(el("use").attr("href", "icons.svg#i-search")),
                )
                .child(
                    el("input")
                        .attr("type", "search")
                        .attr("id", "error-search")
                        .attr("aria-label", space.say(&says::SEARCH))
                        .attr("placeholder", space.say(&says::SEARCH_HINT))
                        .value(text(move || search.get()))
                        .on("input", given(move |words| search.set(words))),
                )
                .child(el("span").class("unit").child(count)),
        )
        .done()
}

/// The known errors that have every word of a search.
fn found(space: Workspace, words: &str) -> impl Iterator<Item = &'static KnownError> {
    let words = browser::lower_case(words);
    let language = space.language.get_untracked();
    error_texts::all().filter(move |known| words.split_whitespace().all(|word| says_word(known, word, language)))
}

/// Whether an error has a word anywhere a reader would look for it.
fn says_word(known: &KnownError, word: &str, language: Language) -> bool {
    let has = |text: &str| browser::lower_case(text).contains(word);
    has(known.id)
        || known.codes.iter().any(|code| has(code))
        || phrases(known).any(has)
        || known.fields.iter().any(|field| has(field))
        || [&known.title, &known.means, &known.remedy]
            .iter()
            .any(|words| has(words.in_language(language)))
}

/// What Azure says in words.
fn phrases(known: &KnownError) -> impl Iterator<Item = &'static str> {
    known
        .signs
        .iter()
        .flat_map(|sign| match sign {
            Sign::Code | Sign::BareCode => &[][..],
            Sign::Usual(phrases) | Sign::Says(phrases) | Sign::CodeSays(phrases) | Sign::Hint(phrases) => phrases,
        })
        .copied()
}

/// By what one knows an error: its codes, or its words.
fn name(known: &KnownError) -> String {
    match known.codes {
        [] => phrases(known)
            .next()
            .map(|phrase| format!("…{phrase}…"))
            .unwrap_or_default(),
        codes => codes.join(", "),
    }
}

fn list(space: Workspace, words: &str, open: Computed<String>) -> View {
    let language = space.language.get_untracked();
    let found: Vec<&KnownError> = found(space, words).collect();
    if found.is_empty() {
        return el("p")
            .class("item")
            .child(el("span"))
            .child(el("span").child(space.say(&says::NONE_FOUND)))
            .done();
    }
    let group = |group: &'static error_texts::Group| {
        let shown = group
            .errors
            .iter()
            .filter(|known| found.iter().any(|other| other.id == known.id));
        let items: Vec<View> = shown.map(|known| item(known, language, open)).collect();
        if items.is_empty() {
            return nothing();
        }
        side_by_side([
            el("h4")
                .class("item group")
                .child(el("span"))
                .child(el("span").child(group.title.in_language(language)))
                .done(),
            el("ul").child(items).done(),
        ])
    };
    GROUPS.iter().map(group).collect()
}

fn item(known: &'static KnownError, language: Language, open: Computed<String>) -> View {
    let current = flag(move || open.with(|id| id.eq_ignore_ascii_case(known.id)));
    el("li")
        .child(
            el("a")
                .class("item")
                .attr("id", format!("error-{}", known.id))
                .attr("href", Route::Errors(Some(known.id.to_owned())).href())
                .current("true", current)
                .child(el("span"))
                .child(
                    el("span")
                        .child(marked(&known.title, language))
                        .child(el("span").class("under").child(el("code").child(name(known)))),
                )
                .child(
                    el("span")
                        .class("end")
                        .child(foresight(known.foresight).in_language(language)),
                ),
        )
        .done()
}

/// Whether an error could have been seen before, in few words.
fn foresight(foresight: Foresight) -> &'static Words {
    match foresight {
        Foresight::Plan => &says::FROM_PLAN,
        Foresight::Reading => &says::ONE_READING,
        Foresight::After => &says::AFTERWARDS,
    }
}
