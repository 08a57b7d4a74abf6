//! The form: sections of rows, each row with its documented limit and its findings under it.

use leptos::prelude::*;

use super::controls::control;
use crate::form::{self, Control, Field, SECTIONS, Section};
use crate::input::Dialect;
use crate::rules::{self, Rule, Severity};
use crate::ui::browser;
use crate::ui::parts::{SourcePopover, icon, message, severity_icon, severity_mark};
use crate::ui::route::{PlanView, Route, Verdict};
use crate::ui::says;
use crate::ui::workspace::{Workspace, keys};
use crate::words::{Message, Words};

/// Which findings stand under which row: (section, field) of each finding, in the order of the analysis.
pub type Owners = Memo<Vec<Option<(usize, usize)>>>;

/// The id of the control of a field.
pub fn field_id(path: &str) -> String {
    format!("f{}", path.replace('/', "-"))
}

/// The whole form; a notice instead when the text cannot be read.
#[component]
pub fn Form() -> impl IntoView {
    let space = Workspace::here();
    let owners: Owners = Memo::new(move |_| {
        space.analysis.with(|analysis| {
            let Some(plan) = analysis.plan() else { return Vec::new() };
            analysis
                .findings
                .iter()
                .map(|located| form::owner(located.finding.place.path(), &plan))
                .collect()
        })
    });
    let asked = RwSignal::new(None::<&'static Rule>);
    let readable = Memo::new(move |_| space.analysis.with(|analysis| analysis.root.is_some()));
    let foreign = Memo::new(move |_| space.analysis.with(|analysis| analysis.dialect != Dialect::Plan));
    view! {
        <div class="body" id="form">
            {move || (!readable.get()).then(|| notice(space, Severity::Error, &says::BROKEN))}
            {move || (readable.get() && foreign.get()).then(|| notice(space, Severity::Advice, &says::NOT_A_PLAN))}
            <div class:unreadable=move || !readable.get()>
                <nav class="pills jump" aria-label=space.say(&says::SECTIONS)>
                    {SECTIONS.iter().enumerate().map(|(index, section)| view! { <Pill section index owners/> }).collect_view()}
                </nav>
                {SECTIONS.iter().enumerate().map(|(index, section)| {
                    view! { <FormSection section index owners asked/> }
                }).collect_view()}
            </div>
            <SourcePopover rule=asked/>
        </div>
    }
}

fn notice(space: Workspace, severity: Severity, words: &'static Words) -> AnyView {
    let href = move || Route::Plan(PlanView::Text, Verdict::Findings(None)).href();
    view! {
        <div class=format!("item notice {}", severity.name()) role="note">
            {severity_icon(severity)}<p>{space.say(words)}</p>
            <span class="end"><a class="button" href=href>{icon("goto")}{space.say(&says::GO_TO_TEXT)}</a></span>
        </div>
    }
    .into_any()
}

/// How many findings of each severity a section has.
fn section_counts(space: Workspace, owners: Owners, index: usize) -> [usize; 3] {
    let mut counts = [0; 3];
    owners.with(|owners| {
        space.analysis.with(|analysis| {
            for (located, owner) in analysis.findings.iter().zip(owners) {
                if owner.is_some_and(|(section, _)| section == index)
                    && let Some(count) = counts.get_mut(located.finding.severity as usize)
                {
                    *count += 1;
                }
            }
        });
    });
    counts
}

#[component]
fn Pill(section: &'static Section, index: usize, owners: Owners) -> impl IntoView {
    let space = Workspace::here();
    let counts = Memo::new(move |_| section_counts(space, owners, index));
    let worst = move || {
        let counts = counts.get();
        let worst = Severity::ALL
            .into_iter()
            .find(|severity| counts.get(*severity as usize).is_some_and(|count| *count > 0))?;
        let sum: usize = counts.iter().sum();
        Some(view! { {severity_mark(worst, space.language.get())}{sum} })
    };
    let jump = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        browser::unfold(section.id);
        browser::scroll_section(section.id);
    };
    view! { <a href=format!("#{}", section.id) on:click=jump>{space.say(&section.title)}" "{worst}</a> }
}

#[component]
fn FormSection(
    section: &'static Section,
    index: usize,
    owners: Owners,
    asked: RwSignal<Option<&'static Rule>>,
) -> impl IntoView {
    let space = Workspace::here();
    let gist = move || {
        space.analysis.with(|analysis| {
            analysis
                .plan()
                .map(|plan| form::gist(section, &plan, space.language.get()))
        })
    };
    view! {
        <details class="section" id=section.id open>
            <summary>
                {icon("right")}
                <span><h3>{space.say(&section.title)}</h3><span class="gist">{gist}</span></span>
                <span class="muted">{space.say(&says::LIMIT_HEAD)}</span>
            </summary>
            <div class="rows">
                {section.fields.iter().enumerate().map(|(field_index, field)| {
                    let shown = Memo::new(move |_| {
                        space.analysis.with(|analysis| analysis.plan().is_none_or(|plan| (field.shown)(&plan)))
                    });
                    let place = (index, field_index);
                    move || shown.get().then(|| view! { <Row field place owners asked/> })
                }).collect_view()}
            </div>
        </details>
    }
}

/// One row and what is said about it.
#[component]
fn Row(
    field: &'static Field,
    place: (usize, usize),
    owners: Owners,
    asked: RwSignal<Option<&'static Rule>>,
) -> impl IntoView {
    let space = Workspace::here();
    let id = field_id(field.path);
    // The findings under this row: indices into the analysis, and their severities.
    let said = Memo::new(move |_| {
        owners.with(|owners| {
            owners
                .iter()
                .enumerate()
                .filter(|(_, owner)| **owner == Some(place))
                .map(|(at, _)| at)
                .collect::<Vec<_>>()
        })
    });
    let worst = Memo::new(move |_| {
        space.analysis.with(|analysis| {
            said.with(|said| {
                said.iter()
                    .filter_map(|at| analysis.findings.get(*at))
                    .map(|located| located.finding.severity)
                    .min()
            })
        })
    });
    let wide = matches!(field.control, Control::Lines | Control::List(_));
    let grouped = !matches!(
        field.control,
        Control::Text { .. } | Control::Lines | Control::Number { .. } | Control::Menu { .. }
    );
    let name = move || space.say(&field.label);
    let label = if grouped {
        view! { <span class="name" id=format!("{id}-name")>{name}</span> }.into_any()
    } else {
        view! { <label class="name" for=id.clone() id=format!("{id}-name")>{name}</label> }.into_any()
    };
    view! {
        <div class="row" class:wide=wide>
            {label}
            {control(field.path, &field.control, &field.label, id.clone(), worst, space)}
            {field.limit.as_ref().map(|limit| {
                let words = move || space.analysis.with(|analysis| {
                    analysis.plan().map(|plan| message(&limit.message(&plan), space.language.get()))
                });
                view! { <p class="limit">{words}" · "{cite(limit.rule, &field.label, asked)}</p> }
            })}
        </div>
        {move || space.analysis.with(|analysis| said.with(|said| {
            let all = keys(&analysis.findings);
            said.iter().filter_map(|at| Some(said_row(space, analysis.findings.get(*at)?, all.get(*at)?))).collect_view()
        }))}
    }
}

/// The link to what stands behind a limit.
fn cite(rule: &'static str, label: &'static Words, asked: RwSignal<Option<&'static Rule>>) -> AnyView {
    let space = Workspace::here();
    let words = if crate::ui::parts::disagree(rule) {
        &says::SOURCES_DISAGREE
    } else {
        &says::SOURCE
    };
    let name = move || format!("{}: {}", space.say(words), space.say(label));
    view! {
        <button class="cite" type="button" popovertarget="limit-source" aria-label=name
            on:click=move |_| asked.set(rules::find(rule))>{space.say(words)}</button>
    }
    .into_any()
}

/// One finding under its row.
fn said_row(space: Workspace, located: &crate::analysis::Located, key: &str) -> AnyView {
    let language = space.language.get();
    let finding = &located.finding;
    let severity = finding.severity;
    let href = Route::Plan(space.plan_view(), Verdict::Findings(Some(key.to_owned()))).href();
    let show = Message::new(
        &says::SHOW_IN_FINDINGS,
        [crate::words::Arg::Text(finding.rule.id.to_owned())],
    )
    .text(language);
    let fix = finding
        .fixes
        .first()
        .cloned()
        .map(|fix| super::findings::fix_button(space, fix, false));
    view! {
        <div class=format!("said {}", severity.name())>
            {severity_mark(severity, language)}
            <a class="id" href=href aria-label=show>{finding.rule.id}</a>
            <p>{fix}{message(&finding.message, language)}</p>
        </div>
    }
    .into_any()
}
