//! The number that stands for a text where the texts themselves are elsewhere. Shared, as a file, with `xtask`.

/// A number below 2²⁴ made from one text in its three languages: FNV-1a, folded. Three bytes are what a program that
/// names its texts by number, and the list of these numbers beside the texts, each pay for a text after compression;
/// `cargo xtask texts` refuses two texts with one number.
pub const fn key(texts: [&str; 3]) -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    let [en, fr, it] = texts;
    let mut left: &[&[u8]] = &[en.as_bytes(), fr.as_bytes(), it.as_bytes()];
    while let [text, rest @ ..] = left {
        let mut bytes = *text;
        while let [byte, rest @ ..] = bytes {
            hash = step(hash, *byte);
            bytes = rest;
        }
        // No text holds this byte: it is no UTF-8.
        hash = step(hash, 0xff);
        left = rest;
    }
    (hash >> 24) ^ (hash & 0x00ff_ffff)
}

/// Takes one byte into the number.
const fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

/// Stands for a line break in a file of one text per line. No text holds it.
pub const LINE_BREAK: &str = "\u{1f}";
