//! Every artefact in one zip: stored as it is, in the order of the names, with one date for
//! all, so that the same plan gives the same bytes on any machine.
//!
//! Written here because the smallest crate that writes zips adds 28 kB to the download
//! (rawzip 0.5.2, brotli), more than it would spare by compressing.

use crc::{CRC_32_ISO_HDLC, Crc};

use super::{Artefact, Context, artefacts};

/// 1 January 1980, 00:00: the first that a zip can hold.
const DATE: u16 = (1 << 5) | 1;

/// Version 2.0, which every reader knows.
const VERSION: u16 = 20;

/// The bytes of the zip.
pub fn bundle(context: &Context<'_>) -> Vec<u8> {
    let mut files = artefacts(context);
    files.sort_by_key(|file| file.file_name);
    zip(&files)
}

fn zip(files: &[Artefact]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    for file in files {
        let start = number(bytes.len());
        let common = common(file);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&common);
        bytes.extend(file.file_name.as_bytes());
        bytes.extend(file.content.as_bytes());

        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&common);
        directory.extend([0; 10]); // no comment, first disk, no attributes
        directory.extend(start.to_le_bytes());
        directory.extend(file.file_name.as_bytes());
    }
    let count = u16::try_from(files.len()).unwrap_or(u16::MAX).to_le_bytes();
    let start = number(bytes.len());
    let length = number(directory.len());
    bytes.extend(directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([count, count].concat());
    bytes.extend(length.to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend([0; 2]); // no comment
    bytes
}

/// What stands before a file and again in the directory.
fn common(file: &Artefact) -> Vec<u8> {
    let content = file.content.as_bytes();
    let name = u16::try_from(file.file_name.len()).unwrap_or(u16::MAX);
    let mut bytes = Vec::new();
    for half in [VERSION, 0, 0, 0, DATE] {
        bytes.extend(half.to_le_bytes()); // no flags, not compressed, midnight
    }
    bytes.extend(Crc::<u32>::new(&CRC_32_ISO_HDLC).checksum(content).to_le_bytes());
    bytes.extend([number(content.len()).to_le_bytes(); 2].concat());
    bytes.extend([name, 0].map(u16::to_le_bytes).concat());
    bytes
}

/// All artefacts together are far from 4 GB.
fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::ARTEFACTS;
    use crate::plan::{Plan, note};
    use crate::text::Lang;

    /// The directory's names, with the content that each points at.
    fn read(zip: &[u8]) -> Vec<(String, String)> {
        let at = |start: usize, length: usize| &zip[start..start + length];
        let half = |start| usize::from(u16::from_le_bytes(at(start, 2).try_into().unwrap()));
        let word = |start| u32::from_le_bytes(at(start, 4).try_into().unwrap());
        let size = |start| usize::try_from(word(start)).unwrap();
        let end = zip.len() - 22;
        assert_eq!(at(end, 4), b"PK\x05\x06");
        let mut entry = size(end + 16);
        let mut files = Vec::new();
        for _ in 0..half(end + 10) {
            assert_eq!(at(entry, 4), b"PK\x01\x02");
            let (name, length, start) = (half(entry + 28), size(entry + 24), size(entry + 42));
            assert_eq!(at(start, 4), b"PK\x03\x04");
            let text = |start, length| String::from_utf8(at(start, length).to_vec()).unwrap();
            assert_eq!(at(start + 30, name), at(entry + 46, name));
            let content = text(start + 30 + name, length);
            let crc = Crc::<u32>::new(&CRC_32_ISO_HDLC).checksum(content.as_bytes());
            assert_eq!(crc, word(entry + 16));
            files.push((text(entry + 46, name), content));
            entry += 46 + name;
        }
        assert_eq!(entry, end, "nothing stands between the directory and the end");
        files
    }

    #[test]
    fn the_zip_holds_every_artefact_once_in_the_order_of_names() {
        let plan = Plan { name: "../../\u{202e}a\0/".repeat(9), ..note() };
        let context = Context { plan: &plan, link: "https://headroom.example/#2A", lang: Lang::Es };
        let found = read(&bundle(&context));
        let mut wanted: Vec<(String, String)> = artefacts(&context)
            .into_iter()
            .map(|file| (file.file_name.to_owned(), file.content))
            .collect();
        wanted.sort();
        assert_eq!(found, wanted);
        assert_eq!(found.len(), ARTEFACTS.len());
    }

    #[test]
    fn names_of_files_are_plain_and_given_once() {
        for (at, id) in ARTEFACTS.iter().enumerate() {
            let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_');
            assert!(id.key().chars().all(plain) && !id.key().starts_with('.'), "{}", id.key());
            assert!(
                ARTEFACTS[at + 1..].iter().all(|other| !other.key().eq_ignore_ascii_case(id.key()))
            );
        }
    }
}
