//! The form: sections of rows, each row with its documented limit and its findings under it.

use leptos::prelude::*;

use crate::ui::dom::{
    Done, Made, View, count_memo, dynamic, el, flag, instead, nothing, pressed, side_by_side, text_memo,
};

use super::controls::{Row, control};
use super::findings::fix_button;
use crate::analysis::Located;
use crate::form::{self, Control, Field, SECTIONS, Section};
use crate::input::Dialect;
use crate::model::{CalendarDate, Moment};
use crate::rules::{Rule, Severity};
use crate::ui::browser;
use crate::ui::judgement;
use crate::ui::parts::{icon, message, notice, severity_mark, source_popover};
use crate::ui::route::{PlanView, Route, Verdict};
use crate::ui::says;
use crate::ui::workspace::{Workspace, keys};
use crate::words::{Arg, Language, Message, Words, clock, moment};

/// The rule whose sources somebody asked about.
type Asked = RwSignal<Option<&'static Rule>>;

/// The id of the control of a field.
pub fn field_id(path: &str) -> String {
    format!("f{}", path.replace('/', "-"))
}

/// The whole form; a notice instead when the text cannot be read.
pub fn form() -> View {
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
        let link = el("a")
            .class("button")
            .attr("href", href)
            .child(icon("goto"))
            .child(space.say(&says::GO_TO_TEXT))
            .done();
        match state.get() {
            0 => nothing(),
            1 => notice(Severity::Advice, space.say(&says::NOT_A_PLAN).done(), link),
            _ => match space
                .analysis
                .with(|analysis| super::paste::choose_pool(space, analysis))
            {
                Some(choose) => notice(Severity::Advice, space.say(&says::SEVERAL_POOLS).done(), choose),
                None => notice(Severity::Error, space.say(&says::BROKEN).done(), link),
            },
        }
    });
    let pills = SECTIONS
        .iter()
        .enumerate()
        .map(|(index, section)| pill(space, section, index))
        .collect::<View>();
    let sections = SECTIONS
        .iter()
        .enumerate()
        .map(|(index, section)| one_section(space, section, index, asked))
        .collect::<View>();
    let class = text_memo(move || {
        if state.get() == 2 {
            "unreadable".to_owned()
        } else {
            String::new()
        }
    });
    el("div")
        .class("body")
        .attr("id", "form")
        .attr("tabindex", "-1")
        .child(head)
        .child(
            el("div")
                .class(class)
                .attr("inert", flag(move || state.get() == 2))
                .child(
                    el("nav")
                        .class("pills jump")
                        .attr("aria-label", space.say(&says::SECTIONS))
                        .child(pills),
                )
                .child(sections),
        )
        .child(source_popover(asked))
        .done()
}

/// The findings that stand under one row, each with its place in the list. What was accepted stands there no more.
fn said_of(space: Workspace, place: (usize, usize), each: &mut dyn FnMut(&Located, usize)) {
    space.owners.with(|owners| {
        space.analysis.with(|analysis| {
            for (at, (located, owner)) in analysis.open().iter().zip(owners).enumerate() {
                if *owner == Some(place) {
                    each(located, at);
                }
            }
        });
    });
}

/// A link to a section, with what is found there.
fn pill(space: Workspace, section: &'static Section, index: usize) -> View {
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
                side_by_side([mark.done(), count.to_string().done()]).done()
            }
            None => nothing(),
        }
    });
    let jump = instead(move || {
        browser::unfold(section.id);
        browser::scroll_section(section.id);
    });
    el("a")
        .attr("href", format!("#{}", section.id))
        .on("click", jump)
        .child(space.say(&section.title))
        .child(" ")
        .child(mark)
        .done()
}

fn one_section(space: Workspace, section: &'static Section, index: usize, asked: Asked) -> View {
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
                nothing()
            }
        })
    });
    el("details")
        .class("section")
        .attr("id", section.id)
        .attr("open", true)
        .child(
            el("summary")
                .child(icon("right"))
                .child(
                    el("span")
                        .child(el("h3").child(space.say(&section.title)))
                        .child(el("span").class("gist").child(gist)),
                )
                .child(el("span").class("muted").child(space.say(&says::LIMIT_HEAD))),
        )
        .child(el("div").class("rows").child(rows.collect::<View>()))
        .done()
}

/// One row and what is said about it.
fn row(space: Workspace, field: &'static Field, place: (usize, usize), asked: Asked) -> View {
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
        el("label").class("name").attr("for", id.clone()).child(label).done()
    } else {
        el("span").class("name").attr("aria-hidden", "true").child(label).done()
    };
    let limit = match &field.limit {
        Some(limit) => {
            let limit_is_replaced = limit.until_read;
            let words = dynamic(move || {
                let language = space.language.get_untracked();
                space.analysis.with(|analysis| {
                    let Some(plan) = analysis.plan() else { return nothing() };
                    let read = field.read_at(&plan).map(|at| read_at(at, analysis.as_of, language));
                    let limit = || message(&limit.message(&plan), language);
                    match read {
                        Some(read) if limit_is_replaced => read.done(),
                        Some(read) => side_by_side([limit(), "\u{a0}· ".into(), read.done()]).done(),
                        None => limit(),
                    }
                })
            });
            el("p")
                .class("limit")
                .child(words)
                .child("\u{a0}· ")
                .child(cite(space, limit.rule, &field.label, asked))
                .done()
        }
        None => nothing(),
    };
    // What is said under the row is made anew only when it reads differently.
    let identity = text_memo(move || {
        let mut all = String::new();
        said_of(space, place, &mut |located, at| {
            all.push_str(&at.to_string());
            all.push_str(located.finding.rule.id);
            all.push_str(&located.finding.message.text(space.language.get_untracked()));
        });
        all
    });
    let said = dynamic(move || {
        identity.with(|_| ());
        untrack(|| {
            let mut rows = Vec::new();
            let keys = space.analysis.with(|analysis| keys(analysis.open()));
            said_of(space, place, &mut |located, at| {
                rows.extend(keys.get(at).map(|key| said_row(space, located, key)));
            });
            rows.done()
        })
    });
    let row = Row { worst, id, space };
    side_by_side([
        el("div")
            .class(class)
            .child(name)
            .child(control(field.path, &field.control, &field.label, row))
            .child(limit)
            .into(),
        said.done(),
    ])
    .done()
}

/// When a value was read from Azure: the time, and the day unless it is today.
fn read_at(at: Moment, today: CalendarDate, language: Language) -> Made {
    let (words, time) = match at.date() == today {
        true => (&says::READ_TODAY, clock(at)),
        false => (&says::READ_LIVE, moment(at, language)),
    };
    el("time")
        .attr("datetime", at.to_string())
        .child(Message::new(words, [Arg::Text(time)]).plain(language))
}

/// The link to what stands behind a limit.
fn cite(space: Workspace, rule: &'static str, label: &'static Words, asked: Asked) -> View {
    let words = space.say(
        if judgement::there().is_some_and(|there| (there.rule)(rule).is_some_and(there.sources_disagree)) {
            &says::SOURCES_DISAGREE
        } else {
            &says::SOURCE
        },
    );
    let name = format!("{words}: {}", space.say(label));
    el("button")
        .class("cite")
        .attr("type", "button")
        .attr("popovertarget", "limit-source")
        .attr("aria-label", name)
        .on("click", pressed(move || asked.set(judgement::rule(rule))))
        .child(words)
        .done()
}

/// One finding under its row.
fn said_row(space: Workspace, located: &Located, key: &str) -> View {
    let language = space.language.get_untracked();
    let finding = &located.finding;
    let severity = finding.severity;
    let href = Route::Plan(PlanView::Form, Verdict::Findings(Some(key.to_owned()))).href();
    let show = Message::new(&says::SHOW_IN_FINDINGS, [Arg::Text(finding.rule.id.to_owned())]).text(language);
    let fix = finding
        .fixes
        .first()
        .cloned()
        .map_or(nothing(), |fix| fix_button(space, fix, false));
    el("div")
        .class(format!("said {}", severity.name()))
        .child(severity_mark(severity, language))
        .child(
            el("a")
                .class("id")
                .attr("href", href)
                .attr("aria-label", show)
                .child(finding.rule.id),
        )
        .child(el("p").child(fix).child(message(&finding.message, language)))
        .done()
}
