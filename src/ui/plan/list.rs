//! A list of objects: one line of small controls an item.

use leptos::prelude::*;

use crate::form::{Control, ItemMember, ListOf, typed_number, typed_text};
use crate::model::{Edit, Node, path};
use crate::ui::parts::icon;
use crate::ui::says;
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Message, Words};

/// The list of a row.
pub fn list(at: &'static str, of: &'static ListOf, label: &'static Words, id: String, space: Workspace) -> AnyView {
    let count = Memo::new(move |_| {
        space.analysis.with(|analysis| {
            analysis
                .root
                .as_ref()
                .and_then(|root| root.at(at))
                .map_or(0, |node| node.items().len())
        })
    });
    let add = move |_| {
        let fresh = space
            .analysis
            .with_untracked(|analysis| analysis.plan().map(|plan| ((of.fresh)(&plan), plan.at(at).is_some())));
        let Some((fresh, there)) = fresh else { return };
        let edit = if there {
            Edit::set(path::item(at, count.get_untracked()), fresh)
        } else {
            Edit::set(at, Node::list([fresh]))
        };
        space.edit(&[edit], None, false);
    };
    let summary = move || match (count.get(), of.most) {
        (0, _) => Some(space.say(&of.none).to_owned()),
        (count, Some(most)) => {
            Some(Message::new(&says::OF, [Arg::Number(count as i64), Arg::Number(most)]).text(space.language.get()))
        }
        _ => None,
    };
    view! {
        <div class="stack list" role="group" id=id aria-label=space.say(label)>
            {move || (0..count.get()).map(|index| item(at, index, of, label, space)).collect_view()}
            <span class="field-set">
                {move || summary().map(|text| view! { <span class="muted">{text}</span> })}
                <button class="button plain" type="button" on:click=add>{icon("plus")}{space.say(&of.add)}</button>
            </span>
        </div>
    }
    .into_any()
}

fn item(at: &'static str, index: usize, of: &'static ListOf, label: &'static Words, space: Workspace) -> AnyView {
    let pointer = path::item(at, index);
    let remove = {
        let pointer = pointer.clone();
        move |_| space.edit(&[Edit::remove(pointer.clone())], None, false)
    };
    let remove_name = move || format!("{} {} {}", space.say(&of.remove), space.say(label), index + 1);
    view! {
        <span class="field-set">
            {of.members.iter().map(|member| cell(&pointer, index, member, space)).collect_view()}
            <button class="button plain only" type="button" title=remove_name aria-label=remove_name on:click=remove>{icon("close")}</button>
        </span>
    }
    .into_any()
}

fn cell(pointer: &str, index: usize, member: &'static ItemMember, space: Workspace) -> AnyView {
    let pointer = format!("{pointer}{}", member.below);
    let id = super::form::field_id(&pointer);
    let value = {
        let pointer = pointer.clone();
        Memo::new(move |_| super::controls::value(space, &pointer))
    };
    let name = move || format!("{} {}", space.say(&member.label), index + 1);
    if let Control::Menu { absent, choices } = &member.control {
        let choose = move |event| {
            let value = event_target_value(&event);
            let edit = if value.is_empty() {
                Edit::remove(&pointer)
            } else {
                Edit::set(&pointer, Node::text(value))
            };
            space.edit(&[edit], None, false);
        };
        return view! {
            <span class="control"><select id=id aria-label=name title=name on:change=choose>
                <option value="" selected=move || value.get().is_empty()>{space.say(absent)}</option>
                {choices.iter().map(|choice| view! {
                    <option value=choice.value selected=move || value.get() == choice.value>{space.say(&choice.label)}</option>
                }).collect_view()}
            </select>{icon("down")}</span>
        }
        .into_any();
    }
    let number = matches!(member.control, Control::Number { .. });
    let take = move |event| {
        let typed = event_target_value(&event);
        let edit = if number {
            typed_number(&pointer, &typed)
        } else {
            typed_text(&pointer, &typed)
        };
        super::controls::typed(space, edit);
    };
    let kind = if member.secret { "password" } else { "text" };
    let mode = if number { "numeric" } else { "text" };
    view! {
        <span class="control" class:short=number><input id=id type=kind inputmode=mode autocomplete="off" spellcheck="false"
            aria-label=name title=name placeholder=space.say(&member.label) prop:value=value on:input=take/></span>
    }
    .into_any()
}
