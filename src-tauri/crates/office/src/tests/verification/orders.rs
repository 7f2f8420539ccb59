//! Any order of keyings by anybody ends where the rule of the domain says, and replay holds.

use std::collections::BTreeMap;

use domain::form::{FormDraft, Group, IndicatorDraft, Meaning};
use domain::ids::PersonId;
use domain::sheet::SheetState;
use domain::tally::BoxNo;
use domain::verification::{Ask, Hands, Keying, Rounds, Stage, may_key, stage};
use proptest::prelude::*;

use super::kit::{Staff, entries};
use crate::check::CheckFile;
use crate::form::PutForm;
use crate::sheet::{BoxEntry, SetBoxes};
use crate::tests::kit::Ward;
use crate::verification::{DecideBox, SetSecondBoxes};

const BOXES: [&str; 3] = ["1", "2", "3"];

#[derive(Debug, Clone, Copy)]
enum Deed {
    First,
    Second,
    Decide,
}

/// Deed, person, box, value; a blank is a value of second and third keyings only.
type Turn = (Deed, usize, usize, Option<u32>);

fn any_turn() -> impl Strategy<Value = Turn> {
    let deed = prop_oneof![1 => Just(Deed::First), 6 => Just(Deed::Second), 3 => Just(Deed::Decide)];
    let value = prop_oneof![12 => (0u32..3).prop_map(Some), 1 => Just(None)];
    (deed, 0usize..4, 0usize..3, value)
}

/// Three boxes of the office's own, without checks.
fn staff() -> Staff {
    let mut ward = Ward::of("ha-cau-2024");
    let indicator = |no: &str| IndicatorDraft {
        no: no.into(),
        label: format!("Việc {no}"),
        group: Group::People,
        meaning: Meaning::Own,
        help: None,
        control: false,
        width: None,
    };
    let form = FormDraft { control: false, indicators: BOXES.map(indicator).to_vec(), checks: Vec::new() };
    for target in ward.office.view().list_targets(domain::ids::CampaignId(1)).expect("targets") {
        ward.office.write(crate::target::RemoveTarget { id: target.id }).expect("removed");
    }
    ward.office.write(PutForm { form }).expect("a form");
    Staff::of(ward)
}

/// The sheet as the domain's rule has it.
struct Model {
    boxes: BTreeMap<&'static str, Rounds>,
    /// Who keyed what now counts.
    by: BTreeMap<&'static str, Keying>,
    state: SheetState,
}

impl Model {
    fn rounds(&self) -> Vec<Rounds> {
        self.boxes.values().copied().collect()
    }

    /// The rule's answer to a turn: whether it is done.
    fn turn(&mut self, (deed, _, at, value): Turn, person: PersonId) -> bool {
        let no = BOXES[at];
        let keying = Keying { by: person, value };
        match deed {
            Deed::First => self.first(no, keying),
            Deed::Second | Deed::Decide => {
                let rounds = self.boxes[no];
                let hands = Hands::of(&self.rounds());
                let asked = may_key(person, &rounds, &hands);
                let fits = match deed {
                    Deed::Decide => asked == Ok(Ask::Third),
                    _ => matches!(asked, Ok(Ask::Second | Ask::Again)),
                };
                if !fits || self.state != SheetState::Keyed {
                    return false;
                }
                let rounds = rounds.with(keying).expect("it waits for one");
                self.boxes.insert(no, rounds);
                if matches!(deed, Deed::Decide) && self.by[no].value != value {
                    self.by.insert(no, keying);
                }
                if stage(&self.rounds()) == Stage::Agreed {
                    let whole = self.by.values().all(|k| k.value.is_some());
                    self.state = if whole { SheetState::Verified } else { SheetState::Returned };
                }
                true
            }
        }
    }

    fn first(&mut self, no: &'static str, keying: Keying) -> bool {
        let rounds = self.rounds();
        let open = matches!(stage(&rounds), Stage::UnderWay | Stage::NeedsAgain | Stage::NeedsThird);
        if open && self.state == SheetState::Keyed && Hands::of(&rounds).second.contains(&keying.by) {
            // Keying it a second time: not theirs to change.
            return false;
        }
        if self.by[no].value == keying.value {
            return true;
        }
        self.by.insert(no, keying);
        self.boxes = self.by.iter().map(|(no, first)| (*no, Rounds::begun(*first))).collect();
        let whole = self.by.values().all(|k| k.value.is_some());
        self.state = if whole { SheetState::Keyed } else { SheetState::Returned };
        true
    }
}

fn does(staff: &mut Staff, code: &str, (deed, who, at, value): Turn) -> bool {
    staff.sign_in(who);
    let (no, typed) = (BOXES[at], value.map(|v| v.to_string()).unwrap_or_default());
    let boxes = vec![BoxEntry::of(no, &typed)];
    let (code, office) = (code.to_owned(), &mut staff.ward.office);
    match deed {
        Deed::First => office.write(SetBoxes { code, boxes, cursor: None }).is_ok(),
        Deed::Second => office.write(SetSecondBoxes { code, boxes, cursor: None }).is_ok(),
        Deed::Decide => office.write(DecideBox { code, no: no.into(), value: typed, keys: 0 }).is_ok(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn every_order_ends_as_the_rule_says(turns in prop::collection::vec(any_turn(), 1..40)) {
        let mut staff = staff();
        let code = staff.code();
        // Everybody may key first here, the leader too: as an administrator would.
        let leader = staff.twin(super::kit::LEADER, domain::account::Role::Administrator);
        staff.people[super::kit::LEADER] = leader;
        staff.sign_in(0);
        let first = SetBoxes { code: code.clone(), boxes: entries(&[("1", 1), ("2", 1), ("3", 1)]), cursor: None };
        staff.ward.office.write(first).expect("keyed");
        let begun = Keying { by: staff.people[0].person, value: Some(1) };
        let mut model = Model {
            boxes: BOXES.map(|no| (no, Rounds::begun(begun))).into(),
            by: BOXES.map(|no| (no, begun)).into(),
            state: SheetState::Keyed,
        };
        for turn in turns {
            let person = staff.people[turn.1].person;
            let expected = model.turn(turn, person);
            prop_assert_eq!(does(&mut staff, &code, turn), expected, "{:?}", turn);
            prop_assert_eq!(staff.state(&code), model.state, "{:?}", turn);
        }
        let view = staff.ward.office.view();
        let sheet = view.sheet_of(&code).expect("a sheet");
        let tally = view.get_tally(sheet.id, store::FIRST).expect("a tally");
        for no in BOXES {
            let no_as_printed: BoxNo = no.parse().expect("a box");
            prop_assert_eq!(tally.get(&no_as_printed), model.by[no].value, "box {}", no);
            if let Some(settled) = model.boxes[no].settled() {
                prop_assert_eq!(tally.get(&no_as_printed), settled, "box {}", no);
            }
        }
        let (dump, folder) = (view.dump().expect("a dump"), staff.ward.folder.path().to_owned());
        let check = staff.ward.office.read(CheckFile {}).expect("a check");
        prop_assert!(check.findings.is_empty());
        let ward = staff.ward.reopened();
        prop_assert_eq!(ward.office.view().dump().expect("a dump"), dump, "{}", folder.display());
    }
}
