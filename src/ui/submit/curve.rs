//! The curve of the nodes: what the drawing shows, and the same as a table.

use leptos::prelude::*;

use super::chart::{self, Curve, Picture};
use super::session::Session;
use super::watch::estimate;
use super::{shown, stage, watch_says as says};
use crate::arm::Submission;
use crate::arm::submission::{Point, State};
use crate::growth;
use crate::model::{Millis, Moment};
use crate::ui::dom::{Done, View, dynamic, el, flag, side_by_side, text};
use crate::ui::parts::icon;
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Language, Message, Words, number};

/// The curve as a drawing or as a table.
pub fn curve(space: Workspace, session: Session) -> View {
    let language = space.language.get_untracked();
    let no_estimate = flag(move || {
        session.clock.track();
        let end = stage::with(session, |submission| estimate(space, submission, session.now()));
        end.flatten().is_none()
    });
    // Made anew with each reading, not with each second.
    let html = text(move || {
        let picture = stage::with(session, |submission| picture(submission, language));
        picture
            .flatten()
            .map(|picture| chart::drawn(&picture))
            .unwrap_or_default()
    });
    let choice = |id: &'static str, mark, words: &'static Words, first: bool| {
        el("label")
            .child(
                el("input")
                    .attr("type", "radio")
                    .attr("name", "as")
                    .attr("id", id)
                    .attr("checked", first),
            )
            .child(icon(mark))
            .child(space.say(words))
            .done()
    };
    side_by_side([
        el("fieldset")
            .class("segments")
            .child(el("legend").class("hidden").child(space.say(&says::SHOW_AS)))
            .child(choice("as-chart", "chart", &says::CHART, true))
            .child(choice("as-table", "table", &says::TABLE, false))
            .done(),
        el("figure").class("chart").html(html).done(),
        dynamic(move || {
            let points = stage::with(session, |submission| submission.watch().points().to_vec());
            table(space, &points.unwrap_or_default())
        }),
        el("p")
            .class("muted")
            .attr("hidden", no_estimate)
            .child(space.say(&growth::MODEL))
            .done(),
    ])
}

/// What the drawing shows.
fn picture(submission: &Submission, language: Language) -> Option<Picture> {
    let watch = submission.watch();
    let pool = watch.pool()?;
    let (first, last) = (watch.points().first()?, watch.points().last()?);
    let began = watch.began().unwrap_or(first.at);
    let from = began.min(first.at);
    let since = |at: Moment| at.since(from).max(0);
    let curve = |class, of: fn(&Point) -> i64, target: i64, labels: [&'static Words; 2]| {
        let points: Vec<(Millis, i64)> = watch
            .points()
            .iter()
            .map(|point| (since(point.at), of(point)))
            .collect();
        let label = |words, value| Message::new(words, [Arg::Number(value)]).text(language);
        let [now, wanted] = labels;
        Curve {
            class,
            label: label(now, of(last)),
            target_label: label(wanted, target),
            target,
            points,
        }
    };
    let mut curves = Vec::new();
    let only_spot = pool.target_dedicated == 0 && watch.points().iter().all(|point| point.dedicated == 0);
    let any_spot = pool.target_spot > 0 || watch.points().iter().any(|point| point.spot > 0);
    if !(only_spot && any_spot) {
        let labels = [&crate::ui::says::IT, &says::TARGET];
        curves.push(curve("two", |point| point.dedicated, pool.target_dedicated, labels));
    }
    if any_spot {
        let labels = [&says::SPOT_NOW, &says::TARGET_SPOT];
        curves.push(curve("one", |point| point.spot, pool.target_spot, labels));
    }
    let end = match submission.state() {
        State::Steady => Some(match watch.settled() {
            Some(settled) if settled.is_reached() => "pass",
            _ => "error",
        }),
        State::Gone | State::Vanished | State::Ended(_) => Some("stop"),
        _ => None,
    };
    let (there, wanted) = watch.progress()?;
    let args = [
        Arg::Number(there),
        Arg::Number(wanted),
        Arg::Text(shown::lasted(last.at.since(began))),
    ];
    Some(Picture {
        title: Message::new(&says::CHART_TITLE, args).text(language),
        curves,
        band: Some((since(began), since(last.at))),
        time_out: watch.times_out().map(since),
        end,
    })
}

/// More rows are not shown: those between are left out evenly.
const MOST_ROWS: usize = 60;

/// The same as a table.
fn table(space: Workspace, points: &[Point]) -> View {
    let every = points.len().div_ceil(MOST_ROWS).max(1);
    let last = points.len().saturating_sub(1);
    let shown = points
        .iter()
        .enumerate()
        .filter(|(index, _)| index % every == 0 || *index == last);
    let row = |(_, point): (usize, &Point)| {
        let cell = |value: i64| el("td").class("num").child(number(value)).done();
        el("tr")
            .child(el("th").attr("scope", "row").child(shown::clock(point.at)))
            .child([cell(point.dedicated), cell(point.spot)])
            .done()
    };
    let column = |words: &'static Words, class: &str| {
        el("th")
            .attr("scope", "col")
            .class(class)
            .child(space.say(words))
            .done()
    };
    el("table")
        .class("grid-table as-table")
        .child(el("caption").class("hidden").child(space.say(&says::NODES_OVER_TIME)))
        .child(el("thead").child(el("tr").child([
            column(&says::TIME, ""),
            column(&says::DEDICATED, "num"),
            column(&says::SPOT, "num"),
        ])))
        .child(el("tbody").child(shown.map(row).collect::<View>()))
        .done()
}
