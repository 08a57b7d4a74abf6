//! The same thing by its other names: one member of the pool on every surface.

use std::sync::Arc;

use leptos::prelude::*;

use super::editor::pointer_at;
use super::findings::waiting;
use super::outputs::chooser;
use crate::arm::PutPool;
use crate::emit::names::{Names, OtherName, dotted, find, members};
use crate::model::path;
use crate::ui::computed::Computed;
use crate::ui::dom::{Done, View, dynamic, el, given, nothing, side_by_side, text_memo};
use crate::ui::parts::{icon, message};
use crate::ui::route::{PlanView, Route, Verdict};
use crate::ui::says;
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Message, Words, words};

static MEMBER: Words = words("Member", "Membre", "Membro");
static SURFACE: Words = words("Where", "Où", "Dove");
static NAME: Words = words("Name", "Nom", "Nome");
static VALUE: Words = words("Value", "Valeur", "Valore");
static NO_NAME: Words = words("no name", "aucun nom", "nessun nome");
static NO_MEMBER: Words = words(
    "No member of a pool is called {0}.",
    "Aucun membre d’un pool ne s’appelle {0}.",
    "Nessun membro di un pool si chiama {0}.",
);
static MORE: Words = words(
    "The list has the first {0} members of the plan.",
    "La liste contient les {0} premiers membres du plan.",
    "L’elenco contiene i primi {0} membri del piano.",
);

/// More members than this are not offered one by one.
const MOST: usize = 1000;

/// A member in an address: its dotted way, everything else as `%XX`.
fn address(pointer: &str) -> String {
    address_of(&dotted(pointer.strip_prefix(path::POOL).unwrap_or(pointer)))
}

fn address_of(way: &str) -> String {
    let mut out = String::new();
    for byte in way.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'[' | b']' => out.push(byte as char),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// What an address says, with its `%XX` read.
fn decoded(address: &str) -> String {
    let mut parts = address.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let hex = part.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match (hex, part.get(2..)) {
            (Some(byte), Some(rest)) => {
                bytes.push(byte);
                bytes.extend(rest.bytes());
            }
            _ => {
                bytes.push(b'%');
                bytes.extend(part.bytes());
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The member that the address names, that the caret stands in, or the VM size; and what the address names in vain.
fn chosen(space: Workspace, request: &PutPool, members: &[String]) -> (String, Option<String>) {
    let mut in_vain = None;
    if let Verdict::Names(Some(wanted)) = space.verdict() {
        let is_it = |pointer: &&String| address(pointer) == wanted;
        if let Some(pointer) = members.iter().find(is_it) {
            return (pointer.clone(), None);
        }
        let wanted = decoded(&wanted);
        let is_it = |pointer: &&String| address(pointer) == address_of(&wanted);
        let found = find(request, &wanted);
        if let Some(pointer) = found.iter().find(is_it).or(found.first()) {
            return (pointer.clone(), None);
        }
        in_vain = Some(wanted);
    } else if space.plan_view() == PlanView::Text {
        let caret = space.caret.get();
        let at_caret = space
            .analysis
            .with(|analysis| pointer_at(analysis.plan()?.root, caret))
            .filter(|pointer| pointer.starts_with("/pool/"));
        if let Some(pointer) = at_caret {
            return (pointer, None);
        }
    }
    let first = members
        .iter()
        .find(|pointer| *pointer == path::VM_SIZE)
        .or(members.first());
    (first.map_or(path::VM_SIZE, String::as_str).to_owned(), in_vain)
}

/// What is shown of the moment.
type Now = Computed<Option<(Arc<PutPool>, (String, Option<String>))>>;

/// The view.
pub fn names() -> View {
    let space = Workspace::here();
    let offered = Computed::new(move || {
        let request = space.request.get();
        request.map_or_else(Vec::new, |request| members(&request, MOST))
    });
    let now: Now = Computed::each_time(move |_| {
        let request = space.request.get()?;
        let chosen = offered.with(|offered| chosen(space, &request, offered));
        Some((request, chosen))
    });
    let pointer = text_memo(move || {
        now.with(|now| {
            now.as_ref()
                .map(|(_, (pointer, _))| pointer.clone())
                .unwrap_or_default()
        })
    });
    let options = dynamic(move || offered.with(|offered| options(offered, &pointer.get())));
    let choose = given(move |pointer| {
        let verdict = Verdict::Names(Some(address(&pointer)));
        space.go(&Route::Plan(space.plan_view(), verdict));
    });
    let select = el("select")
        .attr("id", "names-member")
        .attr("aria-label", space.say(&MEMBER))
        .on("change", choose)
        .child(options);
    let more = dynamic(move || match offered.with(Vec::len) {
        MOST => el("p")
            .class("muted")
            .child(message(
                &Message::new(&MORE, [Arg::Number(MOST as i64)]),
                space.language.get_untracked(),
            ))
            .done(),
        _ => nothing(),
    });
    el("div")
        .class("body")
        .attr("id", "names")
        .child(dynamic(
            move || if space.waits.get() { waiting(space) } else { nothing() },
        ))
        .child(
            el("div")
                .class("toolbar")
                .child(chooser(space, true))
                .child(el("span").class("control").child(select).child(icon("down"))),
        )
        .child(more)
        .child(dynamic(move || {
            now.with(|now| match now {
                Some((request, (pointer, in_vain))) => shown(space, request, pointer, in_vain.as_deref()),
                None => el("p")
                    .class("item")
                    .child(el("span"))
                    .child(space.say(&says::NO_REQUEST))
                    .done(),
            })
        }))
        .done()
}

/// The members under the member of the pool they belong to.
fn options(offered: &[String], chosen: &str) -> View {
    let below = |pointer: &str| dotted(pointer.strip_prefix(path::POOL).unwrap_or(pointer));
    let option = |pointer: &str, label: String| {
        let option = el("option").attr("value", pointer).attr("selected", pointer == chosen);
        option.child(label).done()
    };
    let mut all: Vec<View> = Vec::new();
    if !offered.iter().any(|pointer| pointer == chosen) {
        all.push(option(chosen, below(chosen)));
    }
    let mut group: Option<(String, Vec<View>)> = None;
    for pointer in offered {
        let way = below(pointer);
        let way = way.strip_prefix("properties.").unwrap_or(&way);
        let head = way.split(['.', '[']).next().unwrap_or_default();
        if group.as_ref().is_none_or(|(name, _)| name != head) {
            all.push(optgroup(group.take()));
            group = Some((head.to_owned(), Vec::new()));
        }
        let label = way.get(head.len()..).unwrap_or_default().trim_start_matches('.');
        let label = if label.is_empty() { head } else { label };
        if let Some((_, options)) = &mut group {
            options.push(option(pointer, label.to_owned()));
        }
    }
    all.push(optgroup(group));
    all.into()
}

fn optgroup(group: Option<(String, Vec<View>)>) -> View {
    group.map_or_else(nothing, |(name, options)| {
        el("optgroup").attr("label", name).child(options).done()
    })
}

/// The member, and its table.
fn shown(space: Workspace, request: &PutPool, pointer: &str, in_vain: Option<&str>) -> View {
    let language = space.language.get_untracked();
    let rows = Names::of(request).at(pointer);
    let vain = in_vain.map(|wanted| {
        el("p")
            .class("item")
            .child(el("span"))
            .child(message(&Message::new(&NO_MEMBER, [Arg::from(wanted)]), language))
            .done()
    });
    let head = |words| el("th").attr("scope", "col").child(space.say(words)).done();
    let table = el("table")
        .class("grid-table other-names")
        .attr("aria-labelledby", "names-head")
        .child(el("thead").child(el("tr").child([head(&SURFACE), head(&NAME), head(&VALUE)])))
        .child(el("tbody").child(rows.iter().map(|one| row(space, one)).collect::<View>()));
    side_by_side([
        vain.done(),
        el("section")
            .class("block")
            .attr("aria-labelledby", "names-head")
            .child(el("header").child(el("h3").attr("id", "names-head").child(path::last(pointer))))
            .child(table)
            .done(),
    ])
}

fn row(space: Workspace, row: &OtherName) -> View {
    let language = space.language.get_untracked();
    let name = match &row.name {
        Some(name) => way(name),
        None => el("span").class("muted").child(space.say(&NO_NAME)).done(),
    };
    let notes = row
        .notes
        .iter()
        .map(|note| el("span").class("under").child(message(note, language)).done());
    let value = row
        .value
        .as_ref()
        .map(|value| el("code").class("value").child(value.as_str()).done());
    el("tr")
        .attr("data-surface", row.surface)
        .child(el("th").attr("scope", "row").child(space.say(row.title)))
        .child(el("td").child(name).child(notes.collect::<View>()))
        .child(el("td").child(value))
        .done()
}

/// A dotted way, whose last part is what one looks for. It may go on in the next line after each point.
fn way(name: &str) -> View {
    let parts = name.split_inclusive('.').collect::<Vec<_>>();
    let last = parts.len().saturating_sub(1);
    let code = el("code");
    let parts = parts.iter().enumerate().map(|(index, part)| match index == last {
        true => el("b").child(*part).done(),
        false => side_by_side([(*part).done(), el("wbr").done()]),
    });
    code.child(parts.collect::<View>()).done()
}
