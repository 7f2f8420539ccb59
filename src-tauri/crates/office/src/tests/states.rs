//! An evening with a sheet in every state, brought there by the deeds that bring one there.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::account::Role;
use domain::ids::VisitId;
use domain::sheet::SheetState;
use store::Account;

use super::kit::Ward;
use crate::account::AddAccount;
use crate::approval::ApproveEvening;
use crate::duplicate::{DecideCopy, KeyCopy, SetAside};
use crate::sheet::{
    BoxEntry, HandOut, ListSheets, LoseSheet, NumberSheets, SetBoxes, SheetRow, SheetView, WithdrawSheet,
};
use crate::verification::SetSecondBoxes;

/// What a sound sheet says; no two sheets of [`Evening`] say the same.
pub(super) fn figures(n: u32) -> Vec<BoxEntry> {
    let met = 27 + n;
    let people = 2 * met + 7;
    [met + 5, met, 5, people, people - 7, 9, met + 14, met + 17, met + 13]
        .iter()
        .zip(1..)
        .map(|(value, no)| BoxEntry::of(no, value))
        .collect()
}

pub(super) fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, d).expect("a day of November")
}

/// People who keep each other honest: two who key, a leader, one for outreach, one for everything.
pub(super) fn staff(ward: &mut Ward) {
    let people = [
        ("Lê Thị Bích", Role::Clerk),
        ("Trần Văn Đơ", Role::Clerk),
        ("Nguyễn Văn Chủ", Role::Leadership),
        ("Phạm Thị Loan", Role::Outreach),
    ];
    for (name, role) in people {
        ward.office.write(AddAccount { name: name.into(), role, pin: None }).expect("an account");
    }
}

impl Ward {
    /// Signs in whoever has this role, the first of several.
    pub(super) fn as_role(&mut self, role: Role) -> Account {
        self.as_who(|a| a.role == role)
    }

    pub(super) fn as_named(&mut self, name: &str) -> Account {
        self.as_who(|a| a.name == name)
    }

    fn as_who(&mut self, is: impl Fn(&Account) -> bool) -> Account {
        let accounts = self.office.view().list_accounts().expect("accounts");
        let who = accounts.into_iter().find(|a| is(a)).expect("somebody like that");
        self.office.set_who(Some(who.clone()));
        who
    }

    pub(super) fn sheets_of(&self, on: NaiveDate) -> Vec<SheetRow> {
        let which = ListSheets { evening: Some(on), ..ListSheets::default() };
        self.office.read(which).expect("sheets")
    }

    pub(super) fn key(&mut self, code: &str, boxes: Vec<BoxEntry>) -> crate::Result<SheetView> {
        Ok(self.office.write(SetBoxes { code: code.into(), boxes, cursor: None })?.answer)
    }

    pub(super) fn key_second(&mut self, code: &str, boxes: Vec<BoxEntry>) -> crate::Result<()> {
        self.office.write(SetSecondBoxes { code: code.into(), boxes, cursor: None }).map(|_| ())
    }

    pub(super) fn state_of(&self, code: &str) -> SheetState {
        self.office.view().sheet_of(code).expect("a sheet").state
    }

    /// Numbers an evening; codes of its sheets, its spares and its summary.
    pub(super) fn numbered(&mut self, on: NaiveDate, count: u32, spare: u32) -> (Vec<String>, Vec<String>, String) {
        let number = NumberSheets { evening: Some(on), count, spare, summary: true, loose: 0 };
        self.office.write(number).expect("codes");
        let rows = self.sheets_of(on);
        let of = |kind| rows.iter().filter(|s| s.kind == kind).map(|s| s.code.clone()).collect::<Vec<_>>();
        use domain::sheet::SheetKind::{Regular, Spare, Summary};
        (of(Regular), of(Spare), of(Summary).pop().expect("a summary"))
    }
}

/// Codes of an evening's sheets by state; `Duplicate` is one set aside, `copy` a second paper.
pub(super) struct Evening {
    pub on: NaiveDate,
    pub visit: VisitId,
    pub sheets: BTreeMap<SheetState, String>,
    pub copy: String,
    pub summary: String,
    /// A second spare, ready.
    pub spare: String,
}

impl Evening {
    /// An evening that is over, with a sheet in every state but locked.
    pub(super) fn of(ward: &mut Ward, on: NaiveDate) -> Self {
        ward.as_named("Lê Thị Bích");
        let (codes, spares, summary) = ward.numbered(on, 9, 2);
        let view = ward.office.view();
        let visits = view.list_visits(view.get_campaign().expect("a campaign").id).expect("visits");
        let visit = visits.iter().find(|v| v.on == on).expect("an evening").id;
        let sheets = BTreeMap::from([
            (SheetState::Printed, codes[0].clone()),
            (SheetState::Spare, spares[0].clone()),
            (SheetState::HandedOut, codes[1].clone()),
            (SheetState::Returned, codes[2].clone()),
            (SheetState::Keyed, codes[3].clone()),
            (SheetState::Verified, codes[4].clone()),
            (SheetState::Void, codes[5].clone()),
            (SheetState::Duplicate, codes[6].clone()),
            (SheetState::Lost, codes[7].clone()),
        ]);
        let hand_out = HandOut { evening: None, codes: vec![codes[1].clone()], holder: None, on: None };
        ward.office.write(hand_out).expect("given out");
        // Every box is keyed, and the last cannot be.
        let mut impossible = figures(0);
        impossible[8] = BoxEntry::of(9, 999);
        ward.key(&codes[2], impossible).expect("as on paper");
        ward.key(&codes[3], figures(3)).expect("keyed");
        ward.key(&codes[4], figures(4)).expect("keyed");
        ward.key(&codes[6], figures(3)).expect("keyed");
        ward.key(&codes[8], figures(8)).expect("keyed");
        ward.key(&summary, figures(9)).expect("keyed");
        let reason = String::from("theo phiếu giấy");
        ward.office.write(WithdrawSheet { code: codes[5].clone(), reason: reason.clone() }).expect("withdrawn");
        ward.office.write(LoseSheet { code: codes[7].clone(), reason: reason.clone() }).expect("lost");
        let aside = SetAside { code: codes[6].clone(), of: codes[3].clone(), reason };
        ward.office.write(aside).expect("set aside");
        let copy = ward.office.write(KeyCopy { code: codes[8].clone() }).expect("a second paper").answer;
        ward.key(&copy, figures(8)[..2].to_vec()).expect("begun");
        ward.as_named("Trần Văn Đơ");
        ward.key_second(&codes[4], figures(4)).expect("keyed a second time");
        for (state, code) in &sheets {
            assert_eq!(ward.state_of(code), *state);
        }
        assert_eq!(ward.state_of(&copy), SheetState::Duplicate);
        Self { on, visit, sheets, copy, summary, spare: spares[1].clone() }
    }

    /// The same with nothing left to finish.
    pub(super) fn finished(ward: &mut Ward, on: NaiveDate) -> Self {
        let mut evening = Self::of(ward, on);
        ward.as_named("Lê Thị Bích");
        let unfinished = evening.sheets.remove(&SheetState::Returned).expect("one that is back");
        ward.key(&unfinished, figures(1)).expect("finished");
        ward.key(&evening.copy, figures(8)).expect("finished");
        ward.as_role(Role::Leadership);
        let same = DecideCopy { code: evening.copy.clone(), same: true, reason: "bản chụp".into() };
        ward.office.write(same).expect("decided");
        evening
    }

    /// Approved: what was keyed is locked.
    pub(super) fn approve(mut self, ward: &mut Ward) -> Self {
        ward.as_role(Role::Leadership);
        let note = Some("thiếu phiếu do mưa".into());
        ward.office.write(ApproveEvening { on: self.on, note }).expect("approved");
        let keyed = self.sheets.remove(&SheetState::Keyed).expect("one that was keyed");
        self.sheets.remove(&SheetState::Verified);
        self.sheets.insert(SheetState::Locked, keyed);
        for (state, code) in &self.sheets {
            assert_eq!(ward.state_of(code), *state);
        }
        self
    }
}
