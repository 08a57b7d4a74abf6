//! One control for each kind of the form's declaration.

use leptos::prelude::*;

use crate::ui::computed::Computed;
use crate::ui::dom::{Done, View, dynamic, el, flag, given, nothing, text, text_memo, ticked};

use super::form::field_id;
use super::list::list;
use crate::form::{Choice, Control, Tick, Way, shown_value, typed_number, typed_text};
use crate::model::{Edit, Node};
use crate::ui::parts::icon;
use crate::ui::workspace::Workspace;
use crate::words::Words;

/// What every control of a row shares.
#[derive(Clone)]
pub struct Row {
    /// The heaviest severity found under the row, by name; empty for none.
    pub worst: Computed<String>,
    /// The id of the control.
    pub id: String,
    /// The workspace.
    pub space: Workspace,
}

impl Row {
    fn invalid(&self) -> Signal<String> {
        let worst = self.worst;
        text(move || worst.with(|worst| worst == "error").to_string())
    }
}

/// The control of a row or of a part of one.
pub fn control(path: &'static str, control: &'static Control, label: &'static Words, row: Row) -> View {
    let space = row.space;
    match control {
        Control::Text { code, unit } => {
            let unit = match unit {
                Some(unit) => {
                    let words = text_memo(move || {
                        let language = space.language.get_untracked();
                        let words = space.analysis.with(|analysis| unit(&analysis.plan()?));
                        words.map_or(String::new(), |words| words.plain(language))
                    });
                    el("span").class("unit").child(words).done()
                }
                None => nothing(),
            };
            let class = if *code { "mono" } else { "" };
            input(path, class, None, unit, typed_text, row)
        }
        Control::Number { unit } => input(path, "", None, unit_of(space, *unit), typed_number, row),
        Control::Lines => {
            let take = given(move |value| typed(space, typed_text(path, &value)));
            el("span")
                .class("control")
                .child(
                    el("textarea")
                        .attr("id", row.id.clone())
                        .attr("rows", "1")
                        .attr("spellcheck", "false")
                        .attr("autocomplete", "off")
                        .attr("aria-invalid", row.invalid())
                        .value(text(move || value(space, path)))
                        .on("input", take),
                )
                .done()
        }
        Control::Menu { absent, choices } => menu(path.to_owned(), absent, choices, None, row),
        Control::Segments(choices) => {
            let current = text_memo(move || value(space, path));
            let one = |choice: &'static Choice| Segment {
                label: &choice.label,
                on: flag(move || current.with(|current| current == choice.value)),
                choose: Box::new(move || vec![Edit::set(path, Node::text(choice.value))]),
            };
            segments(label, choices.iter().map(one).collect(), row)
        }
        Control::Switch(ways) => {
            let one = |way: &'static Way| Segment {
                label: &way.label,
                on: flag(move || {
                    space
                        .analysis
                        .with(|analysis| analysis.plan().is_some_and(|plan| (way.is)(&plan)))
                }),
                choose: Box::new(move || {
                    let edits = space
                        .analysis
                        .with_untracked(|analysis| analysis.plan().map(|plan| (way.make)(&plan)));
                    edits.unwrap_or_default()
                }),
            };
            segments(label, ways.iter().map(one).collect(), row)
        }
        Control::Tick(tick) => ticks(label, std::slice::from_ref(tick), row),
        Control::Ticks(all) => ticks(label, all, row),
        Control::Several(parts) => {
            let part = |part: &'static crate::form::Part| {
                let row = Row {
                    id: format!("{}-part", field_id(part.path)),
                    ..row.clone()
                };
                match &part.control {
                    Control::Menu { absent, choices } => {
                        menu(part.path.to_owned(), absent, choices, Some(&part.label), row)
                    }
                    Control::Number { unit } => input(
                        part.path,
                        "",
                        Some(&part.label),
                        unit_of(space, *unit),
                        typed_number,
                        row,
                    ),
                    other => self::control(part.path, other, &part.label, row),
                }
            };
            let parts = parts.iter().map(part).collect::<View>();
            el("span")
                .class("field-set")
                .attr("id", row.id.clone())
                .child(parts)
                .done()
        }
        Control::List(of) => list(path, of, label, row),
    }
}

/// The value at a pointer, as a control shows it.
pub fn value(space: Workspace, path: &str) -> String {
    space
        .analysis
        .with(|analysis| shown_value(analysis.root.as_ref().and_then(|root| root.at(path))))
}

/// Takes one keystroke of a control.
pub fn typed(space: Workspace, edit: Edit) {
    space.edit(&[edit], None, true);
}

fn unit_of(space: Workspace, unit: Option<&'static Words>) -> View {
    match unit {
        Some(unit) => el("span").class("unit").child(space.say(unit)).done(),
        None => nothing(),
    }
}

/// A line to type into.
fn input(
    path: &'static str,
    class: &'static str,
    label: Option<&'static Words>,
    unit: View,
    read: fn(&str, &str) -> Edit,
    row: Row,
) -> View {
    let space = row.space;
    let take = given(move |value| typed(space, read(path, &value)));
    let mode = if std::ptr::fn_addr_eq(read, typed_number as fn(&str, &str) -> Edit) {
        "numeric"
    } else {
        "text"
    };
    el("span")
        .class("control")
        .child(
            el("input")
                .attr("id", row.id.clone())
                .class(class)
                .attr("inputmode", mode)
                .attr("autocomplete", "off")
                .attr("spellcheck", "false")
                .attr("aria-label", label.map(|label| space.say(label)))
                .attr("aria-invalid", row.invalid())
                .value(text(move || value(space, path)))
                .on("input", take),
        )
        .child(unit)
        .done()
}

/// A menu; a value that is none of its choices is shown as it is, so that nothing is lost by looking.
pub fn menu(
    path: String,
    absent: &'static Words,
    choices: &'static [Choice],
    label: Option<&'static Words>,
    row: Row,
) -> View {
    let space = row.space;
    let current = {
        let path = path.clone();
        text_memo(move || value(space, &path))
    };
    let choose = given(move |value| {
        let edit = if value.is_empty() {
            Edit::remove(path.clone())
        } else {
            Edit::set(path.clone(), Node::text(value))
        };
        space.edit(&[edit], None, false);
    });
    let option = |value: &str, label: &str, selected: bool| {
        el("option")
            .attr("value", value.to_owned())
            .attr("selected", selected)
            .child(label.to_owned())
            .done()
    };
    let options = dynamic(move || {
        let current = current.get();
        let mut options = vec![option("", space.say(absent), current.is_empty())];
        for choice in choices {
            options.push(option(choice.value, space.say(&choice.label), choice.value == current));
        }
        if !current.is_empty() && choices.iter().all(|choice| choice.value != current) {
            options.push(option(&current, &current, true));
        }
        options.done()
    });
    let name = label.map(|label| space.say(label));
    el("span")
        .class("control")
        .child(
            el("select")
                .attr("id", row.id.clone())
                .attr("aria-label", name)
                .attr("title", name)
                .attr("aria-invalid", row.invalid())
                .on("change", choose)
                .child(options),
        )
        .child(icon("down"))
        .done()
}

/// One of several that stand side by side.
struct Segment {
    label: &'static Words,
    on: Signal<bool>,
    choose: Box<dyn Fn() -> Vec<Edit>>,
}

fn segments(label: &'static Words, all: Vec<Segment>, row: Row) -> View {
    let space = row.space;
    let segment = |segment: Segment| {
        let choose = ticked(move |_| space.edit(&(segment.choose)(), None, false));
        el("label")
            .child(
                el("input")
                    .attr("type", "radio")
                    .attr("name", row.id.clone())
                    .checked(segment.on)
                    .on("change", choose),
            )
            .child(space.say(segment.label))
            .done()
    };
    let all = all.into_iter().map(segment).collect::<View>();
    el("fieldset")
        .class("segments")
        .attr("id", row.id.clone())
        .child(el("legend").class("hidden").child(space.say(label)))
        .child(all)
        .done()
}

fn ticks(label: &'static Words, all: &'static [Tick], row: Row) -> View {
    let space = row.space;
    let tick = |tick: &'static Tick| {
        let on = flag(move || {
            space
                .analysis
                .with(|analysis| analysis.plan().is_some_and(|plan| tick.is_on(&plan)))
        });
        // A member that is absent says neither yes nor no.
        let open = flag(move || {
            let absent = |plan: crate::model::Plan| tick.off.is_some() && plan.at(tick.path).is_none();
            space.analysis.with(|analysis| analysis.plan().is_some_and(absent))
        });
        let set = ticked(move |on| space.edit(&tick.edits(on), None, false));
        el("label")
            .class("check")
            .child(
                el("input")
                    .attr("type", "checkbox")
                    .attr("id", field_id(tick.path))
                    .checked(on)
                    .undecided(open)
                    .on("change", set),
            )
            .child(space.say(&tick.label))
            .done()
    };
    let all = all.iter().map(tick).collect::<View>();
    el("fieldset")
        .class("field-set")
        .attr("id", format!("{}-set", row.id))
        .child(el("legend").class("hidden").child(space.say(label)))
        .child(all)
        .done()
}
