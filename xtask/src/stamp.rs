//! Reading the built page, and marking a build as a release: its name on the page, its files in the service worker.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use crate::project;
use crate::trouble::{Outcome, Trouble};

/// The line of sw.js that a release replaces.
const WORKER_LINE: &str = "const release = { name: \"\", files: [] };";
/// Files that the page needs though no element of it names them.
const UNNAMED: [&str; 1] = ["icons.svg"];

/// Puts the release's name into the page and its files into the service worker. The name is made from
/// the content, so that an unchanged release keeps its cache.
pub fn stamp(dist: &Path) -> Outcome {
    let page_path = dist.join("index.html");
    let worker_path = dist.join("sw.js");
    let page = project::read_text(&page_path)?;
    let worker = project::read_text(&worker_path)?;
    let files = named_files(&page);

    let mut digest = Sha384::new();
    digest.update(&page);
    digest.update(&worker);
    for file in &files {
        digest.update(project::read_bytes(&dist.join(file))?);
    }
    let name = short(&digest.finalize());

    let list: Vec<String> = files.iter().map(|file| format!("\"{file}\"")).collect();
    let line = format!("const release = {{ name: \"{name}\", files: [{}] }};", list.join(", "));
    project::write(&worker_path, replaced_once(&worker, WORKER_LINE, &line, "sw.js")?)?;
    let mark = format!("<meta name=\"release\" content=\"{name}\">\n</head>");
    let marked = replaced_once(&page, "</head>", &mark, "index.html")?;
    project::write(&page_path, with_quiet_preload(&marked))
}

/// Browsers ignore `integrity` on a preload of this kind, and say so on every visit. boot.js, which does enforce it,
/// reads it from `data-integrity` as well.
fn with_quiet_preload(page: &str) -> String {
    let preload = elements(page).find(|element| attribute(element, "as") == Some("fetch"));
    preload.map_or_else(
        || page.to_owned(),
        |element| page.replace(element, &element.replace(" integrity=", " data-integrity=")),
    )
}

/// The text with its one occurrence of `from` replaced.
pub fn replaced_once(text: &str, from: &str, to: &str, file: &str) -> Outcome<String> {
    match text.matches(from).count() {
        1 => Ok(text.replace(from, to)),
        count => Err(Trouble::new(
            "release stamp",
            format!("`{file}` holds `{from}` {count} times instead of once"),
        )),
    }
}

/// What the page needs besides itself: every local file it names, and those only scripts know.
pub fn named_files(page: &str) -> Vec<String> {
    let named = elements(page).filter_map(address).map(str::to_owned);
    let mut files: Vec<String> = named.chain(UNNAMED.map(str::to_owned)).collect();
    files.sort();
    files.dedup();
    files
}

/// The start tags of the page that can name a file, comments left out.
pub fn elements(page: &str) -> impl Iterator<Item = &str> {
    page.split('<')
        .filter(|part| part.starts_with("link ") || part.starts_with("script "))
        .filter_map(|part| part.split('>').next())
}

/// The local file an element names.
pub fn address(element: &str) -> Option<&str> {
    let address = attribute(element, "href").or_else(|| attribute(element, "src"))?;
    let local = !address.contains(':') && !address.starts_with("//");
    local.then(|| address.trim_start_matches("./"))
}

/// The value of an attribute, in double quotes or bare.
pub fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    let value = element.split_once(&format!(" {name}="))?.1;
    match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => value.split_whitespace().next(),
    }
}

/// Enough of a digest to tell contents apart, as twelve hexadecimal digits.
fn short(digest: &[u8]) -> String {
    digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// The same of these bytes: for a name that changes with the content.
pub fn short_hash(bytes: &[u8]) -> String {
    short(&Sha384::digest(bytes))
}

/// The value of an `integrity` attribute for these bytes.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<head><!-- <b> --><script src="./boot-1.js" integrity="sha384-x"></script>
        <link rel="icon" href="favicon.svg"><link rel="preload" href="./app.wasm" as="fetch">
        <link rel="canonical" href="https://example.org/"></head>"#;

    #[test]
    fn the_files_of_a_page_are_the_local_ones_it_names() {
        assert_eq!(named_files(PAGE), ["app.wasm", "boot-1.js", "favicon.svg", "icons.svg"]);
    }

    #[test]
    fn only_the_preload_hides_its_integrity() {
        let page = r#"<script src="a.js" integrity="x"></script><link rel="preload" as="fetch" integrity="y">"#;
        assert_eq!(
            with_quiet_preload(page),
            r#"<script src="a.js" integrity="x"></script><link rel="preload" as="fetch" data-integrity="y">"#
        );
    }

    #[test]
    fn integrity_is_the_base64_of_sha384() {
        let of_nothing = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert_eq!(integrity(b""), of_nothing);
    }

    #[test]
    fn a_worker_without_the_line_to_replace_is_refused() {
        assert!(replaced_once("nothing here", WORKER_LINE, "", "sw.js").is_err());
    }
}
