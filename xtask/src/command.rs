//! Starting other programs: found or not, ended well or not.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::project;
use crate::trouble::{Outcome, Trouble};

/// A program started in the repository's root.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(project::root());
    command
}

/// The cargo that started this task.
pub fn cargo() -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs to the end, its output flowing; `tool` names it when it fails.
pub fn run(tool: &str, command: &mut Command) -> Outcome {
    let status = command
        .status()
        .map_err(|error| Trouble::new(tool, format!("could not be started: {error}")))?;
    if status.success() {
        return Ok(());
    }
    Err(Trouble::new(tool, format!("ended with {status}; its own words stand above")).type_this(typed(command)))
}

/// What a quiet command prints, if it can be started and ends well.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a folder of PATH holds this program, and where.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd", ".bat"]
    } else {
        &[""]
    };
    std::env::split_paths(&path)
        .flat_map(|folder| endings.iter().map(move |ending| folder.join(format!("{name}{ending}"))))
        .find(|file| file.is_file())
}

/// One line on what is done now, why, and about how long it takes.
pub fn say(line: impl AsRef<str>) {
    println!("» {}", line.as_ref());
}

/// The command as one would type it.
fn typed(command: &Command) -> String {
    let program = Path::new(command.get_program());
    std::iter::once(program.file_stem().unwrap_or(program.as_os_str()))
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
