//! Name, rooms, draft, undo, redo, language, theme.

use leptos::prelude::*;

use crate::ui::dom::{Done, View, dynamic, el, flag, given, pressed, side_by_side, text};

use super::browser;
use super::parts::icon;
use super::route::{PlanView, Route, Verdict};
use super::says;
use super::workspace::Workspace;
use crate::words::{Arg, Kind, Language, Message, Words};

/// The rooms, with their addresses.
fn rooms() -> [(&'static Words, Route); 4] {
    [
        (&says::PLAN, Route::Plan(PlanView::Form, Verdict::Findings(None))),
        (&says::COMPARE, Route::Compare(None)),
        (&says::RULES, Route::Rules(None)),
        (&says::ERRORS, Route::Errors(None)),
    ]
}

fn is_current(space: Workspace, room: &Route) -> bool {
    // A link is opened in the Plan room.
    let of_link = matches!(room, Route::Plan(..)) && space.route.with(|route| matches!(route, Route::Link(_)));
    of_link || space.route.with(std::mem::discriminant) == std::mem::discriminant(room)
}

/// The links to the rooms; the current one says so.
fn room_links(space: Workspace) -> Vec<View> {
    let link = |(name, route): (&'static Words, Route)| {
        el("a")
            .attr("href", route.href())
            .current("page", flag(move || is_current(space, &route)))
            .child(space.say(name))
            .done()
    };
    rooms().into_iter().map(link).collect()
}

/// Changes the language once its texts are there; without them the page stays as it is and says so.
fn speak(space: Workspace, code: &str) {
    let Some(language) = Language::from_tag(code) else {
        return;
    };
    browser::fetch_texts(language, Kind::First, move |there| {
        if there {
            browser::keep("language", language.code());
            space.language.set(language);
        } else {
            space.said.set(Some(Message::from(&says::LANGUAGE_NOT_LOADED)));
            // What the switch shows must be what is spoken.
            browser::choose("language", space.language.get_untracked().code());
        }
        // The switch is made anew with the page: it keeps the focus.
        browser::after_paint(|| browser::focus_shown(&["language", "rooms-open"]));
    });
}

/// The bar at the top.
pub fn top_bar() -> View {
    let space = Workspace::here();
    let here = move || {
        rooms()
            .into_iter()
            .find(|(_, room)| is_current(space, room))
            .map_or("", |(name, _)| space.say(name))
    };
    let language = space.language.get_untracked();
    let languages = Language::ALL.map(|each| {
        el("option")
            .attr("value", each.code())
            .attr("selected", each == language)
            .child(each.code().to_ascii_uppercase())
            .done()
    });
    let step = move |words: &'static Words, mark: &'static str, back: bool| {
        // Not disabled for the browser: whoever takes the last step back keeps the focus.
        let none = text(move || (if back { !space.steps().0 } else { !space.steps().1 }).to_string());
        let go = pressed(move || if back { space.undo() } else { space.redo() });
        let words = space.say(words);
        el("button")
            .class("button plain only")
            .attr("type", "button")
            .attr("title", words)
            .attr("aria-label", words)
            .attr("aria-disabled", none)
            .on("click", go)
            .child(icon(mark))
            .done()
    };
    let theme = space.say(&says::SWITCH_THEME);
    el("header")
        .class("topbar")
        .child(
            el("a")
                .class("brand")
                .attr("href", "#/plan/form")
                .attr("aria-label", "Batch Pool Planner")
                .child(icon("brand"))
                .child(el("span").child("Batch Pool Planner")),
        )
        .child(
            el("nav")
                .class("tabs rooms")
                .attr("aria-label", space.say(&says::ROOMS))
                .child(room_links(space)),
        )
        .child(
            el("button")
                .class("button plain only-narrow")
                .attr("type", "button")
                .attr("id", "rooms-open")
                .attr("popovertarget", "rooms-menu")
                .attr(
                    "aria-label",
                    text(move || format!("{}: {}", space.say(&says::MENU), here())),
                )
                .child(text(move || format!("{} ", here())))
                .child(icon("down")),
        )
        .child(el("p").class("draft").child(dynamic(move || draft(space))))
        .child(
            el("div")
                .class("tools")
                .child(step(&says::UNDO, "undo", true))
                .child(step(&says::REDO, "redo", false))
                .child(
                    el("button")
                        .class("button plain share")
                        .attr("type", "button")
                        .attr("id", "share-open")
                        .attr("aria-label", space.say(&says::SHARE))
                        .on("click", pressed(move || space.shares.set(true)))
                        .child(icon("share"))
                        .child(el("span").class("only-wide").child(space.say(&says::SHARE))),
                )
                .child(
                    el("span")
                        .class("control plain language only-wide")
                        .child(
                            el("select")
                                .attr("id", "language")
                                .attr("aria-label", space.say(&says::LANGUAGE))
                                .on("change", given(move |code| speak(space, &code)))
                                .child(languages),
                        )
                        .child(icon("down")),
                )
                .child(
                    el("button")
                        .class("button plain only")
                        .attr("type", "button")
                        .attr("title", theme)
                        .attr("aria-label", theme)
                        .on("click", pressed(browser::switch_theme))
                        .child(icon("theme")),
                ),
        )
        .child(
            el("div")
                .attr("popover", "auto")
                .attr("id", "rooms-menu")
                .on("click", pressed(|| browser::close_popover("rooms-menu")))
                .child(dynamic(move || rooms_menu(space))),
        )
        .done()
}

/// Rooms and languages on a narrow screen.
fn rooms_menu(space: Workspace) -> View {
    let language = space.language.get_untracked();
    let speak_in = |each: Language| {
        let current = (each == language).then_some("true");
        el("li")
            .child(
                el("button")
                    .class("as-link")
                    .attr("type", "button")
                    .attr("lang", each.code())
                    .attr("aria-current", current)
                    .on("click", pressed(move || speak(space, each.code())))
                    .child(each.name()),
            )
            .done()
    };
    let rooms = room_links(space)
        .into_iter()
        .map(|link| el("li").child(link).done())
        .collect::<View>();
    side_by_side([
        el("menu").child(rooms).done(),
        el("menu")
            .attr("aria-label", space.say(&says::LANGUAGE))
            .child(Language::ALL.map(speak_in))
            .done(),
    ])
    .done()
}

/// The pool's name and when its draft was kept.
fn draft(space: Workspace) -> View {
    let name = space.analysis.with(|analysis| {
        analysis
            .plan()
            .and_then(|plan| plan.target.pool_name.map(str::to_owned))
    });
    let kept = match space.kept_at.get() {
        Some(time) => Message::new(&says::DRAFT_KEPT, [Arg::Text(time)]).text(space.language.get_untracked()),
        None => space.say(&says::DRAFT).to_owned(),
    };
    let parted = if name.is_some() { format!(" · {kept}") } else { kept };
    side_by_side([el("b").child(name.unwrap_or_default()).into(), parted.done()]).done()
}
