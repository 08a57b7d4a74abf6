//! What the service said, explained: its words, what they mean, what to do, the fields of this plan it is about.

use leptos::prelude::*;

use crate::explain::{Explanation, InPlan, all_in_plan, explain};
use crate::rules::Finding;
use crate::ui::dom::{Done, View, el, nothing, side_by_side};
use crate::ui::errors::{CAUSES, LIKELIER, field, found_in_plan, quoted};
use crate::ui::parts::{marked, source_chips};
use crate::ui::route::Route;
use crate::ui::workspace::Workspace;

/// More explanations of one answer are not shown: the Errors room has them all.
const MOST: usize = 6;

/// What was said, explained and seen from this plan.
pub fn explained(space: Workspace, said: &str) -> View {
    let explanations = explain(said);
    space.analysis.with_untracked(|analysis| {
        let findings: Vec<&Finding> = analysis.findings.iter().map(|located| &located.finding).collect();
        let seen = match &analysis.root {
            Some(root) => all_in_plan(explanations, root, &findings),
            None => explanations.into_iter().map(|one| (one, InPlan::default())).collect(),
        };
        let mut last = None;
        let mut views = Vec::new();
        for (explanation, in_plan) in seen.iter().take(MOST) {
            let first = last.replace(explanation.answer) != Some(explanation.answer);
            let several = seen
                .iter()
                .filter(|(other, _)| other.answer == explanation.answer)
                .count()
                > 1;
            views.push(one(space, explanation, in_plan, first, several));
        }
        views.into()
    })
}

fn one(space: Workspace, explanation: &Explanation, in_plan: &InPlan, first: bool, several: bool) -> View {
    let language = space.language.get_untracked();
    let code = explanation.said.code.as_deref();
    let said = match first {
        true => side_by_side([
            code.map(|code| el("p").child(el("code").class("value").child(code)))
                .done(),
            quoted(&explanation.said),
        ]),
        false => nothing(),
    };
    let known = explanation.known.map(|known| {
        let cause = (several && !known.fields.is_empty()).then(|| {
            let words = if in_plan.findings.is_empty() {
                &CAUSES
            } else {
                &LIKELIER
            };
            el("p").class("muted").child(space.say(words))
        });
        let link = el("a")
            .attr("href", Route::Errors(Some(known.id.to_owned())).href())
            .child(known.id);
        side_by_side([
            el("h4")
                .child(marked(&known.title, language))
                .child(" ")
                .child(el("span").class("id").child(link))
                .done(),
            cause.done(),
            el("p").child(marked(&known.means, language)).done(),
            el("p").child(marked(&known.remedy, language)).done(),
        ])
    });
    let places = in_plan.places.iter().map(|place| field(space, place));
    let findings = in_plan.findings.iter().map(|finding| found_in_plan(space, finding));
    let concerned: Vec<View> = places.chain(findings).collect();
    let concerned = match concerned.is_empty() {
        true => nothing(),
        false => side_by_side([
            el("h5").child(space.say(&crate::ui::says::IN_THIS_PLAN)).done(),
            el("ul").class("flush").child(concerned).done(),
        ]),
    };
    let sources = explanation
        .known
        .map(|known| source_chips(known.sources, String::new(), language));
    side_by_side([said, known.done(), concerned, sources.done()])
}
