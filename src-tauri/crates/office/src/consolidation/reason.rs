//! What is said of a packet, as codes. The words are in `assets/text/packets.vi.json`, one for each code, shared by
//! window and command line.

use domain::consolidation::{Note, Rank, Skip};
use domain::date::dmy;
use domain::packet::PacketError;
use serde::Serialize;
use ts_rs::TS;
use workbook::import::Problem;
use workbook::packet::NoPacket;

use crate::error::Params;

domain::codes! {
    /// Why a file is passed over, or what should be known of one that is taken in.
    pub enum PacketCode {
        // The file.
        /// Not a workbook that can be read: the problem says why.
        File,
        /// A workbook, but no report of this program.
        Absent,
        /// The hidden sheet is not whole.
        Damaged,
        TooLarge,
        /// Made by a later version of the program.
        Newer,
        /// Signature and content do not fit.
        Forged,
        /// Cells were changed after the program made the file.
        Edited,
        // Against the campaign and what is held.
        AnotherCampaign,
        Invented,
        AnotherKey,
        SeveralKeys,
        SameName,
        Same,
        Older,
        Twice,
        Superseded,
        // Of one that is taken in.
        Unissued,
        Replaces,
        /// Another version arranges its pages otherwise, so its cells were not compared.
        OtherLayout,
    }
}

/// A code with the values its words speak of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PacketReason {
    pub code: PacketCode,
    pub params: Params,
    /// Of a file that cannot be read.
    pub problem: Option<Problem>,
}

impl PacketReason {
    pub(super) fn of(code: PacketCode) -> Self {
        Self { code, params: Params::new(), problem: None }
    }

    pub(super) fn with(mut self, name: &str, value: &str) -> Self {
        self.params.insert(name.to_owned(), value.to_owned());
        self
    }

    fn with_rank(self, rank: &Rank) -> Self {
        self.with("to", &dmy(rank.to)).with("as_of", &dmy(rank.as_of))
    }

    /// `file` is how an arrival's file is called.
    pub(super) fn of_skip<'f>(skip: &Skip, file: impl Fn(usize) -> &'f str) -> Self {
        match skip {
            Skip::AnotherCampaign => Self::of(PacketCode::AnotherCampaign),
            Skip::Invented => Self::of(PacketCode::Invented),
            Skip::AnotherKey => Self::of(PacketCode::AnotherKey),
            Skip::SeveralKeys => Self::of(PacketCode::SeveralKeys),
            Skip::SameName { name } => Self::of(PacketCode::SameName).with("name", name),
            Skip::Same => Self::of(PacketCode::Same),
            Skip::Older(held) => Self::of(PacketCode::Older).with_rank(held),
            Skip::Twice { first } => Self::of(PacketCode::Twice).with("file", file(*first)),
            Skip::Superseded { by } => Self::of(PacketCode::Superseded).with("file", file(*by)),
        }
    }

    pub(super) fn of_note(note: &Note) -> Self {
        match note {
            Note::Unissued => Self::of(PacketCode::Unissued),
            Note::Replaces(held) => Self::of(PacketCode::Replaces).with_rank(held),
        }
    }
}

impl From<NoPacket> for PacketReason {
    fn from(none: NoPacket) -> Self {
        match none {
            NoPacket::File(problem) => Self { problem: Some(problem), ..Self::of(PacketCode::File) },
            NoPacket::Absent => Self::of(PacketCode::Absent),
            NoPacket::Newer(_) => Self::of(PacketCode::Newer),
            NoPacket::Damaged => Self::of(PacketCode::Damaged),
            NoPacket::TooLarge => Self::of(PacketCode::TooLarge),
        }
    }
}

impl From<PacketError> for PacketReason {
    fn from(error: PacketError) -> Self {
        match error {
            PacketError::Forged => Self::of(PacketCode::Forged),
            PacketError::Newer(_) => Self::of(PacketCode::Newer),
            PacketError::Unreadable(_) | PacketError::OutOfTime => Self::of(PacketCode::Damaged),
        }
    }
}
