use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate, NaiveTime};
use proptest::prelude::*;

use super::*;
use crate::schedule::Visit;

fn day(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, 9).and_then(|d| d.checked_add_days(Days::new(n))).expect("a date of the test")
}

fn force(id: i64, kind: ForceKind, quota: Option<u32>) -> Force {
    Force {
        id: ForceId(id),
        kind,
        name: format!("Lực lượng {id}"),
        role: None,
        quota,
        detailing: None,
        detailed_by: None,
    }
}

fn person(member: i64, force: i64) -> Person {
    Person { member: MemberId(member), force: ForceId(force), left_on: None, home: None }
}

fn visit(id: i64, on: u64, teams: &[i64]) -> Visit {
    Visit {
        id: VisitId(id),
        area: AreaId(id),
        on: day(on),
        starts: NaiveTime::MIN,
        ends: NaiveTime::MIN,
        cancelled: None,
        teams: teams.iter().map(|t| TeamId(*t)).collect(),
    }
}

fn line(visit: i64, team: i64, member: i64) -> Assignment {
    Assignment { visit: VisitId(visit), team: TeamId(team), member: MemberId(member), pair: None }
}

fn evening(v: &Visit) -> Evening {
    Evening { visit: v.id, area: v.area, on: v.on, teams: v.teams.clone() }
}

fn days(visits: &[Visit]) -> BTreeMap<VisitId, NaiveDate> {
    visits.iter().filter(|v| v.is_on()).map(|v| (v.id, v.on)).collect()
}

#[test]
fn the_plans_five_and_nine_and_one_are_filled_in_turn() {
    let forces = [
        force(1, ForceKind::Detailed, Some(5)),
        force(2, ForceKind::Detailed, Some(9)),
        force(3, ForceKind::Detailed, Some(1)),
        force(4, ForceKind::Cooperating, None),
    ];
    let people: Vec<Person> = [(1, 7), (2, 9), (3, 2), (4, 1)]
        .iter()
        .flat_map(|(f, n)| (0..*n).map(move |i| person(f * 100 + i, *f)))
        .collect();
    let visits = [visit(1, 0, &[1]), visit(2, 1, &[1])];
    let evenings: Vec<Evening> = visits.iter().map(evening).collect();
    let new = proposed(&forces, &people, &days(&visits), &[], &evenings);
    let of = |visit: i64, force: i64| -> Vec<i64> {
        new.iter().filter(|l| l.visit == VisitId(visit)).map(|l| l.member.0).filter(|m| m / 100 == force).collect()
    };
    assert_eq!(of(1, 1), [100, 101, 102, 103, 104]);
    assert_eq!(of(2, 1), [105, 106, 100, 101, 102], "who was not out goes first");
    assert_eq!((of(1, 2).len(), of(2, 2).len()), (9, 9));
    assert_eq!((of(1, 3), of(2, 3)), (vec![300], vec![301]));
    assert!(of(1, 4).is_empty(), "who works along without a quota is not sent");
}

#[test]
fn the_areas_own_people_go_out_in_their_own_area() {
    let forces = [force(1, ForceKind::Local, None)];
    let people = [
        Person { home: Some(AreaId(1)), ..person(1, 1) },
        Person { home: Some(AreaId(2)), ..person(2, 1) },
        person(3, 1),
    ];
    let visits = [visit(1, 0, &[1])];
    let new = proposed(&forces, &people, &days(&visits), &[], &[evening(&visits[0])]);
    assert_eq!(new, [line(1, 1, 1)]);
}

#[test]
fn whose_area_somebody_is_of_stands_in_the_unit() {
    let area = |id, name: &str| Area {
        id: AreaId(id),
        name: name.into(),
        kind: AreaKind::ResidentialGroup,
        cluster: None,
        leader: None,
        self_report_due: None,
        began_on: None,
        ended_on: None,
    };
    let areas = [area(1, "Hà Trì 1"), area(2, "Hà Trì 10"), area(3, "1 Ngô Thì Nhậm")];
    assert_eq!(home_of("Chi hội Phụ nữ TDP Hà Trì 1", &areas), Some(AreaId(1)));
    assert_eq!(home_of("tổ dân phố HÀ TRÌ 10", &areas), Some(AreaId(2)));
    assert_eq!(home_of("Tổ 1 Ngo Thi Nham", &areas), Some(AreaId(3)));
    assert_eq!(home_of("Chi đoàn cơ quan", &areas), None);
    assert_eq!(home_of("Hà Trì 1 và Hà Trì 10", &areas), Some(AreaId(2)));
}

#[test]
fn clashes_are_found_hard_ones_first() {
    let forces = [force(1, ForceKind::Detailed, Some(1)), force(2, ForceKind::Head, None)];
    let people = [person(1, 1), Person { left_on: Some(day(0)), ..person(2, 1) }, person(3, 2)];
    let visits = [visit(1, 1, &[1]), visit(2, 1, &[2]), visit(3, 2, &[1])];
    let roster = [line(1, 1, 1), line(2, 2, 1), line(2, 2, 2), line(2, 9, 3)];
    let found = clashes(day(0), &forces, &people, &visits, &roster, &BTreeSet::from([AreaId(1)]));
    assert_eq!(
        found,
        [
            RosterClash::MemberLeft { member: MemberId(2), visit: VisitId(2), on: day(1) },
            RosterClash::TeamNotOut { visit: VisitId(2), on: day(1), team: TeamId(9), people: 1 },
            RosterClash::MemberTwice { member: MemberId(1), on: day(1), visits: vec![VisitId(1), VisitId(2)] },
            RosterClash::Over { visit: VisitId(2), on: day(1), team: TeamId(2), force: ForceId(1), extra: 1 },
            RosterClash::Short { visit: VisitId(3), on: day(2), team: TeamId(1), force: ForceId(1), missing: 1 },
            RosterClash::NoHead { visit: VisitId(3), on: day(2) },
        ]
    );
    let later = clashes(day(2), &forces, &people, &visits, &roster, &BTreeSet::from([AreaId(3)]));
    assert_eq!(later.len(), 1, "what is past can no longer be mended");
}

#[test]
fn the_fifth_evening_in_a_row_is_one_too_many() {
    let visits: Vec<Visit> = (0..6).map(|n| visit(i64::try_from(n).unwrap_or_default() + 1, n, &[1])).collect();
    let found = |out: &[i64]| {
        let roster: Vec<Assignment> = out.iter().map(|v| line(*v, 1, 1)).collect();
        let led = visits.iter().map(|v| v.area).collect();
        clashes(day(0), &[], &[person(1, 1)], &visits, &roster, &led)
    };
    assert_eq!(found(&[1, 2, 3, 4, 6]), []);
    assert_eq!(
        found(&[1, 2, 3, 4, 5]),
        [RosterClash::Overload { member: MemberId(1), from: day(0), to: day(4), evenings: 5 }]
    );
}

#[test]
fn an_evening_is_copied_without_who_cannot_come() {
    let people = [person(1, 1), person(2, 1), Person { left_on: Some(day(0)), ..person(3, 1) }];
    let visits = [visit(1, 0, &[1]), visit(2, 1, &[2]), visit(3, 1, &[1])];
    let mut roster = vec![line(1, 1, 1), line(1, 1, 2), line(1, 1, 3), line(3, 1, 2)];
    roster[0].pair = Some(1);
    let (lines, cannot) = copied(&people, &days(&visits), &roster, VisitId(1), &evening(&visits[1]));
    assert_eq!(lines, [line(2, 2, 1)], "a pair of one is none");
    assert_eq!(cannot, [MemberId(2), MemberId(3)], "one is out elsewhere, one has left");
}

#[test]
fn one_who_knows_the_area_goes_with_one_who_helps() {
    let knows = |member, force, area| Knows { member: MemberId(member), force: ForceId(force), area };
    let team = [knows(1, 1, true), knows(2, 1, true), knows(3, 2, false), knows(4, 3, false), knows(5, 3, false)];
    let paired = pairs(&team);
    assert_eq!(paired.values().copied().collect::<Vec<_>>(), [1, 2, 2, 1, 2]);
    assert!(pairs(&team[..1]).is_empty(), "nobody is a pair alone");
}

proptest! {
    #[test]
    fn a_proposal_is_never_in_two_places_never_over_quota_and_fair(
        sizes in prop::collection::vec((1u32..6, 0i64..9), 1..4),
        evenings in prop::collection::vec((0u64..12, 1i64..3), 1..15),
    ) {
        let forces: Vec<Force> = sizes.iter().zip(1..).map(|((quota, _), id)| force(id, ForceKind::Detailed, Some(*quota))).collect();
        let people: Vec<Person> = sizes.iter().zip(1..).flat_map(|((_, n), id)| (0..*n).map(move |i| person(id * 100 + i, id))).collect();
        let visits: Vec<Visit> = evenings.iter().zip(1..).map(|((on, teams), id)| {
            visit(id, *on, &(1..=*teams).map(|t| id * 10 + t).collect::<Vec<_>>())
        }).collect();
        let wanted: Vec<Evening> = visits.iter().map(evening).collect();
        let new = proposed(&forces, &people, &days(&visits), &[], &wanted);
        prop_assert_eq!(&proposed(&forces, &people, &days(&visits), &[], &wanted), &new, "always the same");

        let led = visits.iter().map(|v| v.area).collect();
        let found = clashes(day(0), &forces, &people, &visits, &new, &led);
        let hard = found.iter().any(RosterClash::is_hard);
        prop_assert!(!hard && !found.iter().any(|c| matches!(c, RosterClash::Over { .. })), "{:?}", found);

        for force in &forces {
            let own: Vec<&Person> = people.iter().filter(|p| p.force == force.id).collect();
            let times: Vec<usize> = own.iter().map(|p| new.iter().filter(|l| l.member == p.member).count()).collect();
            let spread = times.iter().max().unwrap_or(&0) - times.iter().min().unwrap_or(&0);
            prop_assert!(spread <= 1, "{:?}", times);
            // Short only where everybody of the force is out already.
            for clash in &found {
                match clash {
                    RosterClash::Short { on, force: short, .. } if *short == force.id => {
                        let is_own = |l: &Assignment| own.iter().any(|p| p.member == l.member);
                        let out = new.iter().filter(|l| days(&visits)[&l.visit] == *on && is_own(l)).count();
                        prop_assert_eq!(out, own.len());
                    }
                    _ => {}
                }
            }
        }
        prop_assert_eq!(proposed(&forces, &people, &days(&visits), &new, &wanted), vec![], "a full roster stays as it is");
    }

    #[test]
    fn pairs_are_of_two_with_at_most_one_of_three_and_of_different_forces_where_possible(
        sizes in prop::collection::vec((0usize..5, any::<bool>()), 1..6),
    ) {
        let team: Vec<Knows> = sizes.iter().zip(1i64..).flat_map(|((n, area), force)| {
            (0..*n).zip(0i64..).map(move |(_, i)| Knows { member: MemberId(force * 10 + i), force: ForceId(force), area: *area })
        }).collect();
        let paired = pairs(&team);
        prop_assert_eq!(paired.len(), if team.len() > 1 { team.len() } else { 0 });
        let mut of: BTreeMap<u32, Vec<ForceId>> = BTreeMap::new();
        for one in &team {
            if let Some(number) = paired.get(&one.member) {
                of.entry(*number).or_default().push(one.force);
            }
        }
        prop_assert!(of.keys().copied().eq(1..=number(of.len())));
        prop_assert!(of.values().all(|p| (2..=3).contains(&p.len())));
        prop_assert_eq!(of.values().filter(|p| p.len() == 3).count(), team.len() % 2 * usize::from(team.len() > 1));
        let largest = sizes.iter().map(|(n, _)| *n).max().unwrap_or(0);
        if largest * 2 <= team.len() {
            prop_assert!(of.values().all(|p| p.iter().any(|f| *f != p[0])), "{:?}", of);
        }
    }
}
