//! A bare Leptos page built exactly like the app: same profile, same compiler flags, same locked versions, same tools. What the app
//! weighs above it is what its features weigh.

use std::path::{Path, PathBuf};

use crate::build;
use crate::command::{cargo, run, say};
use crate::project;
use crate::sizes::Sizes;
use crate::tools::Toolbox;
use crate::trouble::{Outcome, Trouble};

/// The package, but for the release profile, which is the app's own.
const MANIFEST: &str = "\
[package]
name = \"bare-leptos\"
version = \"0.0.0\"
edition = \"2024\"

[workspace]

[dependencies]
leptos = { version = \"0.8\", features = [\"csr\"] }
";

/// Builds the bare page below the target folder and returns its sizes.
pub fn build() -> Outcome<Sizes> {
    say("building a bare Leptos page to compare with: about a minute when nothing is compiled yet");
    let folder = lay_out()?;
    let dist = folder.join("dist");
    let mut toolbox = Toolbox::for_building()?;
    run(
        "cargo fetch",
        cargo()
            .args(["fetch", "--quiet", "--manifest-path"])
            .arg(folder.join("Cargo.toml")),
    )?;
    build::bundle(&mut toolbox, &folder, &dist, false)?;
    Sizes::of(&dist)
}

/// Writes the package: our page, the app's profile, the app's lock file (cargo drops what it does not need).
fn lay_out() -> Outcome<PathBuf> {
    let folder = project::target().join("bare-leptos");
    project::make_folder(&folder.join("src"))?;
    let profile = release_profile(&project::read_text(&project::root().join("Cargo.toml"))?)?;
    project::write(&folder.join("Cargo.toml"), format!("{MANIFEST}\n{profile}"))?;
    project::write(
        &folder.join("Cargo.lock"),
        project::read_bytes(&project::root().join("Cargo.lock"))?,
    )?;
    project::write(
        &folder.join("Trunk.toml"),
        format!(
            "[build]\npublic_url = \"./\"\n[tools]\nwasm_opt = \"version_{}\"\n",
            crate::tools::BINARYEN
        ),
    )?;
    project::write(
        &folder.join("src").join("main.rs"),
        include_str!("../bare-leptos/main.rs"),
    )?;
    let settings = Path::new(".cargo").join("config.toml");
    project::make_folder(&folder.join(".cargo"))?;
    project::write(
        &folder.join(&settings),
        project::read_bytes(&project::root().join(&settings))?,
    )?;
    project::write(&folder.join("index.html"), include_str!("../bare-leptos/index.html"))?;
    Ok(folder)
}

/// The `[profile.release]` table of a manifest.
fn release_profile(manifest: &str) -> Outcome<String> {
    let (_, rest) = manifest
        .split_once("[profile.release]")
        .ok_or_else(|| Trouble::new("Cargo.toml", "has no `[profile.release]`"))?;
    let lines = rest.lines().skip(1).take_while(|line| !line.starts_with('['));
    Ok(std::iter::once("[profile.release]")
        .chain(lines)
        .collect::<Vec<_>>()
        .join("\n")
        + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_ends_where_the_next_table_begins() {
        let manifest = "[package]\n[profile.release]\nlto = true\n\n[profile.native]\nlto = false\n";
        assert_eq!(release_profile(manifest).unwrap(), "[profile.release]\nlto = true\n\n");
    }
}
