//! One control for each kind of the form's declaration.

use leptos::prelude::*;

use super::form::field_id;
use super::list::list;
use crate::form::{Choice, Control, Tick, Way, shown_value, typed_number, typed_text};
use crate::model::{Edit, Node};
use crate::ui::parts::{dynamic, flag, given, icon, text, text_memo, ticked};
use crate::ui::workspace::Workspace;
use crate::words::Words;

/// What every control of a row shares.
#[derive(Clone)]
pub struct Row {
    /// The heaviest severity found under the row, by name; empty for none.
    pub worst: Memo<String>,
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
pub fn control(path: &'static str, control: &'static Control, label: &'static Words, row: Row) -> AnyView {
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
                    view! { <span class="unit">{words}</span> }.into_any()
                }
                None => ().into_any(),
            };
            let class = if *code { "mono" } else { "" };
            input(path, class, None, unit, typed_text, row)
        }
        Control::Number { unit } => input(path, "", None, unit_of(space, *unit), typed_number, row),
        Control::Lines => {
            let take = given(move |value| typed(space, typed_text(path, &value)));
            view! {
                <span class="control">
                    <textarea id=row.id.clone() rows="1" spellcheck="false" autocomplete="off" aria-invalid=row.invalid()
                        prop:value=text(move || value(space, path)) on:input=take></textarea>
                </span>
            }
            .into_any()
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
            let parts = parts.iter().map(part).collect_view();
            view! { <span class="field-set" id=row.id.clone()>{parts}</span> }.into_any()
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

fn unit_of(space: Workspace, unit: Option<&'static Words>) -> AnyView {
    match unit {
        Some(unit) => view! { <span class="unit">{space.say(unit)}</span> }.into_any(),
        None => ().into_any(),
    }
}

/// A line to type into.
fn input(
    path: &'static str,
    class: &'static str,
    label: Option<&'static Words>,
    unit: AnyView,
    read: fn(&str, &str) -> Edit,
    row: Row,
) -> AnyView {
    let space = row.space;
    let take = given(move |value| typed(space, read(path, &value)));
    let mode = if std::ptr::fn_addr_eq(read, typed_number as fn(&str, &str) -> Edit) {
        "numeric"
    } else {
        "text"
    };
    view! {
        <span class="control">
            <input id=row.id.clone() class=class inputmode=mode autocomplete="off" spellcheck="false"
                aria-label=label.map(|label| space.say(label)) aria-invalid=row.invalid()
                prop:value=text(move || value(space, path)) on:input=take/>
            {unit}
        </span>
    }
    .into_any()
}

/// A menu; a value that is none of its choices is shown as it is, so that nothing is lost by looking.
pub fn menu(
    path: String,
    absent: &'static Words,
    choices: &'static [Choice],
    label: Option<&'static Words>,
    row: Row,
) -> AnyView {
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
        view! { <option value=value.to_owned() selected=selected>{label.to_owned()}</option> }.into_any()
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
        options.collect_view().into_any()
    });
    let name = label.map(|label| space.say(label));
    view! {
        <span class="control">
            <select id=row.id.clone() aria-label=name title=name aria-invalid=row.invalid() on:change=choose>{options}</select>
            {icon("down")}
        </span>
    }
    .into_any()
}

/// One of several that stand side by side.
struct Segment {
    label: &'static Words,
    on: Signal<bool>,
    choose: Box<dyn Fn() -> Vec<Edit>>,
}

fn segments(label: &'static Words, all: Vec<Segment>, row: Row) -> AnyView {
    let space = row.space;
    let segment = |segment: Segment| {
        let choose = ticked(move |_| space.edit(&(segment.choose)(), None, false));
        view! {
            <label><input type="radio" name=row.id.clone() prop:checked=segment.on on:change=choose/>{space.say(segment.label)}</label>
        }
        .into_any()
    };
    let all = all.into_iter().map(segment).collect_view();
    view! {
        <fieldset class="segments" id=row.id.clone()><legend class="hidden">{space.say(label)}</legend>{all}</fieldset>
    }
    .into_any()
}

fn ticks(label: &'static Words, all: &'static [Tick], row: Row) -> AnyView {
    let space = row.space;
    let tick = |tick: &'static Tick| {
        let on = flag(move || {
            space
                .analysis
                .with(|analysis| analysis.plan().is_some_and(|plan| tick.is_on(&plan)))
        });
        let set = ticked(move |on| space.edit(&tick.edits(on), None, false));
        view! {
            <label class="check">
                <input type="checkbox" id=field_id(tick.path) prop:checked=on on:change=set/>{space.say(&tick.label)}
            </label>
        }
        .into_any()
    };
    let all = all.iter().map(tick).collect_view();
    view! {
        <fieldset class="field-set" id=format!("{}-set", row.id)>
            <legend class="hidden">{space.say(label)}</legend>{all}
        </fieldset>
    }
    .into_any()
}
