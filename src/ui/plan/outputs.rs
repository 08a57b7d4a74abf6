//! The request and the code, with copy, download and what was left out.

use std::sync::Arc;

use leptos::prelude::*;

use super::findings::waiting;
use crate::arm::PutPool;
use crate::emit::{self, Emitter, Output};
use crate::rules::Severity;
use crate::ui::browser;
use crate::ui::parts::{
    CodeBlock, CodeLine, code_html, dynamic, flag, icon, lines_of, marked, message, notice, pressed, text, ticked,
};
use crate::ui::route::{REQUESTS, Route, Verdict};
use crate::ui::says;
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Message, nouns};

/// The output that the address names.
fn current(space: Workspace) -> &'static Emitter {
    let id = space.route.with(|route| match route {
        Route::Plan(_, Verdict::Request(id) | Verdict::Code(id)) => *id,
        _ => "arm",
    });
    emit::find(id).unwrap_or(&emit::ALL[0])
}

/// The output of the moment, with its lines: those that the last change added are marked.
#[derive(Clone)]
struct Written {
    emitter: &'static Emitter,
    output: Output,
    lines: Vec<CodeLine>,
}

type Now = Memo<Option<Arc<Written>>>;

fn write(space: Workspace) -> Option<Arc<Written>> {
    let emitter = current(space);
    let output = (emitter.emit)(&*space.request.get()?);
    let before = space.request_before.get().map(|request| (emitter.emit)(&request).text);
    let lines = lines_of(output.text.trim_end_matches('\n'), before.as_deref());
    Some(Arc::new(Written { emitter, output, lines }))
}

/// The request or the code: which, whether it may be used, the text, what was left out.
#[component]
pub fn Outputs(code: bool) -> impl IntoView {
    let space = Workspace::here();
    let now: Now = Memo::new_with_compare(move |_| write(space), |_, _| true);
    let html = text(move || {
        now.with(|now| match now {
            Some(now) => {
                let text = now.output.text.trim_end_matches('\n');
                code_html(text, now.emitter.syntax, &now.lines, space.severity_labels())
            }
            None => String::new(),
        })
    });
    let label = text(move || {
        let what = if code { &says::CODE } else { &says::BODY };
        format!("{}: {}", space.say(what), space.say(&current(space).title))
    });
    let stale = flag(move || space.waits.get() || now.with(Option::is_none));
    let download = pressed(move || {
        if let Some(now) = now.get_untracked() {
            browser::download(now.emitter.file_name, &now.output.text);
        }
    });
    let choices = emit::ALL
        .iter()
        .copied()
        .filter(|emitter| REQUESTS.contains(&emitter.id) != code);
    let choices = choices.map(|emitter| choice(space, emitter, code)).collect_view();
    view! {
        <div class="body" id=if code { "code" } else { "request" }>
            {dynamic(move || if space.waits.get() { waiting(space) } else { marks(space) })}
            <div class="toolbar">
                <fieldset class="segments">
                    <legend class="hidden">{space.say(if code { &says::LIBRARY } else { &says::FORM_OF_REQUEST })}</legend>
                    {choices}
                </fieldset>
                <div class="end">
                    <button class="button" type="button" id="copy" disabled=stale on:click=pressed(move || copy(space, now))>
                        {icon("copy")}{space.say(&says::COPY)}
                    </button>
                    <button class="button" type="button" id="download" disabled=stale on:click=download>
                        {icon("download")}{space.say(&says::DOWNLOAD)}
                    </button>
                </div>
            </div>
            {dynamic(move || above(space))}
            <section class="block" aria-labelledby="output-head">
                <header>
                    <h3 id="output-head">{text(move || space.say(&current(space).title).to_owned())}</h3>
                    <span class="muted">{text(move || head(space, now))}</span>
                </header>
                <CodeBlock label html/>
            </section>
            {dynamic(move || now.with(|now| now.as_ref().map_or(().into_any(), |now| left_out(space, &now.output))))}
        </div>
    }
}

/// What stands above the text: that there is no pool, or the address when the body is shown alone.
fn above(space: Workspace) -> AnyView {
    match space.request.get() {
        None => view! { <p class="item"><span></span>{space.say(&says::NO_REQUEST)}</p> }.into_any(),
        Some(request) if current(space).id == "arm" => address(space, &request),
        Some(_) => ().into_any(),
    }
}

/// How many lines there are, and how many the last change added.
fn head(space: Workspace, now: Now) -> String {
    let Some(now) = now.get() else { return String::new() };
    let changed = now.lines.iter().filter(|line| line.changed).count();
    let count = Arg::Count(now.lines.len() as i64, &nouns::LINES);
    let message = match changed {
        0 => Message::new(&says::IT, [count]),
        changed => Message::new(&says::CHANGED_LINES, [count, Arg::Number(changed as i64)]),
    };
    message.text(space.language.get_untracked())
}

fn choice(space: Workspace, emitter: &'static Emitter, code: bool) -> AnyView {
    let on = flag(move || current(space).id == emitter.id);
    let choose = ticked(move |_| {
        let verdict = if code {
            Verdict::Code(emitter.id)
        } else {
            Verdict::Request(emitter.id)
        };
        space.go(&Route::Plan(space.plan_view(), verdict));
    });
    view! { <label><input type="radio" name="output" prop:checked=on on:change=choose/>{space.say(&emitter.title)}</label> }.into_any()
}

/// The mark of an output that belongs to a plan with errors.
fn marks(space: Workspace) -> AnyView {
    let errors = space.analysis.with(|analysis| analysis.counts().errors);
    if errors == 0 {
        return ().into_any();
    }
    let words = Message::new(&says::WITH_ERRORS, [Arg::Count(errors as i64, &nouns::ERRORS)]);
    let href = Route::Plan(space.plan_view(), Verdict::Findings(None)).href();
    let words = view! {
        {message(&words, space.language.get_untracked())}" "<a href=href>{space.say(&says::SHOW_FINDINGS)}</a>
    };
    notice(Severity::Error, words.into_any(), ().into_any())
}

fn copy(space: Workspace, now: Now) {
    let Some(now) = now.get_untracked() else { return };
    let title = Arg::Term(&now.emitter.title);
    browser::copy(&now.output.text, move |worked| {
        let said = if worked {
            Message::new(&says::COPIED, [title])
        } else {
            Message::from(&says::NOT_COPIED)
        };
        space.said.set(Some(said));
    });
}

/// Method, address and headers.
fn address(space: Workspace, request: &PutPool) -> AnyView {
    let language = space.language.get_untracked();
    let route = request.route();
    let (route, query) = route.split_once('?').unwrap_or((&route, ""));
    let parts = route.split('/').skip(1).enumerate().map(|(index, part)| {
        // Keywords are quiet, names are not: subscriptions, name, resourceGroups, name, providers, namespace, …
        let name = matches!(index, 1 | 3 | 7 | 9);
        if name {
            view! { "/"<wbr/>{part.to_owned()} }.into_any()
        } else {
            view! { <i>"/"{part.to_owned()}</i> }.into_any()
        }
    });
    let version = query.strip_prefix("api-version=").unwrap_or_default().to_owned();
    let headers = request.headers().map(|(name, value)| {
        let note = match name {
            "Authorization" => Some(says::NEVER_WRITTEN.in_language(language)),
            "If-None-Match" => Some(says::REFUSES_OVERWRITE.in_language(language)),
            _ => None,
        };
        view! { <dt>{name}</dt><dd>{value}<span class="muted">{note.unwrap_or_default()}</span></dd> }.into_any()
    });
    view! {
        <section class="block" aria-labelledby="request-line">
            <header>
                <h3 id="request-line">{says::METHOD.in_language(language)}</h3>
                <span class="muted end">{says::CREATES_ONLY.in_language(language)}</span>
            </header>
            <p class="request-line"><b>"PUT"</b><span>{request.host()}{parts.collect_view()}<wbr/>
                <span class="keep"><i>"?api-version="</i>{version}</span></span></p>
        </section>
        <section class="block" aria-labelledby="request-headers">
            <header><h3 id="request-headers">{says::HEADERS.in_language(language)}</h3></header>
            <dl class="pairs mono">{headers.collect_view()}</dl>
        </section>
    }
    .into_any()
}

fn left_out(space: Workspace, output: &Output) -> AnyView {
    let language = space.language.get_untracked();
    let item = |left: &emit::LeftOut| {
        view! { <li><code class="value">{left.path.clone()}</code>" "{message(&left.why, language)}</li> }.into_any()
    };
    view! {
        <section class="block" aria-labelledby="left-out">
            <header><h3 id="left-out">{says::LEFT_OUT.in_language(language)}</h3></header>
            <p>{marked(&says::LEFT_OUT_PARTS, language)}</p>
            <ul class="dashes">{output.left_out.iter().map(item).collect_view()}</ul>
        </section>
    }
    .into_any()
}
