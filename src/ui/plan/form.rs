//! The form: sections of rows, each row with its documented limit and its findings under it.

use leptos::prelude::*;

use super::controls::{Row, control};
use super::findings::fix_button;
use crate::analysis::Located;
use crate::form::{self, Control, Field, SECTIONS, Section};
use crate::input::Dialect;
use crate::rules::{self, Rule, Severity};
use crate::ui::browser;
use crate::ui::parts::{
    SourcePopover, count_memo, disagree, dynamic, icon, instead, message, notice, pressed, severity_mark, text_memo,
};
use crate::ui::route::{PlanView, Route, Verdict};
use crate::ui::says;
use crate::ui::workspace::{Workspace, keys};
use crate::words::{Arg, Message, Words};

/// The rule whose sources somebody asked about.
type Asked = RwSignal<Option<&'static Rule>>;

/// The id of the control of a field.
pub fn field_id(path: &str) -> String {
    format!("f{}", path.replace('/', "-"))
}

/// The whole form; a notice instead when the text cannot be read.
#[component]
pub fn Form() -> impl IntoView {
    let space = Workspace::here();
    let asked: Asked = RwSignal::new(None);
    // 0: a plan, 1: something else that reads, 2: unreadable.
    let state = count_memo(move || {
        space
            .analysis
            .with(|analysis| match (&analysis.root, analysis.dialect) {
                (None, _) => 2,
                (Some(_), Dialect::Plan) => 0,
                _ => 1,
            })
    });
    let head = dynamic(move || {
        let href = Route::Plan(PlanView::Text, space.verdict()).href();
        let link = view! { <a class="button" href=href>{icon("goto")}{space.say(&says::GO_TO_TEXT)}</a> }.into_any();
        match state.get() {
            0 => ().into_any(),
            1 => notice(Severity::Advice, space.say(&says::NOT_A_PLAN).into_any(), link),
            _ => notice(Severity::Error, space.say(&says::BROKEN).into_any(), link),
        }
    });
    let pills = SECTIONS
        .iter()
        .enumerate()
        .map(|(index, section)| pill(space, section, index))
        .collect_view();
    let sections = SECTIONS
        .iter()
        .enumerate()
        .map(|(index, section)| one_section(space, section, index, asked))
        .collect_view();
    let class = text_memo(move || {
        if state.get() == 2 {
            "unreadable".to_owned()
        } else {
            String::new()
        }
    });
    view! {
        <div class="body" id="form">
            {head}
            <div class=class>
                <nav class="pills jump" aria-label=space.say(&says::SECTIONS)>{pills}</nav>
                {sections}
            </div>
            <SourcePopover rule=asked/>
        </div>
    }
}

/// The findings that stand under one row, with their keys.
fn said_of(space: Workspace, place: (usize, usize), each: &mut dyn FnMut(&Located, &str)) {
    space.analysis.with(|analysis| {
        let Some(plan) = analysis.plan() else { return };
        let all = keys(&analysis.findings);
        for (located, key) in analysis.findings.iter().zip(&all) {
            if form::owner(located.finding.place.path(), &plan) == Some(place) {
                each(located, key);
            }
        }
    });
}

/// A link to a section, with what is found there.
fn pill(space: Workspace, section: &'static Section, index: usize) -> AnyView {
    // The heaviest severity and the number of findings, in one number so that nothing is made anew for nothing.
    let found = count_memo(move || {
        let (mut worst, mut count) = (Severity::ALL.len(), 0);
        for field in 0..section.fields.len() {
            said_of(space, (index, field), &mut |located, _| {
                worst = worst.min(located.finding.severity as usize);
                count += 1;
            });
        }
        count * 4 + worst
    });
    let mark = dynamic(move || {
        let (count, worst) = (found.get() / 4, found.get() % 4);
        match Severity::ALL.get(worst) {
            Some(severity) => {
                let mark = severity_mark(*severity, space.language.get_untracked());
                view! { {mark}{count.to_string()} }.into_any()
            }
            None => ().into_any(),
        }
    });
    let jump = instead(move || {
        browser::unfold(section.id);
        browser::scroll_section(section.id);
    });
    view! { <a href=format!("#{}", section.id) on:click=jump>{space.say(&section.title)}" "{mark}</a> }.into_any()
}

fn one_section(space: Workspace, section: &'static Section, index: usize, asked: Asked) -> AnyView {
    let gist = text_memo(move || {
        let language = space.language.get_untracked();
        space.analysis.with(|analysis| {
            analysis
                .plan()
                .map_or(String::new(), |plan| form::gist(section, &plan, language))
        })
    });
    let rows = section.fields.iter().enumerate().map(|(field_index, field)| {
        let shown = count_memo(move || {
            usize::from(
                space
                    .analysis
                    .with(|analysis| analysis.plan().is_none_or(|plan| (field.shown)(&plan))),
            )
        });
        dynamic(move || {
            if shown.get() == 1 {
                row(space, field, (index, field_index), asked)
            } else {
                ().into_any()
            }
        })
    });
    view! {
        <details class="section" id=section.id open>
            <summary>
                {icon("right")}
                <span><h3>{space.say(&section.title)}</h3><span class="gist">{gist}</span></span>
                <span class="muted">{space.say(&says::LIMIT_HEAD)}</span>
            </summary>
            <div class="rows">{rows.collect_view()}</div>
        </details>
    }
    .into_any()
}

/// One row and what is said about it.
fn row(space: Workspace, field: &'static Field, place: (usize, usize), asked: Asked) -> AnyView {
    let id = field_id(field.path);
    let worst = text_memo(move || {
        let mut worst: Option<Severity> = None;
        said_of(space, place, &mut |located, _| {
            let severity = located.finding.severity;
            worst = Some(worst.map_or(severity, |other| other.min(severity)));
        });
        worst.map_or("", Severity::name).to_owned()
    });
    let wide = matches!(field.control, Control::Lines | Control::List(_));
    let class = text_memo(move || format!("row {} {}", if wide { "wide" } else { "" }, worst.get()));
    let single = matches!(
        field.control,
        Control::Text { .. } | Control::Lines | Control::Number { .. } | Control::Menu { .. }
    );
    let label = space.say(&field.label);
    let name = if single {
        view! { <label class="name" for=id.clone()>{label}</label> }.into_any()
    } else {
        view! { <span class="name" aria-hidden="true">{label}</span> }.into_any()
    };
    let limit = match &field.limit {
        Some(limit) => {
            let words = dynamic(move || {
                let language = space.language.get_untracked();
                space.analysis.with(|analysis| match analysis.plan() {
                    Some(plan) => message(&limit.message(&plan), language),
                    None => ().into_any(),
                })
            });
            view! { <p class="limit">{words}" · "{cite(space, limit.rule, &field.label, asked)}</p> }.into_any()
        }
        None => ().into_any(),
    };
    // What is said under the row is made anew only when it reads differently.
    let identity = text_memo(move || {
        let mut all = String::new();
        said_of(space, place, &mut |located, key| {
            all.push_str(key);
            all.push_str(&located.finding.message.text(space.language.get_untracked()));
        });
        all
    });
    let said = dynamic(move || {
        identity.track();
        untrack(|| {
            let mut rows = Vec::new();
            said_of(space, place, &mut |located, key| {
                rows.push(said_row(space, located, key))
            });
            rows.collect_view().into_any()
        })
    });
    let row = Row { worst, id, space };
    view! { <div class=class>{name}{control(field.path, &field.control, &field.label, row)}{limit}</div>{said} }
        .into_any()
}

/// The link to what stands behind a limit.
fn cite(space: Workspace, rule: &'static str, label: &'static Words, asked: Asked) -> AnyView {
    let words = space.say(if disagree(rule) {
        &says::SOURCES_DISAGREE
    } else {
        &says::SOURCE
    });
    let name = format!("{words}: {}", space.say(label));
    view! {
        <button class="cite" type="button" popovertarget="limit-source" aria-label=name
            on:click=pressed(move || asked.set(rules::find(rule)))>{words}</button>
    }
    .into_any()
}

/// One finding under its row.
fn said_row(space: Workspace, located: &Located, key: &str) -> AnyView {
    let language = space.language.get_untracked();
    let finding = &located.finding;
    let severity = finding.severity;
    let href = Route::Plan(PlanView::Form, Verdict::Findings(Some(key.to_owned()))).href();
    let show = Message::new(&says::SHOW_IN_FINDINGS, [Arg::Text(finding.rule.id.to_owned())]).text(language);
    let fix = finding
        .fixes
        .first()
        .cloned()
        .map_or(().into_any(), |fix| fix_button(space, fix, false));
    view! {
        <div class=format!("said {}", severity.name())>
            {severity_mark(severity, language)}
            <a class="id" href=href aria-label=show>{finding.rule.id}</a>
            <p>{fix}{message(&finding.message, language)}</p>
        </div>
    }
    .into_any()
}
