//! Name, rooms, draft, undo, redo, language, theme.

use leptos::prelude::*;

use super::browser;
use super::parts::icon;
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

fn is_current(space: Workspace, room: &Route) -> Option<&'static str> {
    let here = space.route.with(std::mem::discriminant);
    (here == std::mem::discriminant(room)).then_some("page")
}

/// The bar at the top.
#[component]
pub fn TopBar() -> impl IntoView {
    let space = Workspace::here();
    let links = move || {
        let link = move |(name, route): (&'static Words, Route)| {
            let href = route.href();
            view! { <a href=href aria-current=move || is_current(space, &route)>{space.say(name)}</a> }
        };
        rooms().into_iter().map(link).collect_view()
    };
    let here = move || {
        let current = rooms().into_iter().find(|(_, room)| is_current(space, room).is_some());
        current.map_or("", |(name, _)| space.say(name))
    };
    let set_language = move |code: String| {
        if let Some(language) = Language::from_tag(&code) {
            browser::keep("language", language.code());
            space.language.set(language);
        }
    };
    view! {
        <header class="topbar">
            <a class="brand" href="#/plan/form" aria-label="Batch Pool Planner">{icon("brand")}<span>"Batch Pool Planner"</span></a>
            <nav class="tabs rooms" aria-label=space.say(&says::ROOMS)>{links()}</nav>
            <button class="button plain only-narrow" type="button" popovertarget="rooms-menu"
                aria-label=move || format!("{}: {}", space.say(&says::MENU), here())>
                {here}" "{icon("down")}
            </button>
            <p class="draft">{move || draft(space)}</p>
            <div class="tools">
                <button class="button plain only" type="button" on:click=pressed(move || space.undo())
                    disabled=move || !space.steps().0 title=space.say(&says::UNDO)
                    aria-label=space.say(&says::UNDO)>{icon("undo")}</button>
                <button class="button plain only" type="button" on:click=pressed(move || space.redo())
                    disabled=move || !space.steps().1 title=space.say(&says::REDO)
                    aria-label=space.say(&says::REDO)>{icon("redo")}</button>
                <span class="control plain language only-wide">
                    <select id="language" aria-label=space.say(&says::LANGUAGE)
                        prop:value=move || space.language.get().code()
                        on:change=move |event| set_language(event_target_value(&event))>
                        {Language::ALL.map(|language| view! {
                            <option value=language.code() selected=move || space.language.get() == language>
                                {language.code().to_uppercase()}
                            </option>
                        }).collect_view()}
                    </select>
                    {icon("down")}
                </span>
                <button class="button plain only" type="button" on:click=|_| browser::switch_theme()
                    title=space.say(&says::SWITCH_THEME)
                    aria-label=space.say(&says::SWITCH_THEME)>{icon("theme")}</button>
            </div>
            <div popover="auto" id="rooms-menu" on:click=|_| browser::close_popover("rooms-menu")>
                <menu>{rooms().into_iter().map(|(name, route)| {
                    let href = route.href();
                    view! { <li><a href=href aria-current=move || is_current(space, &route)>{space.say(name)}</a></li> }
                }).collect_view()}</menu>
                <menu aria-label=space.say(&says::LANGUAGE)>{Language::ALL.map(|language| view! {
                    <li><button class="as-link" type="button" lang=language.code()
                        aria-current=move || (space.language.get() == language).then_some("true")
                        on:click=move |_| set_language(language.code().to_owned())>{language.name()}</button></li>
                }).collect_view()}</menu>
            </div>
        </header>
    }
}

/// The pool's name and when its draft was kept.
fn draft(space: Workspace) -> AnyView {
    let name = space.analysis.with(|analysis| {
        analysis
            .plan()
            .and_then(|plan| plan.target.pool_name.map(str::to_owned))
    });
    let kept = match space.kept_at.get() {
        Some(time) => Message::new(&says::DRAFT_KEPT, [Arg::Text(time)]).text(space.language.get()),
        None => space.say(&says::DRAFT).to_owned(),
    };
    let parted = if name.is_some() { " · " } else { "" };
    view! { <b>{name}</b>{parted}{kept} }.into_any()
}
