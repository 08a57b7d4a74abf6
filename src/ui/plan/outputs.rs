//! The request and the code, with copy, download and what was left out.

use leptos::prelude::*;

use super::findings::waiting;
use crate::arm::PutPool;
use crate::emit::{self, Emitter, Output};
use crate::rules::Severity;
use crate::ui::browser;
use crate::ui::parts::{CodeBlock, code_html, icon, lines_of, marked, message, severity_icon, severity_name};
use crate::ui::route::{REQUESTS, Route, Verdict};
use crate::ui::says;
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Message, Words, nouns};

/// The output that the address names.
fn current(space: Workspace) -> &'static Emitter {
    let id = space.route.with(|route| match route {
        Route::Plan(_, Verdict::Request(id) | Verdict::Code(id)) => *id,
        _ => "arm",
    });
    emit::find(id).unwrap_or(&emit::ALL[0])
}

/// The request.
#[component]
pub fn RequestView() -> impl IntoView {
    let space = Workspace::here();
    let raw = move || current(space).id == "arm";
    view! {
        <div class="body" id="request">
            <Shown words=&says::FORM_OF_REQUEST code=false>
                <Show when=raw>{move || space.request.get().map(|request| address(space, &request))}</Show>
            </Shown>
        </div>
    }
}

/// The code.
#[component]
pub fn CodeView() -> impl IntoView {
    view! { <div class="body" id="code"><Shown words=&says::LIBRARY code=true>{()}</Shown></div> }
}

/// One output: which, whether it may be used, the text, what was left out.
#[component]
fn Shown(words: &'static Words, code: bool, children: Children) -> impl IntoView {
    let space = Workspace::here();
    let output = Memo::new_with_compare(
        move |_| {
            space
                .request
                .get()
                .map(|request| (current(space), (current(space).emit)(&request)))
        },
        |_, _| true,
    );
    let before = move || {
        let request = space.request_before.get()?;
        Some((current(space).emit)(&request).text)
    };
    let lines = Memo::new(move |_| {
        output.with(|output| match output {
            Some((_, output)) => lines_of(&output.text, before().as_deref()),
            None => Vec::new(),
        })
    });
    let html = Signal::derive(move || {
        let labels = Severity::ALL.map(|severity| space.say(severity_name(severity)));
        output.with(|output| {
            output.as_ref().map_or(String::new(), |(emitter, output)| {
                lines.with(|lines| code_html(output.text.trim_end_matches('\n'), emitter.syntax, lines, labels))
            })
        })
    });
    let label = Signal::derive(move || {
        let what = if code { &says::CODE } else { &says::BODY };
        format!("{}: {}", space.say(what), space.say(&current(space).title))
    });
    let head = move || {
        let count = lines.with(|lines| lines.len().saturating_sub(1));
        let changed = lines.with(|lines| lines.iter().filter(|line| line.changed).count());
        let count = Arg::Count(count as i64, &nouns::LINES);
        let message = if changed > 0 {
            Message::new(&says::CHANGED_LINES, [count, Arg::Number(changed as i64)])
        } else {
            Message::new(&says::IT, [count])
        };
        message.text(space.language.get())
    };
    let there = move || output.with(Option::is_some);
    view! {
        {move || space.waits.get().then(|| waiting(space))}
        {move || marks(space)}
        <div class="toolbar">
            <fieldset class="segments">
                <legend class="hidden">{space.say(words)}</legend>
                {emit::ALL.iter().copied().filter(|emitter| REQUESTS.contains(&emitter.id) != code).map(|emitter| choice(space, emitter, code)).collect_view()}
            </fieldset>
            <div class="end">
                <button class="button" type="button" id="copy" disabled=move || !there() || space.waits.get() on:click=move |_| copy(space, output)>
                    {icon("copy")}{space.say(&says::COPY)}
                </button>
                <button class="button" type="button" id="download" disabled=move || !there() || space.waits.get() on:click=move |_| {
                    output.with_untracked(|output| if let Some((emitter, output)) = output {
                        browser::download(emitter.file_name, &output.text);
                    });
                }>{icon("download")}{space.say(&says::DOWNLOAD)}</button>
            </div>
        </div>
        {move || (!there()).then(|| view! { <p class="item"><span></span>{space.say(&says::NO_REQUEST)}</p> })}
        {children()}
        <section class="block" class:gone=move || !there() aria-labelledby="output-head">
            <header>
                <h3 id="output-head">{space.say(&current(space).title)}</h3><span class="muted">{head}</span>
            </header>
            <CodeBlock label html/>
        </section>
        {move || output.with(|output| output.as_ref().map(|(_, output)| left_out(space, output)))}
    }
}

fn choice(space: Workspace, emitter: &'static Emitter, code: bool) -> AnyView {
    let choose = move |_| {
        let verdict = if code {
            Verdict::Code(emitter.id)
        } else {
            Verdict::Request(emitter.id)
        };
        space.go(&Route::Plan(space.plan_view(), verdict));
    };
    view! {
        <label><input type="radio" name="output" prop:checked=move || current(space).id == emitter.id on:change=choose/>
            {space.say(&emitter.title)}</label>
    }
    .into_any()
}

/// The mark of an output that belongs to a plan with errors.
fn marks(space: Workspace) -> Option<AnyView> {
    let errors = space.analysis.with(|analysis| analysis.counts().errors);
    let language = space.language.get();
    let words = Message::new(&says::WITH_ERRORS, [Arg::Count(errors as i64, &nouns::ERRORS)]);
    let href = Route::Plan(space.plan_view(), Verdict::Findings(None)).href();
    (errors > 0).then(|| {
        view! {
            <div class="item notice error" role="note">
                {severity_icon(Severity::Error)}
                <p>{message(&words, language)}" "<a href=href>{says::SHOW_FINDINGS.in_language(language)}</a></p>
            </div>
        }
        .into_any()
    })
}

fn copy(space: Workspace, output: Memo<Option<(&'static Emitter, Output)>>) {
    output.with_untracked(|output| {
        let Some((emitter, output)) = output else { return };
        let title = Arg::Term(&emitter.title);
        browser::copy(&output.text, move |worked| {
            let said = if worked {
                Message::new(&says::COPIED, [title])
            } else {
                Message::from(&says::NOT_COPIED)
            };
            space.said.set(Some(said));
        });
    });
}

/// Method, address and headers.
fn address(space: Workspace, request: &PutPool) -> AnyView {
    let language = space.language.get();
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
        view! { <dt>{name}</dt><dd>{value}{note.map(|note| view! { <span class="muted">{note}</span> })}</dd> }
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
    let language = space.language.get();
    let item = |left: &emit::LeftOut| view! { <li><code class="value">{left.path.clone()}</code>" "{message(&left.why, language)}</li> };
    view! {
        <section class="block" aria-labelledby="left-out">
            <header><h3 id="left-out">{says::LEFT_OUT.in_language(language)}</h3></header>
            <p>{marked(&says::LEFT_OUT_PARTS, language)}</p>
            <ul class="dashes">{output.left_out.iter().map(item).collect_view()}</ul>
        </section>
    }
    .into_any()
}
