//! A ZIP archive, written in memory. Its own hundred lines: a bundle needs none of what a crate brings (reading, encryption,
//! other methods), and every byte of it would be downloaded. Tested against the crate.

use crate::link::crc32;
use crate::model::CalendarDate;

/// A file of an archive.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// Its name; slashes make folders.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
    /// The same raw-deflated, when somebody did that; used where it is smaller.
    pub deflated: Option<&'a [u8]>,
}

/// The version that is needed to extract: 2.0, for deflate and folders.
const NEEDS: u16 = 20;
/// Names are UTF-8.
const UTF_8: u16 = 1 << 11;

/// The archive of these files, all with this date at midnight. `None` when they are more than the format can count: 65 535
/// files, 4 GiB, names of 64 KiB.
pub fn zip(files: &[File], date: CalendarDate) -> Option<Vec<u8>> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for file in files {
        let smaller = file.deflated.filter(|deflated| deflated.len() < file.bytes.len());
        let (method, stored) = smaller.map_or((0, file.bytes), |deflated| (8, deflated));
        let offset = u32::try_from(out.len()).ok()?;
        let mut shared = Vec::with_capacity(26);
        for field in [NEEDS, UTF_8, method, 0, dos_date(date)] {
            shared.extend(field.to_le_bytes());
        }
        shared.extend(crc32(file.bytes).to_le_bytes());
        for length in [stored.len(), file.bytes.len()] {
            shared.extend(u32::try_from(length).ok()?.to_le_bytes());
        }
        shared.extend(u16::try_from(file.name.len()).ok()?.to_le_bytes());
        // No extra field.
        shared.extend(0_u16.to_le_bytes());

        out.extend(b"PK\x03\x04");
        out.extend(&shared);
        out.extend(file.name.as_bytes());
        out.extend(stored);

        directory.extend(b"PK\x01\x02");
        directory.extend(NEEDS.to_le_bytes());
        directory.extend(&shared);
        // No comment, the first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(file.name.as_bytes());
    }
    let count = u16::try_from(files.len()).ok().filter(|count| *count < u16::MAX)?;
    let offset = u32::try_from(out.len()).ok()?;
    let length = u32::try_from(directory.len()).ok()?;
    out.append(&mut directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(length.to_le_bytes());
    out.extend(offset.to_le_bytes());
    out.extend(0_u16.to_le_bytes());
    Some(out)
}

/// A day as MS-DOS counts them: 1980 to 2107.
fn dos_date(date: CalendarDate) -> u16 {
    let year = date.year().clamp(1980, 2107) - 1980;
    year << 9 | u16::from(date.month()) << 5 | u16::from(date.day())
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use super::*;
    use crate::link::native::deflate;
    use proptest::prelude::*;
    use zip::ZipArchive;

    const DAY: CalendarDate = CalendarDate::new(2026, 11, 22);

    fn read_back(archive: &[u8]) -> Vec<(String, Vec<u8>)> {
        let mut archive = ZipArchive::new(Cursor::new(archive)).expect("an archive");
        (0..archive.len())
            .map(|index| {
                let mut file = archive.by_index(index).expect("a file");
                let mut bytes = Vec::new();
                file.read_to_end(&mut bytes).expect("whole");
                let at = file.last_modified().expect("a date");
                assert_eq!((at.year(), at.month(), at.day(), at.hour()), (2026, 11, 22, 0));
                (file.name().expect("UTF-8").to_string(), bytes)
            })
            .collect()
    }

    #[test]
    fn an_empty_archive_is_one() {
        assert_eq!(read_back(&zip(&[], DAY).expect("an archive")), []);
    }

    #[test]
    fn what_was_deflated_is_taken_where_it_is_smaller() {
        let long = b"the same again and again, ".repeat(40);
        let (deflated, larger) = (deflate(&long), deflate(b"x"));
        let file = |bytes, deflated| File {
            name: "réseau/😀.txt",
            bytes,
            deflated: Some(deflated),
        };
        let archive = zip(&[file(&long, &deflated), file(b"x", &larger)], DAY).expect("an archive");
        assert!(archive.len() < 400);
        let back = read_back(&zip(&[file(&long, &deflated)], DAY).expect("an archive"));
        assert_eq!(back, [("réseau/😀.txt".to_owned(), long)]);
    }

    #[test]
    fn what_the_format_cannot_count_is_refused() {
        let name = "n".repeat(70_000);
        let file = |name| File {
            name,
            bytes: b"",
            deflated: None,
        };
        assert_eq!(zip(&[file(&name)], DAY), None);
        assert_eq!(zip(&vec![file("n"); 65_535], DAY), None);
    }

    proptest! {
        #[test]
        fn the_crate_reads_back_what_was_written(
            files in prop::collection::btree_map("[a-zé ]{1,8}(/[a-z]{1,4}\\.json)?", prop::collection::vec(any::<u8>(), 0..300), 0..6),
            pressed in any::<bool>(),
        ) {
            let files: Vec<(String, Vec<u8>)> = files.into_iter().collect();
            let deflated: Vec<Vec<u8>> = files.iter().map(|(_, bytes)| deflate(bytes)).collect();
            let listed: Vec<File> = files.iter().zip(&deflated).map(|((name, bytes), deflated)| File {
                name,
                bytes,
                deflated: pressed.then_some(deflated),
            }).collect();
            prop_assert_eq!(read_back(&zip(&listed, DAY).expect("an archive")), files);
        }
    }
}
