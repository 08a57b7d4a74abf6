//! One rule, whole: what, why, example, sources.

use leptos::prelude::*;

use crate::emit::Syntax;
use crate::facts::Citation;
use crate::rules::{self, Rule, Severity};
use crate::ui::browser;
use crate::ui::parts::{CodeLine, basis_name, code_html, icon, marked, severity_icon, severity_name};
use crate::ui::route::{PlanView, Route, Verdict};
use crate::ui::says;
use crate::ui::workspace::{Workspace, keys};
use crate::words::{Arg, Language, Message, nouns};

/// The page of the open rule, or an invitation to choose one.
pub fn page(space: Workspace, open: Option<String>, found: Memo<Vec<&'static str>>) -> AnyView {
    let language = space.language.get();
    let rule = open.as_deref().and_then(rules::find);
    let heading = open
        .clone()
        .unwrap_or_else(|| says::RULE.in_language(language).to_owned());
    let body = match (rule, open) {
        (Some(rule), _) => one(space, rule, language),
        (None, Some(id)) => {
            let words = Message::new(&says::NO_SUCH_RULE, [Arg::from(id)]).text(language);
            view! { <p class="item"><span></span>{words}</p> }.into_any()
        }
        (None, None) => view! { <p class="item"><span></span>{says::CHOOSE_RULE.in_language(language)}</p> }.into_any(),
    };
    let link = rule.map(|rule| {
        view! {
            <a class="button plain" href=Route::Rules(Some(rule.id.to_owned())).href()>
                {icon("share")}{says::PERMANENT_LINK.in_language(language)}
            </a>
            {step(rule, found, -1, language)}
            {step(rule, found, 1, language)}
        }
    });
    view! {
        <header><h2 class="mono" id="rule-heading">{heading}</h2><div class="tools">{link}</div></header>
        <div class="body">{body}</div>
    }
    .into_any()
}

/// The rule before or after, among those that were found.
fn step(rule: &'static Rule, found: Memo<Vec<&'static str>>, by: isize, language: Language) -> AnyView {
    let next = found.with(|found| {
        let at = found.iter().position(|id| *id == rule.id)?;
        found.get(at.checked_add_signed(by)?).copied()
    });
    let (words, mark) = if by < 0 {
        (&says::PREVIOUS_RULE, "left")
    } else {
        (&says::NEXT_RULE, "right")
    };
    let words = words.in_language(language);
    match next {
        Some(id) => view! {
            <a class="button plain only" href=Route::Rules(Some(id.to_owned())).href() title=words aria-label=words>{icon(mark)}</a>
        }
        .into_any(),
        None => view! { <button class="button plain only" type="button" disabled title=words aria-label=words>{icon(mark)}</button> }.into_any(),
    }
}

fn one(space: Workspace, rule: &'static Rule, language: Language) -> AnyView {
    let say = |words: &'static crate::words::Words| words.in_language(language);
    let versions = match rule.versions {
        None => say(&says::ALL_VERSIONS).to_owned(),
        Some((from, to)) => format!("{from} – {to}"),
    };
    let fields = rule.fields.iter().enumerate().map(|(index, field)| {
        view! { {if index > 0 { ", " } else { "" }}<code>{*field}</code> }
    });
    view! {
        <section class="block" aria-labelledby="rule-title">
            <h3 class="title" id="rule-title">{say(&rule.title)}</h3>
            <dl class="facts">
                <div><dt>{say(&says::SEVERITY)}</dt><dd>{severity_icon(rule.severity)}" "{say(severity_name(rule.severity))}</dd></div>
                <div><dt>{say(&says::BASIS)}</dt><dd>{say(basis_name(rule.basis))}</dd></div>
                <div><dt>{say(&says::NAME)}</dt><dd><code>{rule.name}</code></dd></div>
                <div><dt>{say(&says::FIELDS)}</dt><dd>{fields.collect_view()}</dd></div>
                <div><dt>{say(&says::SINCE)}</dt><dd>{versions}</dd></div>
                <div><dt>{say(&says::IN_THIS_PLAN)}</dt><dd>{move || in_this_plan(space, rule)}</dd></div>
            </dl>
        </section>
        <section class="block" aria-labelledby="rule-why">
            <header><h4 id="rule-why">{say(&says::WHY)}</h4></header>
            <p>{marked(&rule.why, language)}</p>
        </section>
        <section class="block" aria-labelledby="rule-example">
            <header><h4 id="rule-example">{say(&says::EXAMPLE)}</h4></header>
            <div class="pair">
                {example(space, rule, rule.example.fires, true, language)}
                {example(space, rule, rule.example.passes, false, language)}
            </div>
        </section>
        <section class="block" aria-labelledby="rule-sources">
            <header><h4 id="rule-sources">{say(&says::SOURCES)}</h4></header>
            <ul class="sources flush">{rule.sources.iter().map(|source| cited(source, language)).collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn in_this_plan(space: Workspace, rule: &'static Rule) -> AnyView {
    let language = space.language.get();
    let found: Vec<(String, Severity)> = space.analysis.with(|analysis| {
        let keys = keys(&analysis.findings);
        let pairs = analysis
            .findings
            .iter()
            .zip(keys)
            .filter(|(located, _)| located.finding.rule.id == rule.id);
        pairs.map(|(located, key)| (key, located.finding.severity)).collect()
    });
    let Some((key, severity)) = found.first().cloned() else {
        return view! { <span class="pass">{icon("pass")}</span>" "{says::KEPT_HERE.in_language(language)} }.into_any();
    };
    let noun = match severity {
        Severity::Error => &nouns::ERRORS,
        Severity::Warning => &nouns::WARNINGS,
        Severity::Advice => &nouns::ADVICE,
    };
    let words = Message::new(&says::BROKEN_HERE, [Arg::Count(found.len() as i64, noun)]).text(language);
    let href = Route::Plan(space.plan_view(), Verdict::Findings(Some(key))).href();
    view! { {severity_icon(severity)}" "<a href=href>{words}</a> }.into_any()
}

/// A fixture of the rule, shown as it is tested.
fn example(space: Workspace, rule: &'static Rule, text: &'static str, fires: bool, language: Language) -> AnyView {
    let words = if fires { &says::FAILING } else { &says::PASSING };
    let severity = rule.severity;
    let mark = if fires { severity_icon(severity) } else { icon("pass") };
    let tone = if fires { severity.name() } else { "pass" };
    let analysis = crate::analysis::analyse(text, crate::facts::pages::READ_ON);
    let mut lines = vec![CodeLine::default(); text.split('\n').count()];
    for located in analysis
        .findings
        .iter()
        .filter(|located| located.finding.rule.id == rule.id)
    {
        let span = analysis.lines.line_span(text, located.position.line);
        if let Some(line) = lines.get_mut(located.position.line - 1) {
            let end = located.span.end.min(span.end).saturating_sub(span.start);
            line.marks.push((
                located.span.start.max(span.start) - span.start..end,
                located.finding.severity,
            ));
        }
    }
    let html = code_html(text.trim_end(), Syntax::Json, &lines, [""; 3]);
    let open = move |_| {
        space.replace(
            text,
            Message::new(&says::EXAMPLE_OPENED, [Arg::Text(rule.id.to_owned())]),
        );
        let key = fires.then(|| rule.id.to_owned());
        browser::go(&Route::Plan(PlanView::Text, Verdict::Findings(key)).fragment());
    };
    let label = words.in_language(language);
    view! {
        <div>
            <h4 class=tone>{mark}{label}</h4>
            <div class="code bare" role="region" tabindex="0" aria-label=label inner_html=html></div>
            <p class="buttons"><button class="button small" type="button" on:click=open>{says::OPEN_IN_PLAN.in_language(language)}</button></p>
        </div>
    }
    .into_any()
}

fn cited(source: &'static Citation, language: Language) -> AnyView {
    let dated = source
        .page
        .dated
        .map(|day| Message::new(&says::PAGE_OF, [day.into()]).text(language));
    let read = Message::new(&says::READ_ON, [source.page.read_on.into()]).text(language);
    view! {
        <li class="item">
            {icon("source")}
            <div>
                <a href=source.page.url target="_blank" rel="noreferrer">{source.page.title}</a>
                <p>{marked_static(source, language)}" "<span class="muted">{dated}</span></p>
            </div>
            <time class="end" datetime=source.page.read_on.to_string()>{read}</time>
        </li>
    }
    .into_any()
}

fn marked_static(source: &'static Citation, language: Language) -> AnyView {
    marked(&source.says, language)
}
