//! Workbooks of wards, each read, verified and compared with what its packet gives. Nothing of the office is needed for
//! that, so they are read side by side.

use std::fs::File;
use std::io::Read;
use std::num::NonZero;
use std::path::Path;
use std::thread;

use domain::packet::{Packet, Sealed};
use workbook::import::{MOST_BYTES, Problem, ProblemCode};
use workbook::packet::{Edits, LAYOUT, NoPacket, edits, read};

use super::reason::{PacketCode, PacketReason};
use crate::error::file_name;

/// A file and what it gave.
pub(super) struct Seen {
    pub(super) path: String,
    /// Without its folder.
    pub(super) file: String,
    pub(super) found: Result<Found, Box<Refused>>,
}

/// A packet whose seal is whole and whose workbook says what it holds.
pub(super) struct Found {
    pub(super) packet: Packet,
    pub(super) sealed: Sealed,
    pub(super) digest: [u8; 32],
    /// Its cells could not be compared: another version arranges its pages otherwise.
    pub(super) other_layout: bool,
}

/// Why a file is passed over whatever is held.
pub(super) struct Refused {
    pub(super) reason: PacketReason,
    pub(super) ward: Option<String>,
    pub(super) edits: Edits,
}

impl<R: Into<PacketReason>> From<R> for Box<Refused> {
    fn from(reason: R) -> Self {
        Self::new(Refused { reason: reason.into(), ward: None, edits: Edits::default() })
    }
}

/// Whether a workbook's cells are laid beside what its packet gives: it is most of the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cells {
    Compared,
    Unseen,
}

/// What each file gives, in the order of the paths.
pub(super) fn look_into(paths: &[String], cells: Cells) -> Vec<Seen> {
    /// More would hold more workbooks in memory than an office computer has.
    const MOST_HANDS: usize = 4;
    let hands = thread::available_parallelism().map_or(1, NonZero::get).min(MOST_HANDS);
    let share = paths.len().div_ceil(hands).max(1);
    thread::scope(|scope| {
        let work =
            |paths| scope.spawn(move || <[String]>::iter(paths).map(|path| seen(path, cells)).collect::<Vec<Seen>>());
        let hands: Vec<_> = paths.chunks(share).map(|paths| (paths, work(paths))).collect();
        let done = |(paths, hand): (&[String], thread::ScopedJoinHandle<'_, Vec<Seen>>)| {
            // A hand that fell gives each of its files as damaged.
            hand.join().unwrap_or_else(|_| paths.iter().map(|path| fallen(path)).collect())
        };
        hands.into_iter().flat_map(done).collect()
    })
}

fn seen(path: &str, cells: Cells) -> Seen {
    let file = file_name(Path::new(path));
    let found = bytes_of(Path::new(path), &file).map_err(Box::from).and_then(|bytes| found(&file, &bytes, cells));
    Seen { path: path.to_owned(), file, found }
}

fn fallen(path: &str) -> Seen {
    let found = Err(NoPacket::Damaged.into());
    Seen { path: path.to_owned(), file: file_name(Path::new(path)), found }
}

/// A file that is too large is refused before a byte of it is read.
fn bytes_of(path: &Path, name: &str) -> Result<Vec<u8>, NoPacket> {
    let unreadable = || NoPacket::File(Problem::of(ProblemCode::FileUnreadable).with("file", name));
    let file = File::open(path).map_err(|_| unreadable())?;
    let about = file.metadata().map_err(|_| unreadable())?;
    if !about.is_file() {
        return Err(unreadable());
    }
    let mut bytes = Vec::new();
    if about.len() <= MOST_BYTES {
        // The file may grow while it is read.
        file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|_| unreadable())?;
    }
    if about.len().max(bytes.len() as u64) > MOST_BYTES {
        const MEGABYTE: u64 = 1024 * 1024;
        let size = about.len().max(bytes.len() as u64).div_ceil(MEGABYTE);
        let problem = Problem::of(ProblemCode::FileTooLarge).with("file", name);
        return Err(NoPacket::File(problem.with("size", size).with("most", MOST_BYTES / MEGABYTE)));
    }
    Ok(bytes)
}

fn found(name: &str, bytes: &[u8], cells: Cells) -> Result<Found, Box<Refused>> {
    let sealed = read(name, bytes)?;
    let packet = sealed.open()?;
    let other_layout = packet.layout != LAYOUT;
    if !other_layout && cells == Cells::Compared {
        let edits = edits(name, bytes, &packet)?;
        if !edits.is_empty() {
            let reason = PacketReason::of(PacketCode::Edited).with("count", &edits.count.to_string());
            let ward = Some(packet.report.issuer.short_name);
            return Err(Box::new(Refused { reason, ward, edits }));
        }
    }
    Ok(Found { digest: sealed.digest(), packet, sealed, other_layout })
}
