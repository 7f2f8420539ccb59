use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::form::{Form, Meaning};
use domain::ids::{AccountId, AreaId, AttachmentId, SheetId, TeamId};
use domain::progress::{BasePart, Figure, Gathering, gather};
use domain::sheet::{Sheet, SheetKind, SheetState};
use domain::tally::BoxNo;
use domain::verification::Stage;
use serde::{Deserialize, Serialize};
use store::{FIRST, Keyed};
use ts_rs::TS;

use super::get::Standing;
use crate::error::{Error, ErrorCode};
use crate::{Read, Result, View};

/// The most sheets of one page.
const PAGE: u32 = 200;

/// A figure with what it is made of.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FigureView {
    /// What it counts, where and until when: `Số người đã cài đặt, Hà Trì 1, đến hết ngày 16/11/2024`.
    pub words: String,
    /// As the progress shows it: what the bases and the sheets add up to. `null`: nothing was reported, or whoever asks
    /// is keying one of the sheets a second time.
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
    /// How far its second keying is.
    pub second: Stage,
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

impl Read for GetFigure {
    type Answer = FigureView;
    const NAME: &'static str = "get_figure";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<FigureView> {
        let standing = view.standing(view.get_campaign()?, self.to)?;
        let area = self.area.map(|id| standing.head(id));
        let gathering =
            gather(&standing.ground(None), self.figure, area, self.on).ok_or_else(|| Error::of(ErrorCode::Missing))?;
        let sheets = self.sheets(view, &standing, &gathering)?;
        let desk = Lookup::of(view, &standing)?;
        let hidden = sheets.iter().any(|(sheet, _)| desk.is_hidden(sheet));
        let page = sheets.iter().skip(self.after as usize).take(self.limit.min(PAGE) as usize);
        Ok(FigureView {
            value: gathering.value.filter(|_| !hidden),
            of_bases: gathering.of_bases(),
            of_sheets: gathering.of_sheets().filter(|_| !hidden),
            bases: gathering.bases.into_iter().map(FigureBase::of).collect(),
            left_out: gathering.left_out.into_iter().map(|a| a.name).collect(),
            words: gathering.words,
            total: crate::book::count(sheets.len()),
            sheets: page.map(|(sheet, boxes)| desk.sheet(sheet, boxes)).collect::<Result<_>>()?,
        })
    }
}

impl GetFigure {
    /// Every sheet that enters, with what its boxes are to mean.
    fn sheets(
        &self,
        view: &View<'_>,
        standing: &Standing,
        gathering: &Gathering,
    ) -> Result<Vec<(Sheet, Vec<Meaning>)>> {
        let all = match self.on {
            Some(on) => view.list_sheets_of_evening(standing.campaign.id, on)?,
            None => view.list_sheets(standing.campaign.id)?,
        };
        let entering = |sheet: Sheet| {
            let boxes = gathering.entering.boxes(&sheet, standing.head(sheet.area?))?.to_vec();
            Some((sheet, boxes))
        };
        Ok(all.into_iter().filter_map(entering).collect())
    }
}

impl FigureBase {
    fn of(part: BasePart) -> Self {
        let BasePart { area, what, known, source } = part;
        Self { area: area.name, what: what.to_owned(), value: known.value, as_of: known.as_of, source }
    }
}

/// What the lines of a page are looked up in.
struct Lookup<'a> {
    view: &'a View<'a>,
    areas: BTreeMap<AreaId, String>,
    teams: BTreeMap<TeamId, String>,
    forms: BTreeMap<domain::ids::FormId, Form>,
    names: Box<dyn Fn(AccountId) -> String>,
    blind: std::collections::BTreeSet<SheetId>,
}

impl<'a> Lookup<'a> {
    fn of(view: &'a View<'a>, standing: &Standing) -> Result<Self> {
        let campaign = standing.campaign.id;
        Ok(Self {
            view,
            areas: view.list_areas(campaign)?.into_iter().map(|a| (a.id, a.name)).collect(),
            teams: view.list_teams(campaign)?.into_iter().map(|t| (t.id, t.name)).collect(),
            forms: view.list_forms(campaign)?.into_iter().map(|f| (f.id, f)).collect(),
            names: Box::new(view.account_names()?),
            blind: view.blind_sheets()?,
        })
    }

    fn is_hidden(&self, sheet: &Sheet) -> bool {
        self.blind.contains(&sheet.id)
    }

    fn sheet(&self, sheet: &Sheet, meanings: &[Meaning]) -> Result<FigureSheet> {
        let form = self.forms.get(&sheet.form).ok_or_else(|| Error::of(ErrorCode::Missing))?;
        let boxes = self.boxes(sheet, form, meanings)?;
        let values: Vec<u64> = boxes.iter().filter_map(|b| b.value.map(u64::from)).collect();
        let keyings = self.view.keyings(sheet.id, form)?;
        let decided = keyings.boxes.iter().any(|(_, rounds)| rounds.third.is_some());
        let scan = |a: store::Attachment| FigureScan { id: a.id, name: a.name, mime: a.mime };
        Ok(FigureSheet {
            id: sheet.id,
            code: sheet.code.to_string(),
            kind: sheet.kind,
            kind_word: kind_word(sheet.kind).to_owned(),
            area: sheet.area.and_then(|id| self.areas.get(&id).cloned()),
            on: sheet.on,
            team: sheet.team.and_then(|id| self.teams.get(&id).cloned()),
            n: sheet.n,
            of: sheet.of,
            state: sheet.state,
            state_word: sheet.state.word().to_owned(),
            sum: (!values.is_empty()).then(|| values.iter().sum()),
            boxes,
            hidden: self.is_hidden(sheet),
            second: keyings.stage(),
            second_word: second_word(keyings.stage(), decided).to_owned(),
            accepted_because: sheet.accepted_because.clone(),
            note: sheet.note.clone(),
            attachments: self.view.list_attachments(sheet.id)?.into_iter().map(scan).collect(),
        })
    }

    /// Boxes of the sheet's own form that mean what the figure adds up.
    fn boxes(&self, sheet: &Sheet, form: &Form, meanings: &[Meaning]) -> Result<Vec<FigureBox>> {
        let keyed = if meanings.is_empty() { Vec::new() } else { self.view.list_keyed(sheet.id, FIRST)? };
        let entering = form.indicators.iter().filter(|i| meanings.contains(&i.meaning));
        let of = |no: &BoxNo| keyed.iter().find(|k: &&Keyed| k.no == *no);
        Ok(entering
            .map(|indicator| {
                let keyed = of(&indicator.no);
                FigureBox {
                    no: indicator.no.clone(),
                    label: indicator.label.clone(),
                    value: keyed.and_then(|k| k.value).filter(|_| !self.is_hidden(sheet)),
                    by_id: keyed.and_then(|k| k.by),
                    by: keyed.and_then(|k| k.by).map(&self.names),
                    at: keyed.map(|k| k.at.clone()),
                }
            })
            .collect())
    }
}

pub(crate) fn kind_word(kind: SheetKind) -> &'static str {
    match kind {
        SheetKind::Regular => "theo buổi",
        SheetKind::Spare => "dự phòng",
        SheetKind::SelfReport => "tự báo cáo",
        SheetKind::Summary => "tổng hợp buổi",
    }
}

fn second_word(stage: Stage, decided: bool) -> &'static str {
    match stage {
        Stage::Untouched => "nhập một lần",
        Stage::UnderWay => "đang nhập lần hai",
        Stage::NeedsAgain => "hai lần nhập khác nhau, chờ xem lại",
        Stage::NeedsThird => "hai lần nhập khác nhau, chờ người thứ ba",
        Stage::Agreed if decided => "người thứ ba đã quyết định",
        Stage::Agreed => "hai lần nhập khớp nhau",
    }
}
