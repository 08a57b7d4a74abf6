//! The form as data: every member that an architect sets, with label, control and documented limit. Rendered by the ui.

mod help;
mod lists;
mod sections;

pub use help::help;
pub use sections::SECTIONS;

use crate::model::{Decimal, Edit, Moment, Node, Plan, Span, Value};
use crate::words::{Message, Words, joined};

/// A group of rows that folds.
#[derive(Debug)]
pub struct Section {
    /// Its id in addresses: `image`.
    pub id: &'static str,
    /// Its heading.
    pub title: Words,
    /// Its rows.
    pub fields: &'static [Field],
}

/// One row: name, control, documented limit.
#[derive(Debug)]
pub struct Field {
    /// The pointer it edits; of a compound row the one its findings stand under.
    pub path: &'static str,
    /// The name at the left.
    pub label: Words,
    /// What one edits it with.
    pub control: Control,
    /// The limit at the right.
    pub limit: Option<LimitNote>,
    /// Whether the row concerns the plan as it stands.
    pub shown: fn(&Plan) -> bool,
}

/// What stands beside a value at all times.
#[derive(Clone, Copy, Debug)]
pub struct LimitNote {
    /// The limit in few words; `{0}` … are the figures.
    pub words: Words,
    /// The figures, from `facts` or worked out for this plan.
    pub figures: fn(&Plan) -> Vec<crate::words::Arg>,
    /// The rule whose sources stand behind it.
    pub rule: &'static str,
    /// It only says where to look, so that a reading stands in its place.
    pub until_read: bool,
}

impl Field {
    /// When the values of the row were read from Azure: the oldest of those that were.
    pub fn read_at(&self, plan: &Plan) -> Option<Moment> {
        let parts = match &self.control {
            Control::Several(parts) => *parts,
            _ => &[],
        };
        let paths = std::iter::once(self.path).chain(parts.iter().map(|part| part.path));
        paths.filter_map(|path| plan.read_at(path)).min()
    }
}

impl LimitNote {
    /// The note for a plan.
    pub fn message(&'static self, plan: &Plan) -> Message {
        Message::new(&self.words, (self.figures)(plan))
    }
}

/// What one edits a value with.
#[derive(Debug)]
pub enum Control {
    /// A line of text.
    Text {
        /// Set in the code face.
        code: bool,
        /// Worked out from the value: `4 vCPU`, `6 of 64`.
        unit: Option<fn(&Plan) -> Option<Message>>,
    },
    /// Several lines of text: ids, formulas, command lines.
    Lines,
    /// A whole number.
    Number {
        /// Its unit.
        unit: Option<&'static Words>,
    },
    /// One of several, few enough to stand side by side.
    Segments(&'static [Choice]),
    /// One of several in a menu; the empty choice says the default or “not known”.
    Menu {
        /// What the absent value means.
        absent: Words,
        /// The values.
        choices: &'static [Choice],
    },
    /// A box to tick.
    Tick(Tick),
    /// Several boxes in one row.
    Ticks(&'static [Tick]),
    /// Several small controls in one row, each with a pointer and a name of its own.
    Several(&'static [Part]),
    /// A list of objects.
    List(&'static ListOf),
    /// One of several that is more than one value: its choices are changes.
    Switch(&'static [Way]),
}

/// One value of a menu or of segments.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// The value as the plan holds it.
    pub value: &'static str,
    /// What it is called.
    pub label: Words,
}

/// A box to tick.
#[derive(Clone, Copy, Debug)]
pub struct Tick {
    /// The pointer it edits.
    pub path: &'static str,
    /// What it says.
    pub label: Words,
    /// The value when ticked.
    pub on: TickValue,
    /// The value when not ticked; `None` takes the member away.
    pub off: Option<TickValue>,
}

/// A value of a box to tick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TickValue {
    /// A truth value.
    Bool(bool),
    /// A text.
    Text(&'static str),
}

impl TickValue {
    fn node(self) -> Node {
        match self {
            TickValue::Bool(value) => Node::bool(value),
            TickValue::Text(text) => Node::text(text),
        }
    }

    fn is(self, node: &Node) -> bool {
        match self {
            TickValue::Bool(value) => node.as_bool() == Some(value),
            TickValue::Text(text) => node.as_text() == Some(text),
        }
    }
}

impl Tick {
    /// Whether it is ticked in a plan.
    pub fn is_on(&self, plan: &Plan) -> bool {
        plan.at(self.path).is_some_and(|node| self.on.is(node))
    }

    /// The change that ticks or unticks it.
    pub fn edits(&self, on: bool) -> Vec<Edit> {
        match (on, self.off) {
            (true, _) => vec![Edit::set(self.path, self.on.node())],
            (false, Some(off)) => vec![Edit::set(self.path, off.node())],
            (false, None) => vec![Edit::remove(self.path)],
        }
    }
}

/// A small control within a row.
#[derive(Debug)]
pub struct Part {
    /// The pointer it edits.
    pub path: &'static str,
    /// Its name for those who do not see the row.
    pub label: Words,
    /// What one edits it with: text, number or menu.
    pub control: Control,
}

/// A list of objects, each shown as one line of small controls.
#[derive(Debug)]
pub struct ListOf {
    /// What stands there when it is empty.
    pub none: Words,
    /// The button that adds one.
    pub add: Words,
    /// The button that takes one away.
    pub remove: Words,
    /// What is added.
    pub fresh: fn(&Plan) -> Node,
    /// The members of an item.
    pub members: &'static [ItemMember],
    /// The documented most, where there is one.
    pub most: Option<i64>,
}

/// One member of an item of a list.
#[derive(Debug)]
pub struct ItemMember {
    /// Its pointer below the item: `/poolName`.
    pub below: &'static str,
    /// Its name.
    pub label: Words,
    /// What one edits it with: text, number or menu.
    pub control: Control,
    /// Whether what is typed is hidden.
    pub secret: bool,
}

/// One choice of a [`Control::Switch`].
#[derive(Debug)]
pub struct Way {
    /// What it is called.
    pub label: Words,
    /// Whether the plan is so.
    pub is: fn(&Plan) -> bool,
    /// The changes that make it so.
    pub make: fn(&Plan) -> Vec<Edit>,
}

/// The edit for what somebody typed into a text control: blank takes the member away.
pub fn typed_text(path: &str, typed: &str) -> Edit {
    if typed.trim().is_empty() {
        Edit::remove(path)
    } else {
        Edit::set(path, Node::text(typed))
    }
}

/// The edit for what somebody typed into a number control. Blanks that part thousands are passed over; what is no number
/// goes into the plan as text, where the contract rules say so.
pub fn typed_number(path: &str, typed: &str) -> Edit {
    let bare: String = typed
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if c == '−' { '-' } else { c })
        .collect();
    if bare.is_empty() {
        return Edit::remove(path);
    }
    let node = match Decimal::parse(&bare) {
        Some(_) => Node {
            value: Value::Number(bare),
            span: Span::NOWHERE,
        },
        None => Node::text(typed.trim()),
    };
    Edit::set(path, node)
}

/// A value as a control shows it: texts and numbers as they are, anything else as JSON.
pub fn shown_value(node: Option<&Node>) -> String {
    match node.map(|node| (&node.value, node)) {
        None | Some((Value::Null, _)) => String::new(),
        Some((Value::Text(text), _)) => text.clone(),
        Some((Value::Number(number), _)) => number.clone(),
        Some((_, node)) => node.to_json(),
    }
}

/// Every pointer a field edits, its parts' included.
pub fn paths(field: &Field) -> Vec<&'static str> {
    let mut paths = vec![field.path];
    match &field.control {
        Control::Ticks(ticks) => paths.extend(ticks.iter().map(|tick| tick.path)),
        Control::Several(parts) => paths.extend(parts.iter().map(|part| part.path)),
        _ => {}
    }
    paths
}

/// The values of a section in one line, for when it is folded.
pub fn gist(section: &Section, plan: &Plan, language: crate::words::Language) -> String {
    let value = |field: &Field| -> Option<String> {
        if !(field.shown)(plan) {
            return None;
        }
        let text = shown_value(plan.at(field.path));
        match &field.control {
            Control::Segments(choices) | Control::Menu { choices, .. } => {
                let choice = choices.iter().find(|choice| choice.value == text);
                choice.map(|choice| choice.label.in_language(language).to_owned())
            }
            Control::Text { .. } => Some(text).filter(|text| !text.is_empty()),
            Control::Number { unit } => Some(text).filter(|text| !text.is_empty()).map(|text| match unit {
                Some(unit) => format!("{text} {}", unit.in_language(language)),
                None => text,
            }),
            Control::Lines => crate::model::path::split_last(&text).map(|(_, last)| last),
            _ => None,
        }
    };
    let values: Vec<String> = section.fields.iter().filter_map(value).take(5).collect();
    joined(&values, " · ")
}

/// The section and field under which a finding at `pointer` belongs: the one whose pointer is the longest at or above it.
pub fn owner(pointer: &str, plan: &Plan) -> Option<(usize, usize)> {
    let mut best: Option<(usize, (usize, usize))> = None;
    for (section_index, section) in SECTIONS.iter().enumerate() {
        for (field_index, field) in section.fields.iter().enumerate() {
            for path in paths(field) {
                let below = pointer
                    .strip_prefix(path)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
                if below && best.is_none_or(|(length, _)| path.len() > length) && (field.shown)(plan) {
                    best = Some((path.len(), (section_index, field_index)));
                }
            }
        }
    }
    best.map(|(_, place)| place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::contract;

    #[test]
    fn every_field_edits_a_member_that_exists() {
        for field in SECTIONS.iter().flat_map(|section| section.fields) {
            for path in paths(field) {
                if let Some(below) = path.strip_prefix("/pool") {
                    assert!(contract::member_at(below).is_some(), "{path}");
                }
            }
            if let Control::List(list) = &field.control
                && let Some(below) = field.path.strip_prefix("/pool")
            {
                for member in list.members {
                    let path = format!("{below}/0{}", member.below);
                    assert!(contract::member_at(&path).is_some(), "{path}");
                }
            }
        }
    }

    fn with_size(name: &str) -> Node {
        let properties = Node::object([("vmSize", Node::text(name))]);
        Node::object([("pool", Node::object([("properties", properties)]))])
    }

    fn unit(path: &str, vm_size: &str, language: crate::words::Language) -> Option<String> {
        let root = with_size(vm_size);
        let mut fields = SECTIONS.iter().flat_map(|section| section.fields);
        match &fields.find(|field| field.path == path)?.control {
            Control::Text { unit: Some(unit), .. } => unit(&Plan::read(&root)).map(|message| message.text(language)),
            _ => None,
        }
    }

    #[test]
    fn a_size_says_its_cores_and_generations() {
        use crate::words::Language::{English, French, Italian};
        let say = |size, language| unit(crate::model::path::VM_SIZE, size, language);
        assert_eq!(
            say("Standard_D4s_v3", English).as_deref(),
            Some("4\u{a0}vCPUs · Gen 1, 2")
        );
        assert_eq!(
            say("Standard_D4s_v3", French).as_deref(),
            Some("4\u{a0}vCPU · Gén. 1, 2")
        );
        assert_eq!(say("Standard_D4ps_v5", Italian).as_deref(), Some("4\u{a0}vCPU · Gen 2"));
        assert_eq!(say("Standard_E4s_v5", English).as_deref(), Some("4\u{a0}vCPUs"));
        assert_eq!(say("{VM size}", English), None);
    }

    #[test]
    fn every_limit_has_its_figures() {
        let root = with_size("x");
        let plan = Plan::read(&root);
        for limit in SECTIONS
            .iter()
            .flat_map(|section| section.fields)
            .filter_map(|field| field.limit.as_ref())
        {
            for language in crate::words::Language::ALL {
                let text = limit.message(&plan).text(language);
                assert!(["{0}", "{1}", "{2}"].iter().all(|hole| !text.contains(hole)), "{text}");
            }
        }
    }

    #[test]
    fn every_limit_names_a_rule() {
        for field in SECTIONS.iter().flat_map(|section| section.fields) {
            if let Some(limit) = &field.limit {
                assert!(
                    crate::rules::find(limit.rule).is_some(),
                    "{}: {}",
                    field.path,
                    limit.rule
                );
            }
        }
    }

    #[test]
    fn typed_numbers_are_read_as_people_write_them() {
        let number = |typed| match typed_number("/a", typed) {
            Edit::Set { value, .. } => value.to_json(),
            _ => "gone".to_owned(),
        };
        assert_eq!(number("2 400"), "2400");
        assert_eq!(number("2\u{202f}400"), "2400");
        assert_eq!(number("−3"), "-3");
        assert_eq!(number("1.5"), "1.5");
        assert_eq!(number("many"), "\"many\"");
        assert_eq!(number("[1]"), "\"[1]\"");
        assert_eq!(number("007"), "\"007\"");
        assert_eq!(number("  "), "gone");
    }
}
