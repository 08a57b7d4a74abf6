//! The request and the code, with copy, download and what was left out.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::computed::Computed;
use crate::ui::dom::{Done, View, dynamic, el, flag, given, nothing, pressed, side_by_side, text};

use super::findings::waiting;
use crate::arm::PutPool;
use crate::emit::{self, Emitter, Output};
use crate::rules::Severity;
use crate::ui::browser;
use crate::ui::judgement;
use crate::ui::parts::{CodeLine, code_block, code_html, icon, lines_of, marked, message, notice};
use crate::ui::route::{NAMES, Route, Verdict};
use crate::ui::says;
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Message, Words, nouns};

/// The id of the output that the address names.
fn current_id(space: Workspace) -> &'static str {
    space.route.with(|route| match route {
        Route::Plan(_, Verdict::Request(id) | Verdict::Code(id)) => *id,
        _ => "arm",
    })
}

/// What the output that the address names is called.
fn title(space: Workspace) -> &'static str {
    space.judged.track();
    judgement::emitter(current_id(space)).map_or("", |emitter| space.say(&emitter.title))
}

/// The output of the moment, with its lines: those that the last change added are marked.
#[derive(Clone)]
struct Written {
    emitter: &'static Emitter,
    output: Output,
    lines: Vec<CodeLine>,
}

type Now = Computed<Option<Arc<Written>>>;

fn write(space: Workspace) -> Option<Arc<Written>> {
    space.judged.track();
    let emitter = judgement::emitter(current_id(space))?;
    let output = judgement::write(emitter, &*space.request.get()?)?;
    let before = space.request_before.get();
    let before = before.and_then(|request| Some(judgement::write(emitter, &request)?.text));
    let lines = lines_of(output.text.trim_end_matches('\n'), before.as_deref());
    Some(Arc::new(Written { emitter, output, lines }))
}

/// The request or the code: which, whether it may be used, the text, what was left out.
pub fn outputs(code: bool) -> View {
    let space = Workspace::here();
    let now: Now = Computed::each_time(move |_| write(space));
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
        format!("{}: {}", space.say(what), title(space))
    });
    let stale = flag(move || space.waits.get() || now.with(Option::is_none));
    let download = pressed(move || {
        if let Some(now) = now.get_untracked() {
            browser::download(now.emitter.file_name, &now.output.text);
        }
    });
    el("div")
        .class("body")
        .attr("id", if code { "code" } else { "request" })
        .child(dynamic(move || {
            if space.waits.get() {
                waiting(space)
            } else {
                marks(space)
            }
        }))
        .child(
            el("div").class("toolbar").child(chooser(space, code)).child(
                el("div")
                    .class("end")
                    .child(
                        el("button")
                            .class("button")
                            .attr("type", "button")
                            .attr("id", "copy")
                            .attr("disabled", stale)
                            .on("click", pressed(move || copy(space, now)))
                            .child(icon("copy"))
                            .child(space.say(&says::COPY)),
                    )
                    .child(
                        el("button")
                            .class("button")
                            .attr("type", "button")
                            .attr("id", "download")
                            .attr("disabled", stale)
                            .on("click", download)
                            .child(icon("download"))
                            .child(space.say(&says::DOWNLOAD)),
                    ),
            ),
        )
        .child(dynamic(move || above(space)))
        .child(
            el("section")
                .class("block")
                .attr("aria-labelledby", "output-head")
                .child(
                    el("header")
                        .child(
                            el("h3")
                                .attr("id", "output-head")
                                .child(text(move || title(space).to_owned())),
                        )
                        .child(el("span").class("muted").child(text(move || head(space, now)))),
                )
                .child(code_block(label, html)),
        )
        .child(dynamic(move || {
            now.with(|now| now.as_ref().map_or(nothing(), |now| left_out(space, &now.output)))
        }))
        .done()
}

/// Which output is shown, and of code the names of members as well.
pub fn chooser(space: Workspace, code: bool) -> View {
    let options = dynamic(move || {
        space.judged.track();
        // The first group is the request itself; the others are code.
        let groups = emit::GROUPS
            .iter()
            .enumerate()
            .filter(|(index, _)| (*index > 0) == code);
        let groups: View = groups.map(|(_, (name, ids))| group(space, name, ids)).collect();
        let chosen = matches!(space.verdict(), Verdict::Names(_));
        let names = el("option").attr("value", NAMES).attr("selected", chosen);
        let names = code.then(|| names.child(space.say(&says::OTHER_NAMES)).done());
        side_by_side([names.done(), groups])
    });
    let choose = given(move |id| {
        let verdict = match emit::id(&id) {
            Some(id) if code => Verdict::Code(id),
            Some(id) => Verdict::Request(id),
            None => Verdict::Names(None),
        };
        space.go(&Route::Plan(space.plan_view(), verdict));
    });
    let chooses = if code { &says::LIBRARY } else { &says::FORM_OF_REQUEST };
    let select = el("select")
        .attr("id", "output")
        .attr("aria-label", space.say(chooses))
        .on("change", choose)
        .child(options);
    el("span").class("control").child(select).child(icon("down")).done()
}

/// What stands above the text: that there is no pool, or the address when the body is shown alone.
fn above(space: Workspace) -> View {
    match space.request.get() {
        None => el("p")
            .class("item")
            .child(el("span"))
            .child(space.say(&says::NO_REQUEST))
            .done(),
        Some(request) if current_id(space) == "arm" => address(space, &request),
        Some(_) => nothing(),
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

/// The outputs of a group, under its name.
fn group(space: Workspace, name: &'static Words, ids: &'static [&'static str]) -> View {
    let option = |id: &&'static str| {
        let emitter = judgement::emitter(id)?;
        let chosen = current_id(space) == emitter.id;
        let option = el("option").attr("value", emitter.id).attr("selected", chosen);
        Some(option.child(space.say(&emitter.title)).done())
    };
    el("optgroup")
        .attr("label", space.say(name))
        .child(ids.iter().filter_map(option).collect::<View>())
        .done()
}

/// The mark of an output that belongs to a plan with errors.
fn marks(space: Workspace) -> View {
    let errors = space.analysis.with(|analysis| analysis.counts().errors);
    if errors == 0 {
        return nothing();
    }
    let words = Message::new(&says::WITH_ERRORS, [Arg::Count(errors as i64, &nouns::ERRORS)]);
    let href = Route::Plan(space.plan_view(), Verdict::Findings(None)).href();
    let words = side_by_side([
        message(&words, space.language.get_untracked()).done(),
        " ".done(),
        el("a").attr("href", href).child(space.say(&says::SHOW_FINDINGS)).done(),
    ]);
    notice(Severity::Error, words.done(), nothing())
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
fn address(space: Workspace, request: &PutPool) -> View {
    let language = space.language.get_untracked();
    let route = request.route();
    let (route, query) = route.split_once('?').unwrap_or((&route, ""));
    let parts = route.split('/').skip(1).enumerate().map(|(index, part)| {
        // Keywords are quiet, names are not: subscriptions, name, resourceGroups, name, providers, namespace, …
        let name = matches!(index, 1 | 3 | 7 | 9);
        if name {
            side_by_side(["/".done(), el("wbr").done(), part.to_owned().done()]).done()
        } else {
            el("i").child("/").child(part.to_owned()).done()
        }
    });
    let version = query.strip_prefix("api-version=").unwrap_or_default().to_owned();
    let headers = request.headers().map(|(name, value)| {
        let note = match name {
            "Authorization" => Some(says::NEVER_WRITTEN.in_language(language)),
            "If-None-Match" => Some(says::REFUSES_OVERWRITE.in_language(language)),
            _ => None,
        };
        side_by_side([
            el("dt").child(name).done(),
            el("dd")
                .child(value)
                .child(" ")
                .child(el("span").class("muted").child(note.unwrap_or_default()))
                .done(),
        ])
        .done()
    });
    side_by_side([
        el("section")
            .class("block")
            .attr("aria-labelledby", "request-line")
            .child(
                el("header")
                    .child(
                        el("h3")
                            .attr("id", "request-line")
                            .child(says::METHOD.in_language(language)),
                    )
                    .child(
                        el("span")
                            .class("muted end")
                            .child(says::CREATES_ONLY.in_language(language)),
                    ),
            )
            .child(
                el("p").class("request-line").child(el("b").child("PUT")).child(
                    el("span")
                        .child(request.host())
                        .child(parts.collect::<View>())
                        .child(el("wbr"))
                        .child(
                            el("span")
                                .class("keep")
                                .child(el("i").child("?api-version="))
                                .child(version),
                        ),
                ),
            )
            .done(),
        el("section")
            .class("block")
            .attr("aria-labelledby", "request-headers")
            .child(
                el("header").child(
                    el("h3")
                        .attr("id", "request-headers")
                        .child(says::HEADERS.in_language(language)),
                ),
            )
            .child(el("dl").class("pairs mono").child(headers))
            .done(),
    ])
    .done()
}

fn left_out(space: Workspace, output: &Output) -> View {
    let language = space.language.get_untracked();
    let item = |left: &emit::LeftOut| {
        el("li")
            .child(el("code").class("value").child(left.path.clone()))
            .child(" ")
            .child(message(&left.why, language))
            .done()
    };
    el("section")
        .class("block")
        .attr("aria-labelledby", "left-out")
        .child(
            el("header").child(
                el("h3")
                    .attr("id", "left-out")
                    .child(says::LEFT_OUT.in_language(language)),
            ),
        )
        .child(el("p").child(marked(&says::LEFT_OUT_PARTS, language)))
        .child(
            el("ul")
                .class("dashes")
                .child(output.left_out.iter().map(item).collect::<View>()),
        )
        .done()
}
