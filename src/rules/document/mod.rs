//! Rules about the text itself and the parts of the plan that are not the pool.

use super::Finding;
use crate::input::{Dialect, Note, ParseTrouble};
use crate::model::Node;

/// The rules of this area, by id.
pub(super) static RULES: &[&super::Rule] = &[];

/// What is to be said about how the text was read.
pub fn of_reading(_text: &str, _dialect: Dialect, _root: &Node, _notes: &[Note]) -> Vec<Finding> {
    Vec::new()
}

/// What is to be said about a text that cannot be read.
pub fn of_trouble(_trouble: ParseTrouble) -> Finding {
    unimplemented!("{_trouble:?}")
}
