//! The most nodes a formula can set, where its text tells.

use super::formula_reading::{Reading, offer};
use crate::formula::Kind;
use crate::model::{Decimal, Span};
use crate::rules::{Finding, fix_titles};
use crate::words::Message;

/// A number of nodes that a target cannot exceed.
#[derive(Clone, Copy)]
pub(super) struct Most {
    pub(super) nodes: i64,
    /// The number in the formula that says so.
    pub(super) span: Span,
    /// Whether the target is this number, and not only at most.
    pub(super) exact: bool,
}

/// The most dedicated and Spot nodes.
pub(super) fn most(reading: &Reading) -> [Option<Most>; 2] {
    let mut values: Vec<Option<Most>> = reading.variables.iter().map(|_| None).collect();
    let mut stack: Vec<Option<Most>> = Vec::new();
    for (index, step, word) in reading.steps() {
        let taken = stack.split_off(stack.len().saturating_sub(step.kind.takes()));
        stack.push(match (step.kind, taken.as_slice()) {
            (Kind::Number, _) => Decimal::parse(word)
                .and_then(|number| number.whole())
                .map(|nodes| Most {
                    nodes,
                    span: step.span,
                    exact: true,
                }),
            (Kind::Name, _) => values.get(reading.number(index)).copied().flatten(),
            (Kind::Call(_), values) if word == "min" => least(values),
            (Kind::Call(_), values) if word == "max" => greatest(values),
            (Kind::Choice, [_, values @ ..]) => greatest(values).map(|most| Most { exact: false, ..most }),
            (Kind::Set, [value]) => {
                if let Some(known) = values.get_mut(reading.number(index)) {
                    *known = *value;
                }
                *value
            }
            (Kind::End, _) => continue,
            _ => None,
        });
    }
    // The full name counts where the alias is set as well.
    [
        ["$TargetDedicatedNodes", "$TargetDedicated"],
        ["$TargetLowPriorityNodes", "$TargetLowPriority"],
    ]
    .map(|names| {
        let set = |name: &&str| {
            let mut all = reading.variables.iter();
            all.position(|variable| variable.word == *name && variable.set.is_some())
        };
        values.get(names.iter().find_map(set)?).copied().flatten()
    })
}

/// The smallest number that is known: no value exceeds it.
fn least(values: &[Option<Most>]) -> Option<Most> {
    let exact = values.iter().all(|value| value.is_some_and(|value| value.exact));
    let least = values.iter().flatten().min_by_key(|most| most.nodes)?;
    Some(Most { exact, ..*least })
}

/// The largest number, if all are known.
fn greatest(values: &[Option<Most>]) -> Option<Most> {
    let all = values.iter().copied().collect::<Option<Vec<Most>>>()?;
    let exact = all.iter().all(|most| most.exact);
    all.into_iter()
        .max_by_key(|most| most.nodes)
        .map(|most| Most { exact, ..most })
}

/// Offers a smaller number, if the target is then no larger.
pub(super) fn offer_fewer(reading: &Reading, finding: Finding, kind: usize, most: &Most, nodes: i64) -> Finding {
    let text = reading.formula.replaced(most.span, &nodes.to_string());
    let changed = self::most(&Reading::of(reading.context, &text));
    match changed.get(kind) {
        Some(Some(now)) if now.nodes <= nodes => {
            let title = Message::new(&fix_titles::SET, [nodes.into()]);
            offer(finding, title, text)
        }
        _ => finding,
    }
}
