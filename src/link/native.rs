//! Links where there is no browser: deflating and inflating by a crate.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

use super::{Broken, Contents, MOST_JSON, Opened, parse};

/// The fragment of a link, with its `#`; `None` when it holds more than a link can.
pub fn fragment(contents: &Contents) -> Option<String> {
    contents
        .fits()
        .then(|| contents.fragment(deflate(contents.json.as_bytes())))
}

/// What is in a link, or why it cannot be opened.
pub fn open(link: &str) -> Result<Opened, Broken> {
    let packed = parse(link)?;
    let json = inflate(&packed.deflated)?;
    packed.open(&json)
}

/// Raw deflate, as small as it goes.
pub fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    // Writing into memory does not fail.
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.unwrap_or_default()
}

fn inflate(deflated: &[u8]) -> Result<Vec<u8>, Broken> {
    let mut bytes = Vec::new();
    let mut decoder = DeflateDecoder::new(deflated);
    let read = (&mut decoder).take(MOST_JSON as u64 + 1).read_to_end(&mut bytes);
    if bytes.len() > MOST_JSON {
        return Err(Broken::TooLarge);
    }
    let whole = read.is_ok() && decoder.total_in() == deflated.len() as u64;
    if whole { Ok(bytes) } else { Err(Broken::Damaged) }
}
