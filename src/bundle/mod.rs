//! Everything about one plan in one file to take away.

mod zip;

pub use zip::{File, zip};
