//! The release in `dist/`: bundled, stamped, checked, compressed.

use std::path::{Path, PathBuf};

use crate::command::{run, say};
use crate::project;
use crate::sizes::{self, Sizes};
use crate::split;
use crate::stamp;
use crate::tools::Toolbox;
use crate::trouble::{Outcome, Trouble};

/// Builds the release and prints its sizes.
pub fn build() -> Outcome {
    let mut toolbox = Toolbox::for_building()?;
    say("building the release: 1 to 3 minutes when nothing is compiled yet");
    bundle(&mut toolbox, &project::root(), &project::dist(), true)?;
    stamp::stamp(&project::dist())?;
    verify_integrity(&project::dist())?;
    say("compressing every file as .br and .gz: seconds");
    sizes::compress(&project::dist())?;
    let sizes = Sizes::of(&project::dist())?;
    println!("\n{sizes}\n\nThe release is in {}.", project::dist().display());
    Ok(())
}

/// Runs trunk in release mode on the page in `folder`, whose WebAssembly comes in two parts or not; without wasm-opt on a copy of the page that does not ask for it.
pub fn bundle(toolbox: &mut Toolbox, folder: &Path, dist: &Path, in_parts: bool) -> Outcome {
    let optimised = toolbox.wasm_opt()?;
    let mut trunk = toolbox.trunk_command()?;
    trunk
        .current_dir(folder)
        .args(["build", "--release", "--locked", "--dist"])
        .arg(dist);
    if in_parts {
        let real = toolbox
            .find("wasm-bindgen")
            .ok_or_else(|| Trouble::new("wasm-bindgen", "was not found after its installation"))?;
        split::prepare(&mut trunk, &toolbox.path()?, &real)?;
    }
    if optimised {
        return run("trunk", &mut trunk);
    }
    let page = UnoptimisedPage::write(folder)?;
    run("trunk", trunk.args(["--html-output", "index.html"]).arg(page.path()))
}

/// The page without wasm-opt, beside the real one while trunk reads it.
pub struct UnoptimisedPage {
    path: PathBuf,
}

impl UnoptimisedPage {
    /// Writes the copy.
    pub fn write(folder: &Path) -> Outcome<Self> {
        let page = project::read_text(&folder.join("index.html"))?;
        let path = folder.join("index.unoptimised.html");
        project::write(&path, page.replace("data-wasm-opt=\"z\"", "data-wasm-opt=\"0\""))?;
        Ok(Self { path })
    }

    /// Where the copy lies.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for UnoptimisedPage {
    fn drop(&mut self) {
        // A copy that stays behind is untidy, not wrong: the next build writes it anew.
        let _ = std::fs::remove_file(&self.path);
    }
}

/// Compares every `integrity` in the built page with the bytes it speaks of (trunk can keep a file's name and digest
/// while its bytes change: trunk #1028).
pub fn verify_integrity(dist: &Path) -> Outcome {
    let page = project::read_text(&dist.join("index.html"))?;
    let mut checked = 0;
    for element in stamp::elements(&page) {
        let Some(claimed) =
            stamp::attribute(element, "integrity").or_else(|| stamp::attribute(element, "data-integrity"))
        else {
            continue;
        };
        let file =
            stamp::address(element).ok_or_else(|| Trouble::new("integrity", format!("`{element}` names no file")))?;
        let actual = stamp::integrity(&project::read_bytes(&dist.join(file))?);
        if claimed != actual {
            return Err(Trouble::new(
                "integrity",
                format!("the page expects another `{file}` than the one built; browsers would refuse it"),
            )
            .type_this("cargo clean --release && cargo xtask build"));
        }
        checked += 1;
    }
    if checked == 0 {
        return Err(Trouble::new(
            "integrity",
            "the built page carries no integrity attribute at all",
        ));
    }
    say(format!("integrity: {checked} files are the ones the page expects"));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_whose_bytes_are_not_the_ones_promised_is_found() {
        let dist = std::env::temp_dir().join(format!("integrity-{}", std::process::id()));
        project::make_folder(&dist).unwrap();
        let promise = stamp::integrity(b"as built");
        let page = format!(r#"<script src="./a.js" integrity="{promise}"></script>"#);
        project::write(&dist.join("index.html"), page).unwrap();
        project::write(&dist.join("a.js"), b"as built").unwrap();
        assert!(verify_integrity(&dist).is_ok());
        project::write(&dist.join("a.js"), b"changed since").unwrap();
        assert!(verify_integrity(&dist).is_err());
        project::remove_folder(&dist).unwrap();
    }
}
