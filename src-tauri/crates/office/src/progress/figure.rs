use chrono::NaiveDate;
use domain::ids::{AccountId, AreaId, AttachmentId, SheetId};
use domain::progress::Figure;
use domain::sheet::{SheetKind, SheetState};
use domain::tally::BoxNo;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A figure with what it is made of.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FigureView {
    /// What it counts, where and until when: `Số người đã cài đặt, Hà Trì 1, đến hết ngày 16/11/2024`.
    pub words: String,
    /// As the progress shows it: what the bases and the sheets add up to.
    #[ts(type = "number | null")]
    pub value: Option<u64>,
    #[ts(type = "number | null")]
    pub of_bases: Option<u64>,
    #[ts(type = "number | null")]
    pub of_sheets: Option<u64>,
    /// Base figures in it, with their days and sources.
    pub bases: Vec<FigureBase>,
    /// Areas it leaves out.
    pub left_out: Vec<String>,
    /// One page of the sheets behind it, by day, area, team and number.
    pub sheets: Vec<FigureSheet>,
    /// How many there are in all.
    pub total: u32,
}

/// A base figure that is part of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FigureBase {
    pub area: String,
    /// `người từ 15 tuổi trở lên`.
    pub what: String,
    pub value: u32,
    pub as_of: NaiveDate,
    /// From whom; blank where several areas were added up.
    pub source: String,
}

/// A sheet that is part of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FigureSheet {
    pub id: SheetId,
    /// `482-1937`.
    pub code: String,
    pub kind: SheetKind,
    pub kind_word: String,
    pub area: Option<String>,
    /// The evening, or the day a self-report stands for.
    pub on: Option<NaiveDate>,
    pub team: Option<String>,
    /// Sheet n of N.
    pub n: u32,
    pub of: u32,
    pub state: SheetState,
    pub state_word: String,
    /// Boxes that enter the figure; none for a figure of sheets.
    pub boxes: Vec<FigureBox>,
    /// What the sheet brings: the sum of the boxes; `null` where all are blank or hidden.
    #[ts(type = "number | null")]
    pub sum: Option<u64>,
    /// Whoever asks is keying it a second time: its figures are hidden from them.
    pub hidden: bool,
    pub second: SecondState,
    pub second_word: String,
    /// Why an impossible figure was accepted.
    pub accepted_because: Option<String>,
    pub note: Option<String>,
    pub attachments: Vec<FigureScan>,
}

/// A box of a sheet with who keyed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FigureBox {
    pub no: BoxNo,
    pub label: String,
    /// `null`: blank, or hidden.
    pub value: Option<u32>,
    pub by_id: Option<AccountId>,
    pub by: Option<String>,
    /// RFC 3339 with offset.
    pub at: Option<String>,
}

/// A scan or photo kept with a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FigureScan {
    pub id: AttachmentId,
    pub name: String,
    pub mime: String,
}

/// How far a sheet's second keying is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SecondState {
    /// Keyed once.
    None,
    /// Some boxes are keyed twice.
    Begun,
    /// The two agree.
    Agreed,
    /// They differ, and nobody has decided.
    Disputed,
    /// A third person decided.
    Decided,
}

/// The sheets and bases behind a figure, a page at a time.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct GetFigure {
    pub figure: Figure,
    /// `null`: the whole ward.
    pub area: Option<AreaId>,
    /// One evening; `null`: everything until `to`.
    pub on: Option<NaiveDate>,
    /// As in `get_progress`.
    pub to: Option<NaiveDate>,
    /// Sheets to leave out at the beginning, and the most to answer (up to 200).
    pub after: u32,
    pub limit: u32,
}
