//! How large the built site is, and how large it may be.

use std::fmt;
use std::io::Write;
use std::path::Path;

use crate::project;
use crate::stamp;
use crate::trouble::{Outcome, Trouble};

/// What the first load may cost, compressed, in bytes.
pub const FIRST_LOAD_BUDGET: usize = 200 * 1000;
/// Endings of the compressed copies.
const COMPRESSED: [&str; 2] = [".br", ".gz"];

/// One file of the built site.
#[derive(Debug)]
pub struct File {
    /// Its name in `dist/`.
    pub name: String,
    /// Its size as it lies there.
    pub raw: usize,
    /// Its size as a browser gets it.
    pub brotli: usize,
    /// Whether the first visit fetches it.
    pub first_load: bool,
}

/// The sizes of a built site.
#[derive(Debug)]
pub struct Sizes {
    /// Every file but the compressed copies.
    pub files: Vec<File>,
}

impl Sizes {
    /// Reads a built site. The first load is the page and what it names; of the languages' texts, which the page names
    /// all, the largest. What is fetched once the page is painted is not part of it: the service worker, and the texts
    /// that are read later, and the parts of the WebAssembly that are loaded on demand.
    pub fn of(dist: &Path) -> Outcome<Self> {
        let page = project::read_text(&dist.join("index.html"))?;
        let named = stamp::named_files(&page);
        let later = files_for_later(&page);
        let mut files = Vec::new();
        for name in originals(dist)? {
            let bytes = project::read_bytes(&dist.join(&name))?;
            let kept = dist.join(format!("{name}.br"));
            let brotli = if kept.is_file() {
                project::read_bytes(&kept)?.len()
            } else {
                brotli(&bytes)?.len()
            };
            let first_load = name == "index.html" || (named.contains(&name) && !later.contains(&name.as_str()));
            files.push(File {
                raw: bytes.len(),
                brotli,
                first_load,
                name,
            });
        }
        let largest = files.iter().filter(|file| is_texts(file)).map(|file| file.brotli).max();
        for file in files.iter_mut().filter(|file| is_texts(file)) {
            file.first_load = Some(file.brotli) == largest;
        }
        Ok(Self { files })
    }

    /// What the first load costs, compressed.
    pub fn first_load(&self) -> usize {
        self.files
            .iter()
            .filter(|file| file.first_load)
            .map(|file| file.brotli)
            .sum()
    }

    /// The trouble of a first load over its budget.
    pub fn check(&self) -> Outcome {
        let total = self.first_load();
        if total <= FIRST_LOAD_BUDGET {
            return Ok(());
        }
        Err(Trouble::new(
            "size budget",
            format!(
                "the first load is {total} bytes, {} over its budget",
                total - FIRST_LOAD_BUDGET
            ),
        )
        .type_this("cargo xtask bench --only sizes"))
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<36} {:>10} {:>10}", "file", "bytes", "brotli")?;
        for file in &self.files {
            let later = if file.first_load { "" } else { "  later" };
            writeln!(f, "{:<36} {:>10} {:>10}{later}", file.name, file.raw, file.brotli)?;
        }
        let total = self.first_load();
        let share = total * 100 / FIRST_LOAD_BUDGET;
        write!(
            f,
            "first load, brotli: {total} of {FIRST_LOAD_BUDGET} bytes ({share} %)"
        )
    }
}

/// The files that the page fetches only after it was painted.
fn files_for_later(page: &str) -> Vec<&str> {
    let later = |element: &&str| matches!(stamp::attribute(element, "rel"), Some("later" | "reading"));
    stamp::elements(page).filter(later).filter_map(stamp::address).collect()
}

/// Whether a file holds the texts of a language.
fn is_texts(file: &File) -> bool {
    file.name.starts_with("texts-")
}

/// Writes the `.br` and `.gz` of every file, so that any static host can send them.
pub fn compress(dist: &Path) -> Outcome {
    for name in originals(dist)? {
        let bytes = project::read_bytes(&dist.join(&name))?;
        project::write(&dist.join(format!("{name}.br")), brotli(&bytes)?)?;
        project::write(&dist.join(format!("{name}.gz")), gzip(&bytes)?)?;
    }
    Ok(())
}

/// The files that are not compressed copies of others.
fn originals(dist: &Path) -> Outcome<Vec<String>> {
    let mut names = project::file_names(dist)?;
    names.retain(|name| !COMPRESSED.iter().any(|ending| name.ends_with(ending)));
    Ok(names)
}

/// Brotli at its best quality, with its largest window.
fn brotli(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    let mut input = bytes;
    brotli::BrotliCompress(&mut input, &mut compressed, &parameters)
        .map_err(|error| Trouble::new("brotli", error.to_string()))?;
    Ok(compressed)
}

/// Gzip at its best quality.
fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .map_err(|error| Trouble::new("gzip", error.to_string()))
}
