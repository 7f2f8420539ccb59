//! Reports of many wards brought together: their workbooks are taken in by the packet each carries.
//!
//! A consolidating office is an office file like any other; its campaign says which app, which days and which targets.
//! It names the wards it waits for as areas of that campaign, if it wants to be told which are missing.

mod begin;
mod drop;
mod files;
mod held;
mod list;
mod make;
mod reason;
mod take;
mod weigh;

pub use begin::{BeginConsolidation, begin, look};
pub use drop::DropWard;
pub use held::ward_packets;
pub use list::{ListWards, WardList, WardRow, WardsSum};
pub use make::{ConsolidatedDocx, ConsolidatedPdf, ConsolidatedXlsx};
pub use reason::{PacketCode, PacketReason};
pub use take::{LookAtPackets, TakePackets};
pub use weigh::{CellEdit, PacketAction, PacketLine, PacketsTaken};
