//! What several rules of this area ask of a plan.

use std::cmp::Ordering;

use crate::model::{Edit, Node, Value, path};
use crate::rules::{Context, Finding, Report, Rule, Severity, fix_titles};
use crate::words::{Message, Noun, Words, words};

/// Whether a member is there; `null` is not.
pub(super) fn has(object: &Node, name: &str) -> bool {
    object.get(name).is_some_and(|node| node.value != Value::Null)
}

/// Adds a finding, which is made only if it is among those that are listed. One copy of code for all rules of the area.
pub(super) fn add(report: &mut Report, rule: &'static Rule, severity: Severity, make: &mut dyn FnMut() -> Finding) {
    report.add_with(rule, severity, make);
}

static MANY: Words = words(
    "{0}: the most is {1}.",
    "{0} : le maximum est de {1}.",
    "{0}: il massimo è {1}.",
);

/// Says that a list has more items than it may have.
pub(super) fn too_many(
    context: &Context,
    report: &mut Report,
    rule: &'static Rule,
    list: &str,
    most: i64,
    of: &'static Noun,
) {
    let count = context.plan.at(list).map_or(0, |list| list.items().len() as i64);
    if count > most {
        let message = Message::new(&MANY, [(count, of).into(), most.into()]);
        report.add(Finding::new(rule, list, message));
    }
}

/// Members of which an object must have exactly one.
pub(super) struct OneOf {
    pub(super) rule: &'static Rule,
    /// What is to be said when it has none.
    pub(super) none: &'static Words,
    /// Their names, each with the member that cannot stay beside it, if there is one.
    pub(super) names: &'static [(&'static str, Option<&'static str>)],
}

static BESIDE: Words = words(
    "{0} stands beside {1}: only one of them may be given.",
    "{0} figure à côté de {1} : un seul des deux peut être indiqué.",
    "{0} sta accanto a {1}: se ne può indicare solo uno.",
);
static KEEP: Words = words("Keep {0} only", "Ne garder que {0}", "Conserva solo {0}");

impl OneOf {
    /// Whether an object has none of them, or several. What is no object is another rule’s.
    pub(super) fn is_broken_by(&self, object: &Node) -> bool {
        let given = self.names.iter().filter(|(name, _)| has(object, name)).count();
        given != 1 && matches!(object.value, Value::Object(_))
    }

    /// What is to be said about such an object.
    pub(super) fn finding(&self, at: &str, object: &Node) -> Finding {
        let names = self.names.iter().filter(|(name, _)| has(object, name));
        let given: Vec<_> = names.collect();
        let [(first, _), (second, _), ..] = given.as_slice() else {
            return Finding::new(self.rule, at, self.none);
        };
        let message = Message::new(&BESIDE, [(*first).into(), (*second).into()]);
        let mut finding = Finding::new(self.rule, at, message);
        for (kept, misfit) in &given {
            finding = finding.related(path::child(at, kept));
            let others = given.iter().map(|(name, _)| *name).filter(|name| name != kept);
            let others = others.chain(*misfit).map(|name| Edit::remove(path::child(at, name)));
            let edits: Vec<Edit> = others.collect();
            finding = finding.fix(Message::new(&KEEP, [(*kept).into()]), edits);
        }
        finding
    }
}

/// What an item of a list is told by: two texts (the second may be empty), and its position.
pub(super) type Key<'a> = (&'a str, &'a str, usize);

/// The items that repeat an earlier one, each with that earlier one.
pub(super) fn repeated(mut keys: Vec<Key>, any_case: bool) -> Vec<(usize, usize)> {
    keys.sort_unstable_by(|a, b| {
        by_letters(a.0, b.0)
            .then_with(|| by_letters(a.1, b.1))
            .then_with(|| {
                if any_case {
                    Ordering::Equal
                } else {
                    (a.0, a.1).cmp(&(b.0, b.1))
                }
            })
            .then(a.2.cmp(&b.2))
    });
    let same = |a: &Key, b: &Key| match any_case {
        true => a.0.eq_ignore_ascii_case(b.0) && a.1.eq_ignore_ascii_case(b.1),
        false => (a.0, a.1) == (b.0, b.1),
    };
    let pairs = keys.windows(2).filter_map(|pair| match pair {
        [first, later] if same(first, later) => Some((later.2, first.2)),
        _ => None,
    });
    pairs.collect()
}

/// The order of two texts whatever their letter case.
pub(super) fn by_letters(a: &str, b: &str) -> Ordering {
    let lower = |byte: u8| byte.to_ascii_lowercase();
    a.bytes().map(lower).cmp(b.bytes().map(lower))
}

/// Offers to take a member or an item away.
pub(super) fn offer_removal(finding: Finding, pointer: String, name: &str) -> Finding {
    finding.fix(
        Message::new(&fix_titles::REMOVE, [name.into()]),
        [Edit::remove(pointer)],
    )
}
