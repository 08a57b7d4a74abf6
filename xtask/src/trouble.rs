//! What went wrong, said so that the reader can act: which tool, why, what to type.

use std::fmt;

/// The result of a task or a part of it.
pub type Outcome<T = ()> = Result<T, Trouble>;

/// One failure.
#[derive(Debug)]
pub struct Trouble {
    /// The program or the step that failed.
    tool: String,
    /// Why, in words.
    why: String,
    /// A command that mends it or tells more.
    type_this: Option<String>,
}

impl Trouble {
    /// A failure of `tool`, with the reason.
    pub fn new(tool: impl Into<String>, why: impl Into<String>) -> Self {
        Self {
            tool: tool.into(),
            why: why.into(),
            type_this: None,
        }
    }

    /// A file or folder that could not be read or written.
    pub fn file(path: &std::path::Path, error: &std::io::Error) -> Self {
        Self::new("file system", format!("`{}`: {error}", path.display()))
    }

    /// Adds what to type next.
    pub fn type_this(mut self, command: impl Into<String>) -> Self {
        self.type_this = Some(command.into());
        self
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} failed: {}", self.tool, self.why)?;
        if let Some(command) = &self.type_this {
            write!(f, "\n  type: {command}")?;
        }
        Ok(())
    }
}
