//! Name, rooms, draft, undo, redo, language, theme.

use leptos::prelude::*;

use super::browser;
use super::parts::{dynamic, flag, given, icon, pressed, text};
use super::route::{PlanView, Route, Verdict};
use super::says;
use super::workspace::Workspace;
use crate::words::{Arg, Language, Message, Words};

/// The rooms, with their addresses.
fn rooms() -> [(&'static Words, Route); 2] {
    [
        (&says::PLAN, Route::Plan(PlanView::Form, Verdict::Findings(None))),
        (&says::RULES, Route::Rules(None)),
    ]
}

fn is_current(space: Workspace, room: &Route) -> bool {
    space.route.with(std::mem::discriminant) == std::mem::discriminant(room)
}

/// The links to the rooms; the current one says so.
fn room_links(space: Workspace) -> Vec<AnyView> {
    let link = |(name, route): (&'static Words, Route)| {
        let current = is_current(space, &route).then_some("page");
        view! { <a href=route.href() aria-current=current>{space.say(name)}</a> }.into_any()
    };
    rooms().into_iter().map(link).collect()
}

/// Changes the language once its texts are there; without them the page stays as it is and says so.
fn speak(space: Workspace, code: &str) {
    let Some(language) = Language::from_tag(code) else {
        return;
    };
    browser::fetch_texts(language, move |there| {
        if there {
            browser::keep("language", language.code());
            space.language.set(language);
        } else {
            space.said.set(Some(Message::from(&says::LANGUAGE_NOT_LOADED)));
            // What the switch shows must be what is spoken.
            browser::choose("language", space.language.get_untracked().code());
        }
        // The switch is made anew with the page: it keeps the focus.
        browser::after_paint(|| browser::focus("language"));
    });
}

/// The bar at the top.
#[component]
pub fn TopBar() -> impl IntoView {
    let space = Workspace::here();
    let here = move || {
        rooms()
            .into_iter()
            .find(|(_, room)| is_current(space, room))
            .map_or("", |(name, _)| space.say(name))
    };
    let language = space.language.get_untracked();
    let languages = Language::ALL.map(|each| {
        view! { <option value=each.code() selected=each == language>{each.code().to_uppercase()}</option> }.into_any()
    });
    let step = move |words: &'static Words, mark: &'static str, back: bool| {
        let none = flag(move || if back { !space.steps().0 } else { !space.steps().1 });
        let go = pressed(move || if back { space.undo() } else { space.redo() });
        let words = space.say(words);
        view! {
            <button class="button plain only" type="button" title=words aria-label=words disabled=none on:click=go>{icon(mark)}</button>
        }
        .into_any()
    };
    let theme = space.say(&says::SWITCH_THEME);
    view! {
        <header class="topbar">
            <a class="brand" href="#/plan/form" aria-label="Batch Pool Planner">{icon("brand")}<span>"Batch Pool Planner"</span></a>
            <nav class="tabs rooms" aria-label=space.say(&says::ROOMS)>{dynamic(move || room_links(space).into_any())}</nav>
            <button class="button plain only-narrow" type="button" popovertarget="rooms-menu"
                aria-label=text(move || format!("{}: {}", space.say(&says::MENU), here()))>
                {text(move || format!("{} ", here()))}{icon("down")}
            </button>
            <p class="draft">{dynamic(move || draft(space))}</p>
            <div class="tools">
                {step(&says::UNDO, "undo", true)}
                {step(&says::REDO, "redo", false)}
                <span class="control plain language only-wide">
                    <select id="language" aria-label=space.say(&says::LANGUAGE) on:change=given(move |code| speak(space, &code))>
                        {languages.collect_view()}
                    </select>
                    {icon("down")}
                </span>
                <button class="button plain only" type="button" title=theme aria-label=theme
                    on:click=pressed(browser::switch_theme)>{icon("theme")}</button>
            </div>
            <div popover="auto" id="rooms-menu" on:click=pressed(|| browser::close_popover("rooms-menu"))>
                {dynamic(move || rooms_menu(space))}
            </div>
        </header>
    }
}

/// Rooms and languages on a narrow screen.
fn rooms_menu(space: Workspace) -> AnyView {
    let language = space.language.get_untracked();
    let speak_in = |each: Language| {
        let current = (each == language).then_some("true");
        view! {
            <li><button class="as-link" type="button" lang=each.code() aria-current=current
                on:click=pressed(move || speak(space, each.code()))>{each.name()}</button></li>
        }
        .into_any()
    };
    let rooms = room_links(space)
        .into_iter()
        .map(|link| view! { <li>{link}</li> }.into_any())
        .collect_view();
    view! {
        <menu>{rooms}</menu>
        <menu aria-label=space.say(&says::LANGUAGE)>{Language::ALL.map(speak_in).collect_view()}</menu>
    }
    .into_any()
}

/// The pool's name and when its draft was kept.
fn draft(space: Workspace) -> AnyView {
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
    view! { <b>{name.unwrap_or_default()}</b>{parted} }.into_any()
}
