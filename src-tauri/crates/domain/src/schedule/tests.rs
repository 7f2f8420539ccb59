use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, NaiveTime};
use proptest::prelude::*;

use super::*;
use crate::area::{Area, AreaKind};
use crate::campaign::{Denominator, Numerator, Target};
use crate::holiday::{DaysOff, OwnDay};
use crate::ids::TargetId;

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, d).expect("a date of the test")
}

fn visit(id: i64, area: i64, on: u32) -> Visit {
    let time = |h, m| NaiveTime::from_hms_opt(h, m, 0).expect("a time of the test");
    Visit {
        id: VisitId(id),
        area: AreaId(area),
        on: day(on),
        starts: time(19, 30),
        ends: time(21, 30),
        cancelled: None,
        teams: vec![TeamId(area)],
    }
}

fn area(id: i64) -> Area {
    Area {
        id: AreaId(id),
        name: format!("Hà Trì {id}"),
        kind: AreaKind::ResidentialGroup,
        cluster: None,
        leader: None,
        self_report_due: None,
        began_on: None,
        ended_on: None,
    }
}

/// A ground from the 9th to a day, whose evenings all have their sheets.
struct Floor {
    to: u32,
    areas: Vec<Area>,
    teams: Vec<TeamId>,
    targets: Vec<Target>,
    days_off: DaysOff,
    bare: BTreeSet<VisitId>,
    today: NaiveDate,
}

impl Floor {
    fn of(to: u32, areas: &[i64]) -> Self {
        let teams = (1..=4).map(TeamId).collect();
        let areas = areas.iter().map(|a| area(*a)).collect();
        let (targets, bare) = (Vec::new(), BTreeSet::new());
        Self { to, areas, teams, targets, days_off: DaysOff::default(), bare, today: day(9) }
    }

    fn check(&self, visits: &[Visit]) -> (Vec<Clash>, Vec<Option<Mend>>) {
        let numbered = visits.iter().map(|v| v.id).filter(|id| !self.bare.contains(id)).collect();
        let ground = Ground {
            starts_on: day(9),
            ends_on: day(self.to),
            today: self.today,
            areas: &self.areas,
            teams: &self.teams,
            targets: &self.targets,
            days_off: &self.days_off,
            numbered: &numbered,
        };
        let found = clashes(&ground, visits);
        let mends = mends(&ground, visits, &found);
        assert_eq!(found.len(), mends.len());
        (found, mends)
    }
}

#[test]
fn neighbouring_evenings_of_an_area_share_a_row() {
    let visits = [visit(1, 1, 9), visit(2, 2, 10), visit(3, 2, 11), visit(4, 1, 12)];
    let rows = rows(&visits);
    assert_eq!(rows.iter().map(|r| r.evenings.len()).collect::<Vec<_>>(), [1, 2, 1]);
}

#[test]
fn two_areas_on_the_same_two_evenings_give_two_rows() {
    let visits = [visit(1, 1, 9), visit(2, 2, 9), visit(3, 1, 10), visit(4, 2, 10)];
    assert_eq!(rows(&visits).len(), 2);
}

#[test]
fn clashes_are_found_hard_ones_first_and_each_says_its_step() {
    let mut twice = visit(3, 2, 9);
    twice.teams = vec![TeamId(1)];
    let visits = [visit(1, 1, 9), twice, visit(4, 2, 30)];
    let (found, mends) = Floor::of(12, &[1, 2, 3]).check(&visits);
    assert_eq!(
        found,
        [
            Clash::TeamTwice { team: TeamId(1), on: day(9), visits: vec![VisitId(1), VisitId(3)] },
            Clash::OutsideCampaign { visit: VisitId(4), on: day(30) },
            Clash::AreaMissed { area: AreaId(3) },
            Clash::Gap { from: day(10), to: day(12) },
        ]
    );
    assert!(found[0].is_hard() && !found[2].is_hard());
    assert_eq!(
        mends,
        [
            Some(Mend::SetTeams { visit: VisitId(3), teams: vec![TeamId(2)] }),
            Some(Mend::Move { visit: VisitId(4), on: day(10) }),
            Some(Mend::Add { area: AreaId(3), on: day(9), teams: vec![TeamId(3)] }),
            None,
        ]
    );
}

#[test]
fn with_one_team_a_second_area_moves_to_a_free_evening_and_a_full_campaign_is_extended() {
    let mut floor = Floor::of(10, &[1, 2]);
    floor.teams = vec![TeamId(1)];
    let one = |mut v: Visit| {
        v.teams = vec![TeamId(1)];
        v
    };
    let (found, mends) = floor.check(&[one(visit(1, 1, 9)), one(visit(2, 2, 9))]);
    assert!(matches!(found[..], [Clash::TeamTwice { .. }, Clash::TooMany { .. }, Clash::Gap { .. }]), "{found:?}");
    assert_eq!(mends[0], Some(Mend::Move { visit: VisitId(2), on: day(10) }));
    let (found, mends) = floor.check(&[one(visit(1, 1, 9)), one(visit(2, 2, 10)), one(visit(3, 1, 12))]);
    assert_eq!(found, [Clash::OutsideCampaign { visit: VisitId(3), on: day(12) }]);
    assert_eq!(mends, [Some(Mend::Extend { ends_on: day(12) })]);
}

#[test]
fn days_off_sheets_teams_and_targets_are_worth_a_look() {
    let mut floor = Floor::of(13, &[1, 2, 3, 4]);
    let own = [OwnDay { on: day(10), name: "Hội phường".into(), works: false }];
    floor.days_off = DaysOff::of(day(9), day(30), &own);
    floor.bare = [VisitId(3), VisitId(4)].into();
    floor.targets = vec![Target {
        id: TargetId(1),
        clause: "I.2".into(),
        name: "Cài đặt".into(),
        numerator: Numerator::Installed,
        denominator: Denominator::Smartphone15,
        percent: 50,
        by: day(12),
    }];
    let mut alone = visit(3, 3, 11);
    alone.teams.clear();
    let (found, mends) = floor.check(&[visit(1, 1, 9), visit(2, 2, 10), alone, visit(4, 4, 13)]);
    assert_eq!(
        found,
        [
            Clash::WithoutTeam { visit: VisitId(3), on: day(11) },
            // The evening of the 13th is not near yet.
            Clash::WithoutSheets { visits: vec![VisitId(3)], from: day(11), to: day(11) },
            Clash::OnDayOff { visit: VisitId(2), on: day(10), name: "Hội phường".into() },
            Clash::Gap { from: day(12), to: day(12) },
            Clash::AfterTarget { target: TargetId(1), by: day(12), last: day(13) },
        ]
    );
    assert!(found.iter().all(|c| !c.is_hard()));
    assert_eq!(mends[0], Some(Mend::SetTeams { visit: VisitId(3), teams: vec![TeamId(1)] }));
    assert_eq!(mends[1], Some(Mend::Print { on: day(11) }));
    assert_eq!(mends[2], Some(Mend::Move { visit: VisitId(2), on: day(9) }));
}

#[test]
fn an_area_is_visited_only_while_it_lives() {
    let mut floor = Floor::of(12, &[1, 2, 3]);
    floor.areas[0].ended_on = Some(day(9));
    floor.areas[1].began_on = Some(day(11));
    floor.areas[2].ended_on = Some(day(9));
    let (found, mends) = floor.check(&[visit(1, 1, 10), visit(2, 2, 9), visit(3, 1, 9), visit(4, 2, 12)]);
    assert_eq!(
        found[..2],
        [
            Clash::AreaGone { visit: VisitId(1), area: AreaId(1), on: day(10) },
            Clash::AreaGone { visit: VisitId(2), area: AreaId(2), on: day(9) },
        ]
    );
    assert_eq!(mends[..2], [None, Some(Mend::Move { visit: VisitId(2), on: day(11) })]);
    assert!(!found.iter().any(|c| matches!(c, Clash::AreaMissed { .. })), "area 3 is no more: {found:?}");
}

#[test]
fn an_area_that_reports_by_itself_is_not_missed() {
    let mut floor = Floor::of(9, &[5]);
    floor.areas[0].self_report_due = Some(day(29));
    assert!(floor.check(&[]).0.is_empty());
}

#[test]
fn a_weekday_the_schedule_never_uses_is_its_rhythm_and_the_past_is_past() {
    let mut floor = Floor::of(29, &[1]);
    // Saturdays and Sundays only, from 9/11; the 23rd was left free.
    let visits: Vec<Visit> = [9, 10, 16, 17, 24].into_iter().zip(1..).map(|(on, id)| visit(id, 1, on)).collect();
    assert_eq!(floor.check(&visits).0, [Clash::Gap { from: day(23), to: day(23) }]);
    floor.today = day(24);
    assert!(floor.check(&visits).0.is_empty());
}

#[test]
fn a_storm_pushes_everything_back_past_days_off() {
    let own = [OwnDay { on: day(13), name: "nghỉ".into(), works: false }];
    let off = DaysOff::of(day(9), day(30), &own);
    let days: Vec<NaiveDate> = [9, 10, 11, 14].map(day).into();
    let new = |off| -> Vec<u32> { shifted(days.clone(), 2, off).values().map(Datelike::day).collect() };
    assert_eq!(new(None), [11, 12, 13, 16]);
    assert_eq!(new(Some(&off)), [11, 12, 14, 16]);
}

fn wish(area: i64, evenings: u32) -> Wish {
    Wish { area: AreaId(area), evenings, cluster: None, began_on: None, ended_on: None }
}

#[test]
fn areas_follow_each_other_in_the_plans_order_and_clusters_stay_together() {
    let off = DaysOff::default();
    let teams = [TeamId(1), TeamId(2)];
    let mut terms =
        Terms { from: day(9), to: day(12), weekdays: [true; 7], days_off: &off, teams: &teams, per_day: 1, kept: &[] };
    let mut wishes = [wish(1, 1), wish(2, 2), wish(3, 1), wish(4, 1)];
    wishes[0].cluster = Some("Hà Trì".into());
    wishes[2].cluster = Some("Hà Trì".into());
    let seen = |p: &Proposed| p.evenings.iter().map(|e| (e.on.day(), e.area.0, e.team.0)).collect::<Vec<_>>();
    let proposed = propose(&terms, &wishes);
    assert_eq!(seen(&proposed), [(9, 1, 1), (10, 3, 2), (11, 2, 1), (12, 2, 1)]);
    assert_eq!(proposed.left, [Left { area: AreaId(4), evenings: 1, why: WhyLeft::Full }]);
    // Two teams: two areas an evening, and what is kept keeps its place.
    let kept = [visit(7, 2, 9)];
    terms.per_day = 9;
    terms.kept = &kept;
    let proposed = propose(&terms, &wishes);
    assert_eq!(seen(&proposed), [(9, 1, 1), (10, 3, 2), (10, 2, 1), (11, 4, 2)]);
    assert!(proposed.left.is_empty());
}

#[test]
fn what_finds_no_place_is_named_with_the_reason() {
    let off = DaysOff::default();
    let teams = [TeamId(1)];
    let terms =
        Terms { from: day(9), to: day(12), weekdays: [true; 7], days_off: &off, teams: &teams, per_day: 1, kept: &[] };
    let why = |terms: &Terms<'_>, wish: Wish| propose(terms, &[wish]).left.first().map(|l| l.why);
    assert_eq!(why(&Terms { teams: &[], ..terms }, wish(1, 1)), Some(WhyLeft::NoTeam));
    assert_eq!(why(&Terms { weekdays: [false; 7], ..terms }, wish(1, 1)), Some(WhyLeft::NoDay));
    let mut gone = wish(1, 1);
    gone.ended_on = Some(day(8));
    assert_eq!(why(&terms, gone), Some(WhyLeft::Gone));
    assert_eq!(why(&terms, wish(1, 4)), None);
}

proptest! {
    #[test]
    fn a_proposal_keeps_every_term(
        wishes in prop::collection::vec((1u32..4, prop::option::of(0u8..3), prop::option::of(1u32..31)), 0..40),
        weekdays in prop::array::uniform7(any::<bool>()),
        teams in 0i64..5,
        per_day in 0u32..6,
        off in prop::collection::vec(1u32..31, 0..4),
        kept in prop::collection::btree_map((1i64..6, 1u32..31), 1i64..5, 0..5),
    ) {
        let own: Vec<OwnDay> =
            off.iter().map(|d| OwnDay { on: day(*d), name: "nghỉ".into(), works: false }).collect();
        let off = DaysOff::of(day(1), day(30), &own);
        let teams: Vec<TeamId> = (1..=teams).map(TeamId).collect();
        let kept: Vec<Visit> = kept.into_iter().zip(100..).map(|(((area, on), team), id)| {
            let mut v = visit(id, area, on);
            v.teams = vec![TeamId(team)];
            v
        }).collect();
        let wishes: Vec<Wish> = wishes.into_iter().zip(1..).map(|((evenings, cluster, began), area)| Wish {
            area: AreaId(area),
            evenings,
            cluster: cluster.map(|c| c.to_string()),
            began_on: began.map(day),
            ended_on: None,
        }).collect();
        let terms = Terms { from: day(1), to: day(30), weekdays, days_off: &off, teams: &teams, per_day, kept: &kept };
        let proposed = propose(&terms, &wishes);
        prop_assert_eq!(&proposed, &propose(&terms, &wishes), "the same wish gives the same schedule");

        let mut team_days: BTreeSet<_> = kept.iter().flat_map(|v| v.teams.iter().map(|t| (*t, v.on))).collect();
        let mut area_days: BTreeSet<_> = kept.iter().map(|v| (v.area, v.on)).collect();
        let mut per: BTreeMap<NaiveDate, usize> = BTreeMap::new();
        for e in &proposed.evenings {
            prop_assert!(team_days.insert((e.team, e.on)), "no team twice");
            prop_assert!(area_days.insert((e.area, e.on)), "no area twice");
            prop_assert!(weekdays[e.on.weekday().num_days_from_monday() as usize] && !off.has(e.on));
            prop_assert!(day(1) <= e.on && e.on <= day(30));
            let wish = wishes.iter().find(|w| w.area == e.area).expect("an area that was wished for");
            prop_assert!(wish.began_on.is_none_or(|b| b <= e.on));
            *per.entry(e.on).or_default() += 1;
        }
        for (on, n) in per {
            prop_assert!(n + kept.iter().filter(|v| v.on == on).count() <= per_day as usize);
        }
        for wish in &wishes {
            let got = proposed.evenings.iter().filter(|e| e.area == wish.area).count()
                + kept.iter().filter(|v| v.area == wish.area).count();
            let left: u32 = proposed.left.iter().filter(|l| l.area == wish.area).map(|l| l.evenings).sum();
            prop_assert!(got + left as usize >= wish.evenings as usize, "every evening is placed or named");
            prop_assert!(left == 0 || got + left as usize == wish.evenings as usize);
        }
    }

    #[test]
    fn a_step_never_makes_a_hard_clash(
        evenings in prop::collection::vec((1i64..8, 9u32..29, 1i64..4), 0..25),
        to in 12u32..30,
    ) {
        let visits: Vec<Visit> = evenings.into_iter().zip(1..).map(|((area, on, team), id)| {
            let mut v = visit(id, area, on);
            v.teams = vec![TeamId(team)];
            v
        }).collect();
        let mut floor = Floor::of(to, &[1, 2, 3, 4, 5, 6, 7, 8]);
        floor.teams = (1..4).map(TeamId).collect();
        let hard = |visits: &[Visit]| floor.check(visits).0.iter().filter(|c| c.is_hard()).count();
        let before = hard(&visits);
        for mend in floor.check(&visits).1.into_iter().flatten() {
            let mut after = visits.clone();
            match mend {
                Mend::Move { visit, on } => after.iter_mut().filter(|v| v.id == visit).for_each(|v| v.on = on),
                Mend::SetTeams { visit, teams } => {
                    after.iter_mut().filter(|v| v.id == visit).for_each(|v| v.teams.clone_from(&teams));
                }
                Mend::Add { area, on, teams } => {
                    let mut new = visit(999, area.0, 9);
                    (new.on, new.teams) = (on, teams);
                    after.push(new);
                }
                Mend::Extend { .. } | Mend::Print { .. } => continue,
            }
            prop_assert!(hard(&after) <= before);
        }
    }
}
