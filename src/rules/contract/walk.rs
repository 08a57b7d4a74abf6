//! The one walk along the contract: what stands in the pool body is compared with what the plan’s api-version has.

use super::trials::Trials;
use super::{
    letter_case, missing_required, null_value, number_does_not_fit, other_version, read_only_member, unknown_member,
    value_not_listed, wrong_type,
};
use crate::facts::contract::{Choice, Member, POOL, Shape};
use crate::model::{ApiVersion, Node, Value, path, placeholder};
use crate::rules::Report;

/// Where the walk stands. A pointer is made of it only when there is something to say.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    above: Option<&'a At<'a>>,
    part: Part<'a>,
}

#[derive(Clone, Copy)]
enum Part<'a> {
    Pool,
    Member(&'a str),
    /// The key of a map.
    Entry(&'a str),
    Item(usize),
}

impl<'a> At<'a> {
    const POOL: At<'static> = At {
        above: None,
        part: Part::Pool,
    };

    /// A member below.
    pub(super) fn child(&'a self, name: &'a str) -> At<'a> {
        self.below(Part::Member(name))
    }

    fn below(&'a self, part: Part<'a>) -> At<'a> {
        At {
            above: Some(self),
            part,
        }
    }

    /// The pointer into the plan document.
    pub(super) fn pointer(&self) -> String {
        let above = self.above.map(At::pointer).unwrap_or_default();
        match self.part {
            Part::Pool => path::POOL.to_owned(),
            Part::Member(name) | Part::Entry(name) => path::child(&above, name),
            Part::Item(index) => path::item(&above, index),
        }
    }

    /// What a message calls it: `vmSize`, `targets[0]`.
    pub(super) fn label(&self) -> String {
        match self.part {
            Part::Pool => path::last(path::POOL),
            Part::Member(name) | Part::Entry(name) => name.to_owned(),
            Part::Item(index) => format!("{}[{index}]", self.parent_label()),
        }
    }

    /// What a message calls the object around it.
    pub(super) fn parent_label(&self) -> String {
        self.above.map(At::label).unwrap_or_default()
    }

    /// Whether it is the value under a key of a map.
    pub(super) fn is_entry(&self) -> bool {
        matches!(self.part, Part::Entry(_))
    }
}

/// What the contract has for a name.
enum Known {
    /// A member of the plan’s version.
    Here(&'static Member),
    /// A member of it, written in another letter case.
    OtherCase(&'static Member),
    /// A member of other versions only.
    OtherVersion(&'static Member),
    /// Nothing.
    Nothing,
}

fn look_up(name: &str, known: &'static [Member], version: ApiVersion) -> Known {
    if let Some(member) = known.iter().find(|member| member.name == name) {
        // What only the service sets is to be left out in any version.
        return if member.read_only || member.lives_in(version) {
            Known::Here(member)
        } else {
            Known::OtherVersion(member)
        };
    }
    let same = |member: &&Member| member.name.eq_ignore_ascii_case(name);
    match known.iter().filter(same).find(|member| member.lives_in(version)) {
        Some(member) => Known::OtherCase(member),
        None => known.iter().find(same).map_or(Known::Nothing, Known::OtherVersion),
    }
}

/// One walk, for one version.
pub(super) struct Walk<'a, 'r> {
    trials: Trials<'a>,
    version: ApiVersion,
    report: &'r mut Report,
}

impl<'a, 'r> Walk<'a, 'r> {
    /// A walk for the version of `trials`.
    pub(super) fn new(trials: Trials<'a>, report: &'r mut Report) -> Walk<'a, 'r> {
        Walk {
            version: trials.version(),
            trials,
            report,
        }
    }

    /// Walks the whole body. A body that is no object is another rule’s.
    pub(super) fn pool(&mut self) {
        if let Some(body) = self.trials.context().plan.pool.body
            && matches!(body.value, Value::Object(_))
        {
            self.object(&At::POOL, body, POOL);
        }
    }

    fn object(&mut self, at: &At, object: &Node, known: &'static [Member]) {
        // Members that stand in the plan under another name: these are not missing as well.
        let mut meant: Vec<&'static str> = Vec::new();
        for member in object.counting_members() {
            let here = at.child(&member.name);
            match look_up(&member.name, known, self.version) {
                Known::Here(found) | Known::OtherCase(found) if found.read_only => {
                    let rule = &read_only_member::RULE;
                    self.report
                        .add_with(rule, rule.severity, || read_only_member::finding(&here, member));
                }
                Known::Here(found) => self.value(&here, &member.node, &found.shape, Some(found)),
                Known::OtherCase(found) => {
                    let rule = &letter_case::RULE;
                    self.report.add_with(rule, rule.severity, || {
                        letter_case::of_name(&here, member, object, found.name)
                    });
                    self.value(&here, &member.node, &found.shape, Some(found));
                }
                Known::OtherVersion(found) => {
                    let twin = other_version::called(found, known, self.version);
                    meant.extend(twin.map(|twin| twin.name));
                    let is_dispensable = twin.is_none_or(|twin| {
                        object.get(twin.name).is_some()
                            || !missing_required::is_needed(twin, object, known, self.version)
                    });
                    let (rule, trials) = (&other_version::RULE, &mut self.trials);
                    self.report.add_with(rule, rule.severity, || {
                        other_version::finding(&here, member, object, found, twin, is_dispensable, trials)
                    });
                }
                Known::Nothing => {
                    let (rule, context, version) = (&unknown_member::RULE, self.trials.context(), self.version);
                    self.report.add_with(rule, rule.severity, || {
                        let near = unknown_member::meant(&member.name, known, version);
                        meant.extend(near);
                        unknown_member::finding(&here, member, object, near, context)
                    });
                }
            }
        }
        for member in known {
            if missing_required::is_needed(member, object, known, self.version)
                && !missing_required::is_there(member, object)
                && !meant.contains(&member.name)
            {
                let rule = &missing_required::RULE;
                self.report
                    .add_with(rule, rule.severity, || missing_required::finding(at, member, object));
            }
        }
    }

    /// A value; `member` is the contract’s, unless the value is an item or stands under a free key.
    fn value(&mut self, at: &At, node: &Node, shape: &'static Shape, member: Option<&'static Member>) {
        match (&node.value, shape) {
            (_, Shape::Any) => {}
            // That a required member is missing has its own rule.
            (Value::Null, _) if member.is_some_and(|member| member.required_in(self.version)) => {}
            (Value::Null, _) => {
                let rule = &null_value::RULE;
                self.report
                    .add_with(rule, rule.severity, || null_value::finding(at, node, shape));
            }
            (value, _) if !wrong_type::fits(value, shape) => {
                let (rule, version) = (&wrong_type::RULE, self.version);
                self.report
                    .add_with(rule, rule.severity, || wrong_type::finding(at, node, shape, version));
            }
            (Value::Text(text), Shape::Choice(choices)) => self.choice(at, node, text, choices),
            (Value::Number(text), _) => {
                let range = member.and_then(|member| member.range);
                if let Some(finding) = number_does_not_fit::finding(at, node, text, range) {
                    self.report.add(finding);
                }
            }
            (Value::List(items), Shape::List(item)) => {
                for (index, node) in items.iter().enumerate() {
                    self.value(&at.below(Part::Item(index)), node, item, None);
                }
            }
            (Value::Object(_), Shape::Object(inner)) => self.object(at, node, inner),
            (Value::Object(_), Shape::Map(entry)) => {
                for member in node.counting_members() {
                    self.value(&at.below(Part::Entry(&member.name)), &member.node, entry, None);
                }
            }
            _ => {}
        }
    }

    fn choice(&mut self, at: &At, node: &Node, text: &str, choices: &'static [Choice]) {
        let version = self.version;
        let living = || choices.iter().filter(|choice| choice.life.covers(version));
        if living().any(|choice| choice.value == text) || placeholder(text) {
            return;
        }
        if let Some(choice) = living().find(|choice| choice.value.eq_ignore_ascii_case(text)) {
            let rule = &letter_case::RULE;
            self.report.add_with(rule, rule.severity, || {
                letter_case::of_value(at, node, text, choice.value)
            });
        } else {
            let (rule, trials) = (&value_not_listed::RULE, &mut self.trials);
            self.report.add_with(rule, rule.severity, || {
                value_not_listed::finding(at, node, text, choices, trials)
            });
        }
    }
}
