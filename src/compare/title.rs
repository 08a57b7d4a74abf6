//! What the form calls a member, so that a difference has a name in the reader's language.

use crate::form::{Control, Field, SECTIONS};
use crate::words::Words;

/// The name of the member at a pointer, if the form has a row or a cell for it alone.
pub(super) fn of(path: &str) -> Option<&'static Words> {
    SECTIONS
        .iter()
        .flat_map(|section| section.fields)
        .find_map(|field| in_field(field, path))
}

fn in_field(field: &'static Field, path: &str) -> Option<&'static Words> {
    match &field.control {
        Control::Ticks(ticks) => ticks.iter().find(|tick| tick.path == path).map(|tick| &tick.label),
        Control::Several(parts) => parts.iter().find(|part| part.path == path).map(|part| &part.label),
        Control::Switch(_) => None,
        _ if field.path == path => Some(&field.label),
        Control::List(list) => {
            let (index, _) = path.strip_prefix(field.path)?.strip_prefix('/')?.split_once('/')?;
            let below = path.get(field.path.len() + 1 + index.len()..)?;
            let member = list.members.iter().find(|member| member.below == below)?;
            Some(&member.label)
        }
        _ => None,
    }
}
