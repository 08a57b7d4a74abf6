//! The one vocabulary of change: forms, fixes and imports speak it, `input::apply` writes it into the text.

use super::Node;

/// One change to the plan document. Pointers are JSON pointers into it.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Puts a value at a pointer; objects on the way are made, an item one past the end of a list is added.
    Set {
        /// Where.
        path: String,
        /// What.
        value: Node,
    },
    /// Takes a member or an item away, if it is there.
    Remove {
        /// Where.
        path: String,
    },
    /// Gives a member another name and keeps its value and place.
    Rename {
        /// Where.
        path: String,
        /// The new name.
        name: String,
    },
}

impl Edit {
    /// Puts `value` at `path`.
    pub fn set(path: impl Into<String>, value: Node) -> Edit {
        Edit::Set {
            path: path.into(),
            value,
        }
    }

    /// Takes away what is at `path`.
    pub fn remove(path: impl Into<String>) -> Edit {
        Edit::Remove { path: path.into() }
    }

    /// Renames the member at `path`.
    pub fn rename(path: impl Into<String>, name: impl Into<String>) -> Edit {
        Edit::Rename {
            path: path.into(),
            name: name.into(),
        }
    }

    /// Where the change happens.
    pub fn path(&self) -> &str {
        match self {
            Edit::Set { path, .. } | Edit::Remove { path } | Edit::Rename { path, .. } => path,
        }
    }
}
