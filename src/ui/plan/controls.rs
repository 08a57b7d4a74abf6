//! One control for each kind of the form's declaration.

use leptos::prelude::*;

use super::form::field_id;
use super::list::list;
use crate::form::{Choice, Control, Part, Tick, Way, shown_value, typed_number, typed_text};
use crate::model::{Edit, Node};
use crate::rules::Severity;
use crate::ui::parts::{icon, message};
use crate::ui::workspace::Workspace;
use crate::words::Words;

/// The heaviest finding under the row, if any.
pub type Worst = Memo<Option<Severity>>;

/// The control of a row or of a part of one.
pub fn control(
    path: &'static str,
    control: &'static Control,
    label: &'static Words,
    id: String,
    worst: Worst,
    space: Workspace,
) -> AnyView {
    match control {
        Control::Text { code, unit } => {
            let unit = unit.map(|unit| move || {
                let language = space.language.get();
                space.analysis.with(|analysis| unit(&analysis.plan()?).map(|unit| message(&unit, language)))
            });
            let class = if *code { "mono" } else { "" };
            view! {
                <span class="control" class:error=move || is(worst, Severity::Error) class:warning=move || is(worst, Severity::Warning)>
                    <input id=id class=class autocomplete="off" spellcheck="false" prop:value=move || value(space, path)
                        aria-invalid=move || is(worst, Severity::Error).to_string()
                        on:input=move |event| typed(space, typed_text(path, &event_target_value(&event)))/>
                    {unit.map(|unit| view! { <span class="unit">{unit}</span> })}
                </span>
            }.into_any()
        }
        Control::Lines => view! {
            <span class="control" class:error=move || is(worst, Severity::Error) class:warning=move || is(worst, Severity::Warning)>
                <textarea id=id rows="1" spellcheck="false" autocomplete="off" prop:value=move || value(space, path)
                    aria-invalid=move || is(worst, Severity::Error).to_string()
                    on:input=move |event| typed(space, typed_text(path, &event_target_value(&event)))></textarea>
            </span>
        }.into_any(),
        Control::Number { unit } => number(path, *unit, id, None, worst, space),
        Control::Menu { absent, choices } => menu(path, absent, choices, id, None, worst, space),
        Control::Segments(choices) => segments(path, choices, label, id, space),
        Control::Switch(ways) => switch(ways, label, id, space),
        Control::Tick(tick) => view! {
            <fieldset class="field-set" id=id><legend class="hidden">{space.say(label)}</legend>{tick_box(tick, space)}</fieldset>
        }.into_any(),
        Control::Ticks(ticks) => view! {
            <fieldset class="field-set" id=id>
                <legend class="hidden">{space.say(label)}</legend>
                {ticks.iter().map(|tick| tick_box(tick, space)).collect_view()}
            </fieldset>
        }.into_any(),
        Control::Several(parts) => view! {
            <span class="field-set" id=id>{parts.iter().map(|each| part(each, worst, space)).collect_view()}</span>
        }.into_any(),
        Control::List(of) => list(path, of, label, id, space),
    }
}

fn is(worst: Worst, severity: Severity) -> bool {
    worst.get() == Some(severity)
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

fn part(part: &'static Part, worst: Worst, space: Workspace) -> AnyView {
    let id = format!("{}-part", field_id(part.path));
    match &part.control {
        Control::Menu { absent, choices } => menu(part.path, absent, choices, id, Some(&part.label), worst, space),
        Control::Number { unit } => number(part.path, *unit, id, Some(&part.label), worst, space),
        other => control(part.path, other, &part.label, id, worst, space),
    }
}

fn number(
    path: &'static str,
    unit: Option<&'static Words>,
    id: String,
    label: Option<&'static Words>,
    worst: Worst,
    space: Workspace,
) -> AnyView {
    view! {
        <span class="control" class:error=move || is(worst, Severity::Error) class:warning=move || is(worst, Severity::Warning)>
            <input id=id inputmode="numeric" autocomplete="off" spellcheck="false" prop:value=move || value(space, path)
                aria-label=label.map(|label| move || space.say(label))
                aria-invalid=move || is(worst, Severity::Error).to_string()
                on:input=move |event| typed(space, typed_number(path, &event_target_value(&event)))/>
            {unit.map(|unit| view! { <span class="unit">{space.say(unit)}</span> })}
        </span>
    }
    .into_any()
}

/// A menu; a value that is none of its choices is shown as it is, so that nothing is lost by looking.
pub fn menu(
    path: &'static str,
    absent: &'static Words,
    choices: &'static [Choice],
    id: String,
    label: Option<&'static Words>,
    worst: Worst,
    space: Workspace,
) -> AnyView {
    let current = Memo::new(move |_| value(space, path));
    let choose = move |event| {
        let value = event_target_value(&event);
        let edit = if value.is_empty() {
            Edit::remove(path)
        } else {
            Edit::set(path, Node::text(value))
        };
        space.edit(&[edit], None, false);
    };
    let other = move || {
        let current = current.get();
        (!current.is_empty() && choices.iter().all(|choice| choice.value != current))
            .then(|| view! { <option value=current.clone() selected>{current.clone()}</option> })
    };
    view! {
        <span class="control" class:error=move || is(worst, Severity::Error) class:warning=move || is(worst, Severity::Warning)>
            <select id=id aria-label=label.map(|label| move || space.say(label)) on:change=choose
                aria-invalid=move || is(worst, Severity::Error).to_string()>
                <option value="" selected=move || current.get().is_empty()>{space.say(absent)}</option>
                {choices.iter().map(|choice| view! {
                    <option value=choice.value selected=move || current.get() == choice.value>{space.say(&choice.label)}</option>
                }).collect_view()}
                {other}
            </select>
            {icon("down")}
        </span>
    }
    .into_any()
}

fn segments(
    path: &'static str,
    choices: &'static [Choice],
    label: &'static Words,
    id: String,
    space: Workspace,
) -> AnyView {
    let current = Memo::new(move |_| value(space, path));
    let name = id.clone();
    let segment = move |choice: &'static Choice| {
        let name = name.clone();
        view! {
            <label><input type="radio" name=name prop:checked=move || current.get() == choice.value
                on:change=move |_| space.edit(&[Edit::set(path, Node::text(choice.value))], None, false)/>
                {space.say(&choice.label)}</label>
        }
    };
    view! {
        <fieldset class="segments" id=id>
            <legend class="hidden">{space.say(label)}</legend>
            {choices.iter().map(segment).collect_view()}
        </fieldset>
    }
    .into_any()
}

fn switch(ways: &'static [Way], label: &'static Words, id: String, space: Workspace) -> AnyView {
    let name = id.clone();
    let segment = move |way: &'static Way| {
        let name = name.clone();
        let on = Memo::new(move |_| {
            space
                .analysis
                .with(|analysis| analysis.plan().is_some_and(|plan| (way.is)(&plan)))
        });
        let choose = move |_| {
            let edits = space
                .analysis
                .with_untracked(|analysis| analysis.plan().map(|plan| (way.make)(&plan)));
            space.edit(&edits.unwrap_or_default(), None, false);
        };
        view! {
            <label><input type="radio" name=name prop:checked=on on:change=choose/>{space.say(&way.label)}</label>
        }
    };
    view! {
        <fieldset class="segments" id=id>
            <legend class="hidden">{space.say(label)}</legend>
            {ways.iter().map(segment).collect_view()}
        </fieldset>
    }
    .into_any()
}

fn tick_box(tick: &'static Tick, space: Workspace) -> AnyView {
    let on = Memo::new(move |_| {
        space
            .analysis
            .with(|analysis| analysis.plan().is_some_and(|plan| tick.is_on(&plan)))
    });
    view! {
        <label class="check"><input type="checkbox" id=field_id(tick.path) prop:checked=on
            on:change=move |event| space.edit(&tick.edits(event_target_checked(&event)), None, false)/>
            {space.say(&tick.label)}</label>
    }
    .into_any()
}
