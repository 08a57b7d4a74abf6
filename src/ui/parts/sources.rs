//! Where a statement comes from: chips under a finding, a popover beside a limit.

use leptos::prelude::*;

use super::{icon, message};
use crate::facts::Citation;
use crate::rules::{self, Rule};
use crate::ui::route::Route;
use crate::ui::says;
use crate::ui::workspace::Workspace;
use crate::words::{Language, Message};

/// The pages a finding rests on, with the day they were read, and how sure it is.
#[component]
pub fn SourceChips(sources: &'static [Citation], basis: &'static str, language: Language) -> impl IntoView {
    let chip = |source: &'static Citation| {
        let read = Message::new(&says::READ_ON, [source.page.read_on.into()]).text(language);
        view! {
            <li>
                <a class="chip" href=source.page.url target="_blank" rel="noreferrer" title=source.says.in_language(language)>
                    {icon("source")}<span>{source.page.title}</span>
                    " "<time datetime=source.page.read_on.to_string()>{read}</time>
                </a>
            </li>
        }
    };
    view! {
        <ul class="cites">
            {sources.iter().map(chip).collect_view()}
            <li class="basis muted">{basis}</li>
        </ul>
    }
}

/// What stands behind a limit: one popover for the whole form, filled for the rule that was asked about.
#[component]
pub fn SourcePopover(rule: RwSignal<Option<&'static Rule>>) -> impl IntoView {
    let space = Workspace::here();
    let body = move || {
        let rule = rule.get()?;
        let language = space.language.get();
        let source = |source: &'static Citation| {
            let dated = source
                .page
                .dated
                .map(|day| format!(", {}", Message::new(&says::PAGE_OF, [day.into()]).text(language)));
            view! {
                <dd>
                    {message(&Message::from(&source.says), language)}" "
                    <a href=source.page.url target="_blank" rel="noreferrer">{source.page.title}</a>
                    {dated}
                </dd>
            }
        };
        Some(view! {
            <h3>{rule.title.in_language(language)}</h3>
            <dl class="pairs single">{rule.sources.iter().map(source).collect_view()}</dl>
            <p class="muted">
                {Message::new(&says::READ_ON, [crate::facts::pages::READ_ON.into()]).text(language)}" · "
                <a href=Route::Rules(Some(rule.id.to_owned())).href()>{says::OPEN_RULE.in_language(language)}" "{rule.id}</a>
            </p>
        })
    };
    view! { <div popover="auto" id="limit-source">{body}</div> }
}

/// Whether the pages behind a rule give different figures.
pub fn disagree(id: &str) -> bool {
    // The rules whose two sources contradict each other; their reasons say so.
    ["AB0117", "AB0127", "AB0109"].contains(&id) && rules::find(id).is_some()
}
