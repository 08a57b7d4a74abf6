//! A list of objects: one line of small controls an item.

use leptos::prelude::*;

use crate::ui::dom::{Done, View, count_memo, dynamic, el, given, nothing, pressed, text};

use super::controls::{Row, menu, typed, value};
use super::form::field_id;
use crate::form::{Control, ItemMember, ListOf, typed_number, typed_text};
use crate::model::{Edit, Node, path};
use crate::ui::browser;
use crate::ui::parts::icon;
use crate::ui::says;
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Message, Words};

/// The list of a row.
pub fn list(at: &'static str, of: &'static ListOf, label: &'static Words, row: Row) -> View {
    let space = row.space;
    let count = count_memo(move || {
        let items = |root: &Node| root.at(at).map_or(0, |node| node.items().len());
        space.analysis.with(|analysis| analysis.root.as_ref().map_or(0, items))
    });
    let id = row.id.clone();
    let items = dynamic(move || {
        let one = |index| item(at, index, of, label, row.clone());
        (0..count.get()).map(one).collect::<View>()
    });
    let summary = dynamic(move || {
        let language = space.language.get_untracked();
        let words = match (count.get(), of.most) {
            (0, _) => space.say(&of.none).to_owned(),
            (count, Some(most)) => {
                Message::new(&says::OF, [Arg::Number(count as i64), Arg::Number(most)]).text(language)
            }
            _ => return nothing(),
        };
        el("span").class("muted").child(words).done()
    });
    el("div")
        .class("stack list")
        .attr("role", "group")
        .attr("id", id)
        .attr("aria-label", space.say(label))
        .child(items)
        .child(
            el("span").class("field-set").child(summary).child(
                el("button")
                    .class("button plain")
                    .attr("type", "button")
                    .attr("id", button_ids(at, 0).1)
                    .on("click", pressed(move || add(space, at, of)))
                    .child(icon("plus"))
                    .child(space.say(&of.add)),
            ),
        )
        .done()
}

fn add(space: Workspace, at: &'static str, of: &'static ListOf) {
    let edit = space.analysis.with_untracked(|analysis| {
        let plan = analysis.plan()?;
        let fresh = (of.fresh)(&plan);
        Some(match plan.at(at) {
            Some(list) => Edit::set(path::item(at, list.items().len()), fresh),
            None => Edit::set(at, Node::list([fresh])),
        })
    });
    space.edit(edit.as_slice(), None, false);
    // The first cell of what is new is where one goes on.
    let count = space.analysis.with(|analysis| {
        analysis
            .plan()
            .map_or(0, |plan| plan.at(at).map_or(0, |list| list.items().len()))
    });
    if let (Some(last), Some(first)) = (count.checked_sub(1), of.members.first()) {
        let cell = field_id(&format!("{}{}", path::item(at, last), first.below));
        browser::after_paint(move || browser::focus(&cell));
    }
}

/// The id of the button that takes an item away, and of the one that adds one.
fn button_ids(at: &str, index: usize) -> (String, String) {
    (
        format!("{}-remove", field_id(&path::item(at, index))),
        format!("{}-add", field_id(at)),
    )
}

fn item(at: &'static str, index: usize, of: &'static ListOf, label: &'static Words, row: Row) -> View {
    let space = row.space;
    let pointer = path::item(at, index);
    let cells = of
        .members
        .iter()
        .map(|member| cell(&pointer, index, member, row.clone()))
        .collect::<View>();
    let name = format!("{} {} {}", space.say(&of.remove), space.say(label), index + 1);
    let (id, _) = button_ids(at, index);
    let remove = pressed(move || {
        space.edit(&[Edit::remove(pointer.clone())], None, false);
        // The focus stays in the list: at the item that moved up, the one before, or the button that adds one.
        let (same, add) = button_ids(at, index);
        let (before, _) = button_ids(at, index.saturating_sub(1));
        browser::after_paint(move || browser::focus_shown(&[&same, &before, &add]));
    });
    el("span")
        .class("field-set")
        .child(cells)
        .child(
            el("button")
                .class("button plain only")
                .attr("type", "button")
                .attr("id", id)
                .attr("title", name.clone())
                .attr("aria-label", name)
                .on("click", remove)
                .child(icon("close")),
        )
        .done()
}

fn cell(pointer: &str, index: usize, member: &'static ItemMember, row: Row) -> View {
    let space = row.space;
    let pointer = format!("{pointer}{}", member.below);
    let row = Row {
        id: field_id(&pointer),
        ..row
    };
    if let Control::Menu { absent, choices } = &member.control {
        return menu(pointer, absent, choices, Some(&member.label), row);
    }
    let number = matches!(member.control, Control::Number { .. });
    let shown = {
        let pointer = pointer.clone();
        text(move || value(space, &pointer))
    };
    let take = given(move |value| {
        let edit = if number {
            typed_number(&pointer, &value)
        } else {
            typed_text(&pointer, &value)
        };
        typed(space, edit);
    });
    let kind = if member.secret { "password" } else { "text" };
    let mode = if number { "numeric" } else { "text" };
    let label = space.say(&member.label);
    let name = format!("{label} {}", index + 1);
    let class = if number { "control short" } else { "control" };
    el("span")
        .class(class)
        .child(
            el("input")
                .attr("id", row.id)
                .attr("type", kind)
                .attr("inputmode", mode)
                .attr("autocomplete", "off")
                .attr("spellcheck", "false")
                .attr("aria-label", name)
                .attr("title", label)
                .attr("placeholder", label)
                .value(shown)
                .on("input", take),
        )
        .done()
}
