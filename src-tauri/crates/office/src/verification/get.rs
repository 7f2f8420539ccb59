use std::collections::BTreeSet;

use domain::account::Permission;
use domain::ids::{PersonId, SheetId};
use domain::sheet::SheetState;
use domain::tally::BoxNo;
use domain::verification::{Ask, Boxes, Estimate, Hands, MayNot, Reason, Stage, may_key};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::findings::{Findings, OutlierRow, SameRow, TotalRow};
use super::gathered::Gathered;
use super::keyings::{Keyings, Verifiers};
use super::open_third::values;
use super::set::AskedMode;
use super::tag::{SheetTag, Tags};
use crate::book::count;
use crate::{Read, Result, View};

/// How much is asked for, and who said so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VerificationPlan {
    pub mode: AskedMode,
    /// A name; `null` once the person's details were deleted.
    pub set_by: Option<String>,
    /// RFC 3339.
    pub set_at: String,
}

/// How far second keying is, in sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, TS)]
pub struct VerificationCounts {
    /// Keyed and counted.
    pub keyed: u32,
    /// Keyed twice already, or to be.
    pub chosen: u32,
    /// Every box keyed by a second person.
    pub twice: u32,
    /// Every box agreed or decided.
    pub agreed: u32,
    /// A second person has boxes to key.
    pub waiting_second: u32,
    /// The second person has boxes to key again.
    pub waiting_again: u32,
    /// A third person has boxes to decide.
    pub waiting_third: u32,
    /// To be keyed a second time by the plan, but locked.
    pub locked: u32,
}

/// Why the signed-in person may not take a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WhyNot {
    /// Nobody is signed in, or the role does not key a second time.
    NoRight,
    KeyedFirst,
    KeyedSecond,
    /// Somebody else keyed the boxes that are to be keyed again.
    AnotherKeysAgain,
}

/// A sheet to key a second time.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SecondRow {
    pub sheet: SheetTag,
    /// Only these boxes; `null`: all.
    pub boxes: Option<Vec<BoxNo>>,
    /// Weightiest first. None: begun without being asked for.
    pub reasons: Vec<Reason>,
    pub stage: Stage,
    /// Boxes still to key, a second time or again.
    pub left: u32,
    /// Why whoever is signed in may not take it; `null`: may.
    pub why_not: Option<WhyNot>,
}

/// A box on which two people differ; both values, without names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DisputedBox {
    pub no: BoxNo,
    pub label: String,
    /// Each value once, in the order of size; `null`: blank. Empty for whoever keyed it second, and for who may
    /// still do so.
    pub values: Vec<Option<u32>>,
}

/// A sheet that waits for a third person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ThirdRow {
    pub sheet: SheetTag,
    /// Boxes to decide. None: all is decided, and the figures wait for a reason ([`super::AcceptDecided`]).
    pub boxes: Vec<DisputedBox>,
    pub why_not: Option<WhyNot>,
    /// Names of those who may decide. Nobody: the office needs one more person.
    pub deciders: Vec<String>,
}

/// What an office with few people lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Lack {
    /// A sheet to key a second time that nobody with an account may take: everybody who may has keyed it.
    SecondPerson,
    /// Boxes to decide that nobody with an account may decide. A leader may.
    ThirdPerson,
    /// Boxes to key again by somebody who no longer may sign in: correct the sheet's first keying, or give the
    /// account back.
    SecondPersonGone,
}

/// The work of Đối soát.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Verification {
    /// `null`: nothing is asked for.
    pub plan: Option<VerificationPlan>,
    pub may_verify: bool,
    /// May set the plan.
    pub may_set: bool,
    pub counts: VerificationCounts,
    pub estimate: Estimate,
    /// Share of the sheets keyed twice whole, between 0 and 1.
    pub share_again: f64,
    /// How the estimate is made, and where that is published; ready to be shown and printed.
    pub method: String,
    pub source: String,
    /// People who can sign in and may key a second time.
    pub people: u32,
    pub lacks: Vec<Lack>,
    /// What to key a second time, first things first; at most [`LISTED`].
    pub second: Vec<SecondRow>,
    /// So many more.
    pub second_more: u32,
    pub third: Vec<ThirdRow>,
    pub outliers: Vec<OutlierRow>,
    pub same: Vec<SameRow>,
    pub totals: Vec<TotalRow>,
}

/// Rows of a list: what a person can look through.
pub const LISTED: usize = 300;

/// The work of second keying as it is now, for whoever is signed in.
///
/// Nothing of what was first keyed is in it for somebody who may still key that sheet a second time.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct GetVerification {}

impl Read for GetVerification {
    type Answer = Verification;
    const NAME: &'static str = "get_verification";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Verification> {
        let gathered = view.gathered()?;
        let choice = gathered.choice();
        let desk = Desk { gathered: &gathered, tags: Tags::of(view)?, verifiers: view.verifiers()?, who: who(view) };
        let asked = gathered.asked(&choice.chosen);
        let (locked, open): (Vec<_>, Vec<_>) = asked
            .into_iter()
            .partition(|a| gathered.sheets.get(&a.sheet).is_some_and(|s| s.state == SheetState::Locked));
        let second: Vec<SecondRow> = open.iter().filter_map(|asked| desk.second(asked)).collect();
        let third: Vec<ThirdRow> = gathered.keyings.iter().filter_map(|(id, k)| desk.third(*id, k)).collect();
        // Whoever may still key one of these blind must not read its figures here.
        let blind: BTreeSet<SheetId> = desk.blind(open.iter().map(|a| a.sheet));
        let findings = Findings::of(&gathered, &desk.tags, &blind);
        let counts = counts(&gathered, &second, count(locked.len()));
        let names = view.list_accounts()?;
        let name = |id| names.iter().find(|a| a.id == id && !a.name.is_empty()).map(|a| a.name.clone());
        Ok(Verification {
            plan: gathered.plan.as_ref().map(|row| VerificationPlan {
                mode: AskedMode::of(row.mode),
                set_by: name(row.by),
                set_at: row.at.clone(),
            }),
            may_verify: desk.who.is_some(),
            may_set: view.who.as_ref().is_some_and(|a| a.role.may(Permission::Approve)),
            share_again: share(choice.estimate.twice, choice.estimate.sheets),
            estimate: choice.estimate,
            method: super::METHOD.to_owned(),
            source: super::SOURCE.to_owned(),
            people: count(desk.verifiers.0.len()),
            lacks: desk.lacks(&open, &third),
            counts,
            second_more: count(second.len().saturating_sub(LISTED)),
            second: second.into_iter().take(LISTED).collect(),
            third,
            outliers: findings.outliers,
            same: findings.same,
            totals: findings.totals,
        })
    }
}

pub(crate) fn share(part: u32, whole: u32) -> f64 {
    if whole == 0 { 0.0 } else { f64::from(part) / f64::from(whole) }
}

/// The signed-in person, if the role keys a second time.
fn who(view: &View<'_>) -> Option<PersonId> {
    view.who.as_ref().filter(|a| a.role.may(Permission::Verify)).map(|a| a.person)
}

/// A sheet the plan asks for, or that somebody has begun.
pub(super) struct Asked {
    pub(super) sheet: SheetId,
    /// `None`: all.
    pub(super) boxes: Option<Vec<BoxNo>>,
    pub(super) reasons: Vec<Reason>,
}

impl Gathered {
    /// Each sheet once: all its boxes if any reason asks for all, and every reason there is. What was begun and
    /// is not asked for comes last.
    pub(super) fn asked(&self, chosen: &[domain::verification::Chosen]) -> Vec<Asked> {
        let mut place: std::collections::BTreeMap<SheetId, usize> = std::collections::BTreeMap::new();
        let mut asked: Vec<Asked> = Vec::new();
        for chosen in chosen {
            let boxes = match &chosen.boxes {
                Boxes::All => None,
                Boxes::Only(boxes) => Some(boxes.clone()),
            };
            match place.get(&chosen.sheet).and_then(|at| asked.get_mut(*at)) {
                Some(known) => {
                    known.boxes = known.boxes.take().zip(boxes).map(|(a, b)| [a, b].concat());
                    known.reasons.push(chosen.reason);
                }
                None => {
                    place.insert(chosen.sheet, asked.len());
                    asked.push(Asked { sheet: chosen.sheet, boxes, reasons: vec![chosen.reason] });
                }
            }
        }
        for (id, keyings) in self.keyings.iter().filter(|(id, _)| !place.contains_key(id)) {
            let again: Vec<BoxNo> = keyings.waiting(Ask::Again).map(|(no, _)| no.clone()).collect();
            if !again.is_empty() {
                asked.push(Asked { sheet: *id, boxes: Some(again), reasons: Vec::new() });
            }
        }
        asked
    }
}

/// The lists as one person sees them.
struct Desk<'g> {
    gathered: &'g Gathered,
    tags: Tags,
    verifiers: Verifiers,
    /// Who may key a second time and looks at the list.
    who: Option<PersonId>,
}

impl Desk<'_> {
    /// `None`: nothing left to key; what differs waits for a third person.
    fn second(&self, asked: &Asked) -> Option<SecondRow> {
        let sheet = self.gathered.sheets.get(&asked.sheet)?;
        let keyings = self.gathered.keyings.get(&asked.sheet)?;
        let hands = keyings.hands();
        let left: Vec<_> = open_boxes(keyings, asked.boxes.as_deref()).collect();
        if left.is_empty() {
            return None;
        }
        let why_not = match self.who {
            None => Some(WhyNot::NoRight),
            Some(person) => {
                let asks: Vec<_> = left.iter().map(|(_, rounds)| may_key(person, rounds, &hands)).collect();
                match asks.iter().find_map(|ask| ask.err()).filter(|_| asks.iter().all(std::result::Result::is_err)) {
                    Some(MayNot::KeyedFirst) => Some(WhyNot::KeyedFirst),
                    Some(_) => Some(WhyNot::AnotherKeysAgain),
                    None => None,
                }
            }
        };
        Some(SecondRow {
            sheet: self.tags.tag(sheet),
            boxes: asked.boxes.clone(),
            reasons: asked.reasons.clone(),
            stage: keyings.stage(),
            left: count(left.len()),
            why_not,
        })
    }

    fn third(&self, id: SheetId, keyings: &Keyings) -> Option<ThirdRow> {
        let sheet = self.gathered.sheets.get(&id)?;
        let form = self.gathered.forms.get(&sheet.form)?;
        let disputed: Vec<_> = keyings.waiting(Ask::Third).collect();
        let needs_reason = sheet.state == SheetState::Returned
            && keyings.stage() == Stage::Agreed
            && form.missing(&keyings.now).is_empty();
        let open = sheet.state == SheetState::Keyed && !disputed.is_empty();
        if !(open || needs_reason) {
            return None;
        }
        let hands = keyings.hands();
        let why_not = self.why_not_decide(&hands);
        let sees = why_not.is_none() || self.who.is_some_and(|p| hands.first.contains(&p));
        let boxes = disputed.into_iter().map(|(no, rounds)| DisputedBox {
            no: no.clone(),
            label: super::blind::Words::of(form, no).label,
            values: if sees { values(rounds) } else { Vec::new() },
        });
        Some(ThirdRow { boxes: boxes.collect(), why_not, deciders: self.deciders(&hands), sheet: self.tags.tag(sheet) })
    }

    fn why_not_decide(&self, hands: &Hands) -> Option<WhyNot> {
        match self.who {
            None => Some(WhyNot::NoRight),
            Some(person) if hands.first.contains(&person) => Some(WhyNot::KeyedFirst),
            Some(person) if hands.second.contains(&person) => Some(WhyNot::KeyedSecond),
            Some(_) => None,
        }
    }

    fn deciders(&self, hands: &Hands) -> Vec<String> {
        self.verifiers.without(&[&hands.first, &hands.second]).into_iter().map(str::to_owned).collect()
    }

    /// Sheets among these whose first figures the person must not read here: might still key them, or does.
    fn blind(&self, asked: impl Iterator<Item = SheetId>) -> BTreeSet<SheetId> {
        let Some(person) = self.who else { return BTreeSet::new() };
        let keyings = |id: &SheetId| self.gathered.keyings.get(id);
        let may = asked.filter(|id| keyings(id).is_some_and(|k| !k.hands().first.contains(&person)));
        let under_way = self.gathered.keyings.iter().filter(|(_, k)| k.is_under_way_by(person)).map(|(id, _)| *id);
        may.chain(under_way).collect()
    }

    fn lacks(&self, open: &[Asked], third: &[ThirdRow]) -> Vec<Lack> {
        let keyings = |a: &Asked| self.gathered.keyings.get(&a.sheet);
        let nobody = |a: &Asked| keyings(a).is_some_and(|k| self.verifiers.without(&[&k.hands().first]).is_empty());
        let gone = |a: &Asked| {
            let seconds = keyings(a).into_iter().flat_map(|k| k.waiting(Ask::Again)).filter_map(|(_, r)| r.second);
            seconds.into_iter().any(|k| !self.verifiers.0.contains_key(&k.by))
        };
        let lacks = [
            (Lack::SecondPerson, open.iter().any(nobody)),
            (Lack::ThirdPerson, third.iter().any(|row| row.deciders.is_empty())),
            (Lack::SecondPersonGone, open.iter().any(gone)),
        ];
        lacks.into_iter().filter(|(_, is_so)| *is_so).map(|(lack, _)| lack).collect()
    }
}

/// Boxes of those asked for that wait for a second person, or for the second person again.
pub(super) fn open_boxes<'k>(
    keyings: &'k Keyings,
    only: Option<&'k [BoxNo]>,
) -> impl Iterator<Item = &'k (BoxNo, domain::verification::Rounds)> {
    let asked = move |no: &BoxNo| only.is_none_or(|only| only.contains(no));
    keyings.boxes.iter().filter(move |(no, rounds)| match rounds.ask() {
        Ask::Second => asked(no),
        Ask::Again => true,
        Ask::Third | Ask::None => false,
    })
}

fn counts(gathered: &Gathered, second: &[SecondRow], locked: u32) -> VerificationCounts {
    let keyed = || gathered.cases.iter().filter_map(|case| gathered.keyings.get(&case.sheet));
    let waits = |ask| count(keyed().filter(|k| k.waiting(ask).next().is_some()).count());
    let twice = count(keyed().filter(|k| k.is_twice()).count());
    let untouched = second.iter().filter(|row| !matches!(row.stage, Stage::NeedsAgain | Stage::NeedsThird)).count();
    VerificationCounts {
        keyed: count(gathered.cases.len()),
        chosen: twice + count(second.iter().filter(|row| row.stage != Stage::NeedsAgain).count()),
        twice,
        agreed: count(keyed().filter(|k| k.stage() == Stage::Agreed).count()),
        waiting_second: count(untouched),
        waiting_again: waits(Ask::Again),
        waiting_third: waits(Ask::Third),
        locked,
    }
}
