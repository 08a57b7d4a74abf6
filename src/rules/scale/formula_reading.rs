//! The one reading of an autoscale formula that serves every rule about it.

use std::collections::HashMap;

use super::{
    formula_argument_count, formula_dead_assignment, formula_deallocation, formula_samples_unchecked,
    formula_sets_no_target, formula_sets_read_only, formula_too_long, formula_unknown_name, formula_unreadable,
    formula_used_before_set, inter_node_cap, more_cores_than_quota,
};
use crate::facts::limits::{FORMULA_READ_ONLY, FORMULA_TARGETS};
use crate::formula::{Formula, Kind, Step};
use crate::model::{Edit, Node, Span, path};
use crate::rules::near::nearest;
use crate::rules::{Context, Finding, Report, Rule};
use crate::words::Message;

/// A longer formula is told to be too long, and not read: checking it would take long, and nobody writes one.
const LONGEST: usize = 32 * 1024;

/// The rules on formulas that can be read.
static LOOKS: [fn(&Reading, &mut Report); 11] = [
    formula_too_long::statements,
    formula_unknown_name::look,
    formula_used_before_set::look,
    formula_sets_read_only::look,
    formula_argument_count::look,
    formula_sets_no_target::look,
    formula_dead_assignment::look,
    formula_samples_unchecked::look,
    formula_deallocation::look,
    inter_node_cap::look,
    more_cores_than_quota::look,
];

/// Reads the formula of the plan and has every rule look at it.
pub(in crate::rules) fn walk(context: &Context, report: &mut Report) {
    let Some(text) = context.plan.pool.auto.and_then(|auto| auto.formula) else {
        return;
    };
    formula_too_long::bytes(text, report);
    let bare = text.trim();
    // A formula that a template works out is not known here.
    let worked_out = bare.starts_with('[') && bare.ends_with(']');
    if bare.is_empty() || worked_out || text.len() > LONGEST {
        return;
    }
    let reading = Reading::of(context, text);
    match &reading.formula.trouble {
        Some(trouble) => formula_unreadable::look(&reading.formula, trouble, report),
        None => LOOKS.iter().for_each(|look| look(&reading, report)),
    }
}

/// A formula with its variables.
pub(super) struct Reading<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) formula: Formula<'a>,
    /// The variables in the order in which they are first named.
    pub(super) variables: Vec<Variable<'a>>,
    /// For each step the number of the variable it reads or sets.
    numbers: Vec<usize>,
}

/// A variable of a formula: the service’s, the user’s, or a name that is neither.
pub(super) struct Variable<'a> {
    pub(super) word: &'a str,
    /// The step that names it first.
    pub(super) first: usize,
    /// The step that sets it first.
    pub(super) set: Option<usize>,
}

impl<'a> Reading<'a> {
    /// Reads a formula.
    pub(super) fn of(context: &'a Context<'a>, text: &'a str) -> Reading<'a> {
        let formula = Formula::read(text);
        let mut known: HashMap<&str, usize> = HashMap::new();
        let mut variables: Vec<Variable> = Vec::new();
        let mut numbers = Vec::with_capacity(formula.steps.len());
        for (first, step) in formula.steps.iter().enumerate() {
            if !matches!(step.kind, Kind::Name | Kind::Set) {
                numbers.push(usize::MAX);
                continue;
            }
            let word = formula.word(step);
            // The user’s own may be written with or without a dollar sign: whether both are one is written nowhere.
            let key = if is_service(word) {
                word
            } else {
                word.trim_start_matches('$')
            };
            let number = *known.entry(key).or_insert(variables.len());
            if number == variables.len() {
                let set = None;
                variables.push(Variable { word, first, set });
            }
            if let Some(variable) = variables.get_mut(number).filter(|_| step.kind == Kind::Set) {
                variable.set.get_or_insert(first);
            }
            numbers.push(number);
        }
        Reading {
            context,
            formula,
            variables,
            numbers,
        }
    }

    /// The steps with their numbers and words.
    pub(super) fn steps(&self) -> impl Iterator<Item = (usize, &Step, &'a str)> {
        let steps = self.formula.steps.iter().enumerate();
        steps.map(|(index, step)| (index, step, self.formula.word(step)))
    }

    /// The number of the variable that a step reads or sets.
    pub(super) fn number(&self, index: usize) -> usize {
        self.numbers.get(index).copied().unwrap_or(usize::MAX)
    }

    /// The variable that a step reads or sets.
    pub(super) fn variable(&self, index: usize) -> Option<&Variable<'a>> {
        self.variables.get(self.number(index))
    }

    /// The step behind another.
    pub(super) fn behind(&self, index: usize) -> Option<&Step> {
        self.formula.steps.get(index + 1)
    }

    /// Whether a number of nodes is set.
    pub(super) fn sets_nodes(&self) -> bool {
        let sets = |variable: &Variable| variable.set.is_some() && is_node_target(variable.word);
        self.variables.iter().any(sets)
    }

    /// A finding at a place of the formula.
    pub(super) fn found(&self, rule: &'static Rule, span: Span, message: Message) -> Finding {
        Finding::new(rule, path::FORMULA, message).inside(span)
    }
}

/// Offers another text of the formula.
pub(super) fn offer(finding: Finding, title: Message, formula: String) -> Finding {
    finding.fix(title, [Edit::set(path::FORMULA, Node::text(formula))])
}

/// Whether a word stands in a list of names.
pub(super) fn listed(names: &str, word: &str) -> bool {
    names.split(' ').any(|name| name == word)
}

/// Whether a word is a variable of the service.
pub(super) fn is_service(word: &str) -> bool {
    listed(FORMULA_TARGETS.value, word) || listed(FORMULA_READ_ONLY.value, word)
}

/// Whether a word is, in any letter case, a variable that sets something.
pub(super) fn is_target(word: &str) -> bool {
    let mut targets = FORMULA_TARGETS.value.split(' ');
    targets.any(|target| target.eq_ignore_ascii_case(word))
}

/// Whether a word is, in any letter case, a variable that sets a number of nodes.
pub(super) fn is_node_target(word: &str) -> bool {
    is_target(word) && !word.eq_ignore_ascii_case("$NodeDeallocationOption")
}

/// The name of a list that a word is near to.
pub(super) fn near<'a>(word: &str, names: &'a str) -> Option<&'a str> {
    nearest(word, names.split(' ').collect::<Vec<_>>())
}
