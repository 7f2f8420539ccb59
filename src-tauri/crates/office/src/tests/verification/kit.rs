use domain::account::{Permission, Role};
use domain::ids::{AccountId, PersonId};
use domain::sheet::SheetState;
use domain::verification::Ask;
use serde::Deserialize;
use store::{Account, NewAccount};
use ts_rs::TS;

use crate::account::AddAccount;
use crate::sheet::{BoxEntry, ListSheets, NumberSheets, OpenSheet, SetBoxes};
use crate::tests::kit::Ward;
use crate::verification::{
    BlindSheet, DecideBox, GetVerification, OpenSecond, OpenedSecond, SetSecondBoxes, ThirdSheet, Verification,
};
use crate::{Act, Result, Write};

/// What a sound sheet says.
pub(super) const SOUND: [(&str, u32); 9] =
    [("1", 32), ("2", 27), ("3", 5), ("4", 61), ("5", 54), ("6", 9), ("7", 41), ("8", 44), ("9", 40)];

/// People who may key: none of them has a PIN, so tests sign them in at will.
pub(super) struct Staff {
    pub ward: Ward,
    pub codes: Vec<String>,
    /// Three clerks and the leader.
    pub people: Vec<Account>,
}

pub(super) const A: usize = 0;
pub(super) const B: usize = 1;
pub(super) const C: usize = 2;
pub(super) const LEADER: usize = 3;

impl Staff {
    pub(super) fn new() -> Self {
        Self::of(Ward::of("ha-cau-2024"))
    }

    /// With sheets numbered for every evening, three a team.
    pub(super) fn of(mut ward: Ward) -> Self {
        let number = NumberSheets { evening: None, count: 3, spare: 1, summary: true, loose: 0 };
        ward.office.write(number).expect("codes");
        let rows = ward.office.read(ListSheets::default()).expect("sheets");
        let regular = rows.iter().filter(|s| s.kind == domain::sheet::SheetKind::Regular);
        let codes = regular.map(|s| s.code.clone()).collect();
        let people = [("A", Role::Clerk), ("B", Role::Clerk), ("C", Role::Clerk), ("L", Role::Leadership)];
        for (name, role) in people {
            ward.office.write(AddAccount { name: name.into(), role, pin: None }).expect("an account");
        }
        let all = ward.office.view().list_accounts().expect("accounts");
        let people = people.map(|(name, _)| all.iter().find(|a| a.name == name).expect("added").clone());
        Self { ward, codes, people: people.to_vec() }
    }

    pub(super) fn code(&self) -> String {
        self.codes[0].clone()
    }

    pub(super) fn sign_in(&mut self, who: usize) {
        let who = self.people[who].clone();
        self.ward.office.set_who(Some(who));
    }

    pub(super) fn first(&mut self, who: usize, code: &str, boxes: &[(&str, u32)]) {
        self.sign_in(who);
        let boxes = entries(boxes);
        self.ward.office.write(SetBoxes { code: code.into(), boxes, cursor: None }).expect("keyed first");
    }

    pub(super) fn second(&mut self, who: usize, code: &str, boxes: &[(&str, u32)]) -> Result<BlindSheet> {
        self.sign_in(who);
        let boxes = entries(boxes);
        Ok(self.ward.office.write(SetSecondBoxes { code: code.into(), boxes, cursor: None })?.answer)
    }

    pub(super) fn decide(&mut self, who: usize, code: &str, no: &str, value: &str) -> Result<ThirdSheet> {
        self.sign_in(who);
        let decide = DecideBox { code: code.into(), no: no.into(), value: value.into(), keys: 3 };
        Ok(self.ward.office.write(decide)?.answer)
    }

    pub(super) fn open(&mut self, who: usize, code: &str) -> Result<OpenedSecond> {
        self.sign_in(who);
        self.ward.office.read(OpenSecond { code: code.into() })
    }

    pub(super) fn state(&self, code: &str) -> SheetState {
        self.ward.office.view().sheet_of(code).expect("a sheet").state
    }

    /// What counts, as somebody sees it who has no hand in it.
    pub(super) fn value(&mut self, code: &str, no: &str) -> Option<u32> {
        self.ward.office.set_who(None);
        let view = self.ward.office.view();
        let sheet = crate::Read::run(OpenSheet { code: code.into() }, &view).expect("a sheet");
        sheet.boxes.iter().find(|b| b.no.to_string() == no).expect("a box").value
    }

    pub(super) fn work(&mut self, who: usize) -> Verification {
        self.sign_in(who);
        self.ward.office.read(GetVerification {}).expect("the work")
    }

    /// Another account of the same person.
    pub(super) fn twin(&mut self, who: usize, role: Role) -> Account {
        let person = self.people[who].person;
        self.ward.office.set_who(self.administrator());
        let id = self.ward.office.write(Twin { person, role }).expect("an account").answer;
        let all = self.ward.office.view().list_accounts().expect("accounts");
        all.into_iter().find(|a| a.id == id).expect("added")
    }

    pub(super) fn administrator(&self) -> Option<Account> {
        let all = self.ward.office.view().list_accounts().expect("accounts");
        all.into_iter().find(|a| a.role == Role::Administrator)
    }

    pub(super) fn force_state(&mut self, code: &str, state: SheetState) {
        self.ward.office.set_who(self.administrator());
        self.ward.office.write(Force { code: code.into(), state }).expect("put");
    }
}

pub(super) fn entries(boxes: &[(&str, u32)]) -> Vec<BoxEntry> {
    boxes.iter().map(|(no, value)| BoxEntry::of(no, value)).collect()
}

pub(super) fn ask(sheet: &BlindSheet, no: &str) -> Ask {
    sheet.boxes.iter().find(|b| b.no.to_string() == no).expect("a box").ask
}

/// A second account of a person, as a restored or consolidated file may have one.
#[derive(Deserialize, TS)]
struct Twin {
    person: PersonId,
    role: Role,
}

impl Write for Twin {
    type Answer = AccountId;
    const NAME: &'static str = "twin";
    const NEEDS: Permission = Permission::Accounts;

    fn run(self, act: &Act<'_>) -> Result<AccountId> {
        Ok(act.insert_account(NewAccount { person: self.person, role: self.role })?)
    }
}

/// Puts a sheet into a state, whatever leads there.
#[derive(Deserialize, TS)]
struct Force {
    code: String,
    state: SheetState,
}

impl Write for Force {
    type Answer = ();
    const NAME: &'static str = "force";
    const NEEDS: Permission = Permission::SetUp;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let sheet = act.view().sheet_of(&self.code)?;
        Ok(act.set_sheet_state(sheet.id, self.state)?)
    }
}
