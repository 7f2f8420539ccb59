//! Any order, the same result; the same packet twice, no change; and what is refused.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::{Arrival, Held, Note, Rank, Skip, Verdict, Wards, judge, ward_name};
use crate::campaign::{Campaign, Denominator, Numerator, Target};
use crate::form::{Form, default_checks, default_indicators};
use crate::ids::{AreaId, BaseId, FormId, TargetId};
use crate::packet::tests::REPORT;
use crate::packet::{FORMAT, Packet, Sealed};
use crate::report::{Issue, Report};
use crate::tally::BoxNo;

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, n).expect("a day of November")
}

/// A packet of an office: one area with a base of so many people, one sheet with so many accounts.
#[derive(Debug, Clone)]
struct Made {
    office: u8,
    key: u8,
    name: String,
    to: u32,
    seq: i64,
    accounts: Option<u32>,
    people: Option<u32>,
    issued: bool,
}

impl Made {
    fn of(office: u8) -> Self {
        Self {
            office,
            key: office,
            name: format!("UBND phường {office}"),
            to: 16,
            seq: 12,
            accounts: Some(30),
            people: Some(100),
            issued: true,
        }
    }

    fn packet(&self) -> Packet {
        let mut report: Report = serde_json::from_str(REPORT).expect("a report");
        report.issuer.short_name.clone_from(&self.name);
        report.issue = self.issued.then(|| Issue { n: 1, head: "9f3a 01c2".into() });
        report.period.to = day(self.to);
        report.as_of = day(self.to);
        report.book.forms = vec![Form {
            id: FormId(1),
            version: 1,
            control: false,
            indicators: default_indicators("iHanoi"),
            checks: default_checks(),
        }];
        report.book.bases = vec![crate::area::BaseFigures {
            id: BaseId(1),
            area: AreaId(1),
            as_of: day(1),
            source: "Công an".into(),
            households: None,
            people_15: self.people,
            smartphone_15: None,
            installed: None,
        }];
        report.book.sheets[0].tally = self.accounts.map(|n| (BoxNo::number(8), n)).into_iter().collect();
        Packet { format: FORMAT, office: format!("{:02x}", self.office), seq: self.seq, layout: 1, report }
    }

    fn key(&self) -> [u8; 32] {
        [self.key; 32]
    }
}

fn digest(packet: &Packet) -> [u8; 32] {
    let bytes = serde_json::to_vec(packet).expect("JSON");
    Sealed { bytes, key: [0; 32], signature: [0; 64] }.digest()
}

fn campaign() -> Campaign {
    Made::of(1).packet().report.campaign
}

fn target() -> Target {
    Target {
        id: TargetId(1),
        clause: "II.6".into(),
        name: "Biết, cài đặt, tạo tài khoản".into(),
        numerator: Numerator::Account,
        denominator: Denominator::People15,
        percent: 50,
        by: day(30),
    }
}

/// What an office holds after a batch came in.
#[derive(Debug, Clone, Default, PartialEq)]
struct Shelf(BTreeMap<String, (Held, Packet)>);

impl Shelf {
    fn take(&mut self, batch: &[Made]) -> Vec<Verdict> {
        let packets: Vec<Packet> = batch.iter().map(Made::packet).collect();
        let arrivals: Vec<Arrival<'_>> = packets
            .iter()
            .zip(batch)
            .map(|(packet, made)| Arrival { packet, key: made.key(), digest: digest(packet) })
            .collect();
        let held: Vec<Held> = self.0.values().map(|(held, _)| held.clone()).collect();
        let verdicts = judge(&campaign(), &held, &arrivals);
        for (arrival, verdict) in arrivals.iter().zip(&verdicts) {
            if matches!(verdict, Verdict::Take(_)) {
                let packet = arrival.packet.clone();
                let held = Held {
                    office: packet.office.clone(),
                    name: ward_name(&packet).to_owned(),
                    key: arrival.key,
                    rank: Rank::of(&packet, arrival.digest),
                };
                self.0.insert(packet.office.clone(), (held, packet));
            }
        }
        verdicts
    }

    fn sum(&self) -> super::Sum {
        let packets: Vec<Packet> = self.0.values().map(|(_, packet)| packet.clone()).collect();
        Wards::of(&packets).sum(&target())
    }
}

fn any_made() -> impl Strategy<Value = Made> {
    let known = || prop::option::weighted(0.8, 0u32..200);
    (0u8..6, 9u32..20, 1i64..6, known(), known(), any::<bool>()).prop_map(
        |(office, to, seq, accounts, people, issued)| Made { to, seq, accounts, people, issued, ..Made::of(office) },
    )
}

/// A batch and the same one shuffled, cut into pieces that come one after another.
fn shuffled() -> impl Strategy<Value = (Vec<Made>, Vec<Made>, Vec<usize>)> {
    prop::collection::vec(any_made(), 1..14).prop_flat_map(|batch| {
        let cuts = prop::collection::vec(0..=batch.len(), 0..3);
        (Just(batch.clone()), Just(batch).prop_shuffle(), cuts)
    })
}

proptest! {
    #[test]
    fn any_order_and_any_batches_give_the_same((batch, other, mut cuts) in shuffled()) {
        let mut one = Shelf::default();
        one.take(&batch);
        let mut two = Shelf::default();
        cuts.extend([0, other.len()]);
        cuts.sort_unstable();
        for piece in cuts.windows(2) {
            two.take(&other[piece[0]..piece[1]]);
        }
        prop_assert_eq!(&one, &two);
        prop_assert_eq!(one.sum(), two.sum());
    }

    #[test]
    fn the_same_again_changes_nothing((batch, other, _) in shuffled()) {
        let mut shelf = Shelf::default();
        shelf.take(&batch);
        let before = shelf.clone();
        let verdicts = shelf.take(&other);
        prop_assert!(verdicts.iter().all(|v| matches!(v, Verdict::Skip(Skip::Same | Skip::Older(_)))), "{verdicts:?}");
        prop_assert_eq!(shelf, before);
    }

    /// Packets under several keys or of one name: whoever is refused, the order within the batch does not say.
    #[test]
    fn a_batch_is_judged_alike_however_it_lies(
        batch in prop::collection::vec((any_made(), 0u8..3, 0u8..3), 1..10).prop_map(|made| {
            let odd = |(made, key, name): (Made, u8, u8)| {
                let key = if key == 0 { 200 } else { made.office };
                let name = if name == 0 { "UBND phường Chung".into() } else { made.name.clone() };
                Made { key, name, ..made }
            };
            made.into_iter().map(odd).collect::<Vec<Made>>()
        }).prop_flat_map(|batch| (Just(batch.clone()), Just(batch).prop_shuffle())),
    ) {
        let (mut one, mut two) = (Shelf::default(), Shelf::default());
        one.take(&batch.0);
        two.take(&batch.1);
        prop_assert_eq!(one, two);
    }
}

fn judged(batch: &[Made]) -> Vec<Verdict> {
    Shelf::default().take(batch)
}

#[test]
fn of_one_office_the_newest_counts_and_each_other_says_why() {
    let newest = Made { seq: 20, ..Made::of(1) };
    let batch = [Made::of(1), newest.clone(), newest, Made { to: 10, seq: 90, ..Made::of(1) }];
    assert_eq!(
        judged(&batch),
        [
            Verdict::Skip(Skip::Superseded { by: 1 }),
            Verdict::Take(vec![]),
            Verdict::Skip(Skip::Twice { first: 1 }),
            // An earlier day is the older report, however late it was made.
            Verdict::Skip(Skip::Superseded { by: 1 }),
        ]
    );
}

#[test]
fn a_newer_packet_takes_the_place_of_the_one_held_and_an_older_one_does_not() {
    let mut shelf = Shelf::default();
    shelf.take(&[Made::of(1)]);
    let rank = shelf.0["01"].0.rank;
    let newer = Made { to: 20, issued: false, ..Made::of(1) };
    assert_eq!(shelf.take(&[newer]), [Verdict::Take(vec![Note::Unissued, Note::Replaces(rank)])]);
    let rank = shelf.0["01"].0.rank;
    assert_eq!(shelf.take(&[Made::of(1)]), [Verdict::Skip(Skip::Older(rank))]);
}

#[test]
fn a_ward_keeps_the_key_it_first_came_with_and_its_name() {
    let mut shelf = Shelf::default();
    shelf.take(&[Made::of(1)]);
    let forged = Made { key: 9, to: 25, ..Made::of(1) };
    let twin = Made { name: "UBND Phường 1".into(), ..Made::of(2) };
    let name = twin.name.clone();
    assert_eq!(shelf.take(&[forged, twin]), [Verdict::Skip(Skip::AnotherKey), Verdict::Skip(Skip::SameName { name })]);
    let both = [Made::of(3), Made { key: 9, to: 25, ..Made::of(3) }];
    assert_eq!(judged(&both), [Verdict::Skip(Skip::SeveralKeys), Verdict::Skip(Skip::SeveralKeys)]);
}

#[test]
fn another_app_other_days_and_invented_figures_are_another_campaign() {
    let of = |change: fn(&mut Campaign)| {
        let mut theirs = Made::of(1).packet();
        change(&mut theirs.report.campaign);
        let arrival = Arrival { packet: &theirs, key: [1; 32], digest: [0; 32] };
        judge(&campaign(), &[], &[arrival]).remove(0)
    };
    assert_eq!(of(|c| c.app_name = "Ứng dụng khác".into()), Verdict::Skip(Skip::AnotherCampaign));
    assert_eq!(of(|c| c.app_name = "IHÀNỘI".into()), Verdict::Take(vec![]));
    assert_eq!(of(|c| (c.starts_on, c.ends_on) = (day(1), day(8))), Verdict::Skip(Skip::AnotherCampaign));
    assert_eq!(of(|c| (c.starts_on, c.ends_on) = (day(1), day(9))), Verdict::Take(vec![]));
    assert_eq!(of(|c| c.illustration = Some("SỐ LIỆU MINH HỌA".into())), Verdict::Skip(Skip::Invented));
}

#[test]
fn a_total_is_the_ratio_of_sums_over_the_wards_that_have_both() {
    let made = |office, accounts, people| Made { accounts, people, ..Made::of(office) }.packet();
    let packets = [
        made(1, Some(300), Some(1000)),
        made(2, Some(100), Some(200)),
        made(3, Some(50), None),
        made(4, None, Some(70)),
        made(5, Some(0), Some(0)),
    ];
    let wards = Wards::of(&packets);
    let sum = wards.sum(&target());
    assert_eq!((sum.rate.numerator, sum.rate.denominator), (Some(400), Some(1200)));
    assert!((sum.rate.percent.expect("a rate") - 100.0 / 3.0).abs() < 1e-9);
    assert_eq!(sum.left_out, [2, 3], "unknown is left out, zero is not");
    assert_eq!(Wards::of(&[]).sum(&target()).rate.percent, None);
    let days = wards.days();
    assert_eq!(days.len(), 1);
    assert_eq!(days[&Some(day(9))].get(crate::form::Meaning::Account), Some(450));
}

#[test]
fn wards_stand_in_vietnamese_order() {
    let made = |office, name: &str| Made { name: name.into(), ..Made::of(office) }.packet();
    let packets = [made(1, "UBND phường Hà Trì 10"), made(2, "UBND phường Hà Trì 2"), made(3, "UBND phường Đa Sỹ")];
    let wards = Wards::of(&packets);
    let names: Vec<&str> = wards.wards.iter().map(super::Ward::name).collect();
    assert_eq!(names, ["UBND phường Đa Sỹ", "UBND phường Hà Trì 2", "UBND phường Hà Trì 10"]);
    assert_eq!(wards.areas().map(|line| line.ward).collect::<Vec<_>>(), [0, 1, 2]);
}
