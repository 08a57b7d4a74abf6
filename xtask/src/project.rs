//! Where things lie in this repository and what its lock file says.

use std::fs;
use std::path::{Path, PathBuf};

use crate::trouble::{Outcome, Trouble};

/// The repository's root folder.
pub fn root() -> PathBuf {
    let manifest =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    manifest.parent().map_or_else(|| manifest.clone(), Path::to_path_buf)
}

/// Cargo's target folder: the one of the environment, else the usual one.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The folder of the release build.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The version of `package` in Cargo.lock.
pub fn locked_version(package: &str) -> Outcome<String> {
    let path = root().join("Cargo.lock");
    let lock = read_text(&path)?;
    let mut lines = lock.lines();
    let name = format!("name = \"{package}\"");
    lines
        .by_ref()
        .find(|line| *line == name)
        .and_then(|_| lines.next())
        .and_then(|line| line.strip_prefix("version = \""))
        .and_then(|rest| rest.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| {
            Trouble::new("Cargo.lock", format!("holds no package `{package}`")).type_this("cargo generate-lockfile")
        })
}

/// A text file, or the trouble with it.
pub fn read_text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| Trouble::file(path, &error))
}

/// A file's bytes, or the trouble with it.
pub fn read_bytes(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| Trouble::file(path, &error))
}

/// Writes a file whole.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Outcome {
    fs::write(path, content).map_err(|error| Trouble::file(path, &error))
}

/// Makes a folder and those above it.
pub fn make_folder(path: &Path) -> Outcome {
    fs::create_dir_all(path).map_err(|error| Trouble::file(path, &error))
}

/// Removes a folder with everything in it; one that is not there is fine.
pub fn remove_folder(path: &Path) -> Outcome {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Trouble::file(path, &error)),
        _ => Ok(()),
    }
}

/// The names of the plain files in a folder, sorted.
pub fn file_names(folder: &Path) -> Outcome<Vec<String>> {
    names(folder, Path::is_file)
}

/// The names of the folders in a folder, sorted.
pub fn folder_names(folder: &Path) -> Outcome<Vec<String>> {
    names(folder, Path::is_dir)
}

/// The names in a folder of what is wanted, sorted.
fn names(folder: &Path, wanted: fn(&Path) -> bool) -> Outcome<Vec<String>> {
    let entries = fs::read_dir(folder).map_err(|error| Trouble::file(folder, &error))?;
    let mut names: Vec<String> = entries
        .filter_map(Result::ok)
        .filter(|entry| wanted(&entry.path()))
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    names.sort();
    Ok(names)
}
