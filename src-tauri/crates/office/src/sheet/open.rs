use chrono::NaiveDate;
use domain::account::Permission;
use domain::approval::Scope;
use domain::check::Failure;
use domain::form::{Form, Group};
use domain::ids::SheetId;
use domain::rescue::{Candidate, candidates};
use domain::sheet::{SheetKind, SheetState};
use domain::tally::{BoxNo, Tally};
use serde::{Deserialize, Serialize};
use store::FIRST;
use ts_rs::TS;

use super::flag::{SheetFlag, flags};
use super::moved::printed_for;
use crate::approval::Approved;
use crate::attachment::AttachmentRow;
use crate::error::{Error, ErrorCode};
use crate::{Read, Result, View};

/// A box as printed, with what was keyed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoxView {
    pub no: BoxNo,
    pub label: String,
    /// What to count in it, if the form says so.
    pub help: Option<String>,
    pub group: Group,
    pub group_word: String,
    /// The control total: compared, not counted, and no sheet waits for it.
    pub control: bool,
    /// Digits after which the cursor moves on by itself; `null` where Enter moves it, as on every sheet that
    /// adds up others.
    pub width: Option<u32>,
    /// `null`: blank, which is not zero.
    pub value: Option<u32>,
}

/// A sheet as the keying screen shows it: the paper, box by box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetView {
    pub code: String,
    pub kind: SheetKind,
    pub area_label: String,
    pub on: Option<NaiveDate>,
    /// `thứ Bảy`; blank without an evening.
    pub weekday: String,
    pub team_name: Option<String>,
    pub n: u32,
    pub of: u32,
    pub form_version: u32,
    pub state: SheetState,
    pub state_word: String,
    /// Why its evening was called off.
    pub called_off: Option<String>,
    pub accepted_because: Option<String>,
    pub boxes: Vec<BoxView>,
    pub missing: Vec<BoxNo>,
    pub failures: Vec<Failure>,
    /// Single changes that would repair the hard checks that fail, most likely first.
    pub rescues: Vec<Candidate>,
    /// Soft checks that do not hold, and whether somebody accepted them.
    pub flags: Vec<SheetFlag>,
    pub note: Option<String>,
    pub attachments: Vec<AttachmentRow>,
    /// Who keyed the box that was keyed last, and when (RFC 3339); `null` while nothing is keyed.
    pub keyed_by: Option<String>,
    pub keyed_at: Option<String>,
    /// Who approved its evening or report, so that it is locked.
    pub approved: Option<Approved>,
    /// Code of the spoilt or lost sheet that this one stands for.
    pub replaces: Option<String>,
    /// Code of the sheet whose code this second paper bears.
    pub copy_of: Option<String>,
    /// The day printed on the paper, where it is not `on`: the evening was moved after printing. The sheet is
    /// accepted all the same.
    pub printed_for: Option<NaiveDate>,
    /// Why it is void, lost or taken for a duplicate.
    pub state_because: Option<String>,
    /// Code of the spare that stands for this sheet.
    pub replaced_by: Option<String>,
    /// A spare of which nobody has said the evening: nothing is keyed from it before.
    pub loose: bool,
}

impl SheetView {
    pub(crate) fn of(view: &View<'_>, id: SheetId) -> Result<Self> {
        let sheet = view.get_sheet(id)?;
        let form = view.get_form(sheet.form)?;
        if view.is_blind(&sheet, &form)? {
            return Err(Error::of(ErrorCode::SecondKeyingUnderWay).with("code", sheet.code));
        }
        let tally = view.get_tally(id, FIRST)?;
        let campaign = view.get_campaign()?.id;
        let teams = view.list_teams(campaign)?;
        let area = sheet.area.map(|id| view.get_area(id)).transpose()?;
        let visit = sheet.visit.map(|id| view.get_visit(id)).transpose()?;
        let name = view.account_names()?;
        let keyed = view.list_keyed(id, FIRST)?;
        let last = keyed.iter().filter(|k| k.value.is_some()).max_by(|a, b| a.at.cmp(&b.at));
        let code_of = |id: SheetId| -> Result<String> { Ok(view.get_sheet(id)?.code.to_string()) };
        let approval = Scope::of(&sheet).map(|scope| view.find_approval(scope)).transpose()?.flatten();
        let (printed_for, loose) = (printed_for(view, &sheet, None)?, sheet.is_loose());
        Ok(Self {
            code: sheet.code.to_string(),
            kind: sheet.kind,
            area_label: area.map(|a| a.label()).unwrap_or_default(),
            on: sheet.on,
            weekday: sheet.on.map(|on| domain::date::weekday(on).to_owned()).unwrap_or_default(),
            team_name: sheet.team.and_then(|id| teams.into_iter().find(|t| t.id == id)).map(|t| t.name),
            n: sheet.n,
            of: sheet.of,
            form_version: form.version,
            state: sheet.state,
            state_word: sheet.state.word().to_owned(),
            called_off: visit.and_then(|v| v.cancelled),
            accepted_because: sheet.accepted_because,
            boxes: boxes(&form, &tally, matches!(sheet.kind, SheetKind::Regular | SheetKind::Spare)),
            missing: form.missing(&tally),
            failures: form.failures(&tally),
            rescues: candidates(&form, &tally),
            flags: flags(view, id, &form, &tally)?,
            note: sheet.note,
            attachments: view.attachments_of(id)?,
            approved: approval.map(|approval| Approved::of(&approval, &name)),
            keyed_by: last.and_then(|k| k.by).map(&name),
            keyed_at: last.map(|k| k.at.clone()),
            replaces: sheet.replaces.map(code_of).transpose()?,
            copy_of: sheet.copy_of.map(code_of).transpose()?,
            printed_for,
            replaced_by: view.find_replacement(id)?.map(|code| code.to_string()),
            loose,
            state_because: sheet.state_because,
        })
    }
}

/// The form's boxes in the paper's order, the control total last.
pub(super) fn boxes(form: &Form, tally: &Tally, one_team: bool) -> Vec<BoxView> {
    let mut boxes: Vec<BoxView> = form
        .indicators
        .iter()
        .map(|i| BoxView {
            no: i.no.clone(),
            label: i.label.clone(),
            help: i.help.clone(),
            group: i.group,
            group_word: i.group.word().to_owned(),
            control: false,
            width: i.width.filter(|_| one_team),
            value: tally.get(&i.no),
        })
        .collect();
    if let (true, Some(last)) = (form.control, boxes.last()) {
        boxes.push(BoxView {
            no: BoxNo::CONTROL,
            label: form.control_words(),
            help: None,
            group: last.group,
            group_word: last.group_word.clone(),
            control: true,
            width: None,
            value: tally.get(&BoxNo::CONTROL),
        });
    }
    boxes
}

/// Opens a sheet by its code or QR. Opening writes nothing.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OpenSheet {
    pub code: String,
}

impl Read for OpenSheet {
    type Answer = SheetView;
    const NAME: &'static str = "open_sheet";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<SheetView> {
        let found = view.found(&self.code)?;
        let printed_for = printed_for(view, &found.sheet, found.qr.as_ref())?;
        Ok(SheetView { printed_for, ..SheetView::of(view, found.sheet.id)? })
    }
}
