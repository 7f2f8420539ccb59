//! A workbook's bytes, the same on every system.

use rust_xlsxwriter::{Workbook, XlsxError};

/// # Errors
/// A failure of the writer.
pub(crate) fn saved(book: &mut Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut bytes = book.save_to_buffer()?;
    let made = made_by_unix(&mut bytes);
    debug_assert!(made.is_some(), "the writer lays its archives out so");
    Ok(bytes)
}

/// A zip archive notes of each entry on which system it was made, and the writer cannot be told what to note
/// (APPNOTE 4.4.2, in the central directory, 4.3.12; its end, 4.3.16). Nothing is changed in what is not laid out so.
pub(crate) fn made_by_unix(zip: &mut [u8]) -> Option<()> {
    const END: usize = 22;
    const ENTRY: usize = 46;
    const UNIX: u8 = 3;
    let number = |zip: &[u8], at: usize| {
        zip.get(at..at + 2).and_then(|b| b.try_into().ok()).map(|b| usize::from(u16::from_le_bytes(b)))
    };
    // The writer puts no remark behind the end.
    let end = zip.len().checked_sub(END).filter(|end| zip[*end..].starts_with(b"PK\x05\x06"))?;
    let start = zip.get(end + 16..end + 20)?.try_into().ok().map(u32::from_le_bytes)?;
    let (mut entry, mut systems) = (usize::try_from(start).ok()?, vec![]);
    for _ in 0..number(zip, end + 10)? {
        zip.get(entry..).filter(|rest| rest.starts_with(b"PK\x01\x02"))?;
        systems.push(entry + 5);
        let [name, extra, remark] = [28, 30, 32].map(|at| number(zip, entry + at));
        entry += ENTRY + name? + extra? + remark?;
    }
    for system in systems {
        zip[system] = UNIX;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::write::SimpleFileOptions;
    use zip::{System, ZipArchive, ZipWriter};

    use super::*;

    fn archive(system: System) -> Vec<u8> {
        let mut to = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, words) in [("a.xml", "một"), ("thư mục/b.xml", "hai")] {
            let options = SimpleFileOptions::default().system(system).unix_permissions(0o600);
            to.start_file(name, options).expect("it starts");
            to.write_all(words.as_bytes()).expect("it writes");
        }
        to.finish().expect("it ends").into_inner()
    }

    #[test]
    fn an_archive_made_anywhere_is_the_same() {
        let mut made = archive(System::Dos);
        assert_ne!(made, archive(System::Unix));
        made_by_unix(&mut made).expect("it is laid out so");
        assert_eq!(made, archive(System::Unix));
    }

    #[test]
    fn every_part_of_a_workbook_says_so() {
        let mut book = Workbook::new();
        book.add_worksheet().write(0, 0, "Địa bàn").expect("a cell");
        let bytes = saved(&mut book).expect("in memory");
        assert_eq!(book.save_to_buffer().expect("in memory").len(), bytes.len());
        let entries = ZipArchive::new(Cursor::new(&bytes)).expect("an archive").len();
        let notes: Vec<u8> = bytes.windows(6).filter(|w| w.starts_with(b"PK\x01\x02")).map(|w| w[5]).collect();
        assert_eq!(notes, vec![3; entries]);
    }

    #[test]
    fn what_is_laid_out_otherwise_is_left_alone() {
        let whole = archive(System::Dos);
        for cut in [0, 1, 21, whole.len() - 1] {
            let mut bytes = whole[..cut].to_vec();
            assert_eq!(made_by_unix(&mut bytes), None);
            assert_eq!(bytes, whole[..cut]);
        }
        let mut bytes = whole.clone();
        let central = bytes.len() - 22 - 46;
        bytes[central - 20..central].fill(0xff);
        let before = bytes.clone();
        assert_eq!(made_by_unix(&mut bytes), None);
        assert_eq!(bytes, before);
    }
}
