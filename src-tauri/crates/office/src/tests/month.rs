//! A generated month of an office's life: evenings move, swap, split and are called off, teams change,
//! areas are renamed, split and merged, things are taken back. Whatever comes, no evening is lost, no team
//! is in two places unseen, and the journal tells the whole story.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use domain::ids::{AreaId, TeamId, VisitId};
use domain::schedule::Clash;
use proptest::prelude::*;
use serde_json::{Value, json};
use store::journal::replayed_dump;

use super::kit::Ward;
use crate::contract::call;
use crate::visit::ListVisits;

/// What the office decides, by chance. Numbers pick among what there is.
#[derive(Debug, Clone)]
enum Deed {
    Move { visit: usize, day: u64 },
    Swap { one: usize, other: usize },
    Split { visit: usize, day: u64 },
    CallOff { visit: usize },
    CallOn { visit: usize },
    Shift { day: u64, days: u32 },
    Teams { visit: usize, teams: [bool; 3] },
    Rename { area: usize, day: u64, name: usize },
    SplitArea { area: usize, day: u64, name: usize },
    Merge { one: usize, other: usize, day: u64, name: usize },
    TakeBack,
}

fn deed() -> impl Strategy<Value = Deed> {
    let (visit, day, area, name) = (0usize..64, 0u64..26, 0usize..40, 0usize..500);
    prop_oneof![
        3 => (visit.clone(), day.clone()).prop_map(|(visit, day)| Deed::Move { visit, day }),
        2 => (visit.clone(), visit.clone()).prop_map(|(one, other)| Deed::Swap { one, other }),
        2 => (visit.clone(), day.clone()).prop_map(|(visit, day)| Deed::Split { visit, day }),
        1 => visit.clone().prop_map(|visit| Deed::CallOff { visit }),
        1 => visit.clone().prop_map(|visit| Deed::CallOn { visit }),
        1 => (day.clone(), 1u32..4).prop_map(|(day, days)| Deed::Shift { day, days }),
        2 => (visit, any::<[bool; 3]>()).prop_map(|(visit, teams)| Deed::Teams { visit, teams }),
        2 => (area.clone(), day.clone(), name.clone()).prop_map(|(area, day, name)| Deed::Rename { area, day, name }),
        1 => (area.clone(), day.clone(), name.clone()).prop_map(|(area, day, name)| Deed::SplitArea { area, day, name }),
        1 => (area.clone(), area, day, name).prop_map(|(one, other, day, name)| Deed::Merge { one, other, day, name }),
        2 => Just(Deed::TakeBack),
    ]
}

/// The office, and what a person watching it would note down.
struct Month {
    ward: Ward,
    /// Journal entries that can be taken back, oldest first, each with the file before it.
    done: Vec<(i64, String)>,
    /// Every evening there ever was; one disappears only by taking back what added it.
    evenings: BTreeSet<VisitId>,
}

impl Month {
    fn begun() -> Self {
        let mut ward = Ward::of("ha-cau-2024");
        for number in [2, 3] {
            ward.office.write(crate::team::AddTeam { name: format!("Tổ hỗ trợ {number}") }).expect("a team");
        }
        let mut month = Self { ward, done: Vec::new(), evenings: BTreeSet::new() };
        month.evenings = month.visits().into_iter().map(|v| v.0).collect();
        month
    }

    fn dump(&self) -> String {
        self.ward.office.view().dump().expect("a dump")
    }

    /// Evenings with area, day and whether they are on, by id.
    fn visits(&self) -> Vec<(VisitId, AreaId, NaiveDate, bool)> {
        let view = self.ward.office.view();
        let campaign = view.get_campaign().expect("a campaign").id;
        let mut visits: Vec<_> = view
            .list_visits(campaign)
            .expect("evenings")
            .into_iter()
            .map(|v| (v.id, v.area, v.on, v.is_on()))
            .collect();
        visits.sort_unstable();
        visits
    }

    /// Does a deed; refused, it changed nothing.
    fn run(&mut self, name: &str, request: Value) -> bool {
        let before = self.dump();
        match call(&mut self.ward.office, name, request) {
            Ok(answered) => {
                self.done.extend(answered.undo.map(|entry| (entry, before)));
                true
            }
            Err(error) => {
                assert_ne!(error.code(), crate::ErrorCode::Internal, "{name}: {error}");
                assert_ne!(error.code(), crate::ErrorCode::BadRequest, "{name}: {error}");
                assert_eq!(self.dump(), before, "{name} was refused and changed something");
                false
            }
        }
    }

    fn day(&self, n: u64) -> NaiveDate {
        let starts_on = self.ward.office.view().get_campaign().expect("a campaign").starts_on;
        starts_on.checked_add_days(Days::new(n)).expect("a day")
    }

    /// Living areas.
    fn areas(&self) -> Vec<domain::area::Area> {
        let view = self.ward.office.view();
        let campaign = view.get_campaign().expect("a campaign").id;
        view.list_areas(campaign).expect("areas").into_iter().filter(domain::area::Area::is_living).collect()
    }

    fn go(&mut self, deed: &Deed) {
        let visits = self.visits();
        let visit = |n: usize| visits[n % visits.len()];
        let areas = self.areas();
        let area = |n: usize| areas[n % areas.len()].id;
        let added = match *deed {
            Deed::Move { visit: n, day } => {
                self.run("move_visit", json!({ "id": visit(n).0, "on": self.day(day), "confirmed": true }))
            }
            Deed::Swap { one, other } => {
                let (one, other) = (visit(one), visit(other));
                let request = json!({ "id": one.0, "on": other.2, "swap_with": other.0, "confirmed": true });
                self.run("move_visit", request)
            }
            Deed::Split { visit: n, day } => self.run("split_visit", json!({ "id": visit(n).0, "on": self.day(day) })),
            Deed::CallOff { visit: n } => {
                self.run("cancel_visit", json!({ "id": visit(n).0, "reason": "mưa bão", "confirmed": true }))
            }
            Deed::CallOn { visit: n } => self.run("cancel_visit", json!({ "id": visit(n).0, "reason": null })),
            Deed::Shift { day, days } => {
                let request = json!({ "from": self.day(day), "days": days, "skip_days_off": true, "extend": true });
                self.run("shift_visits", request)
            }
            Deed::Teams { visit: n, teams } => {
                let known = self.ward.office.read(ListVisits {}).expect("a schedule").teams;
                let chosen: Vec<_> = known.iter().zip(teams).filter(|(_, on)| *on).map(|(t, _)| t.id).collect();
                self.run("set_visit_teams", json!({ "id": visit(n).0, "teams": chosen, "confirmed": true }))
            }
            Deed::Rename { area: n, day, name } => self.rename(area(n), day, name),
            Deed::SplitArea { area: n, day, name } => self.split_area(area(n), day, name, &visits),
            Deed::Merge { one, other, day, name } => self.merge(area(one), area(other), day, name, &visits),
            Deed::TakeBack => self.take_back(),
        };
        let now: BTreeSet<VisitId> = self.visits().into_iter().map(|v| v.0).collect();
        if matches!(deed, Deed::TakeBack) {
            self.evenings = now;
        } else {
            assert!(now.is_superset(&self.evenings), "an evening was lost by {deed:?}");
            assert!(added || now == self.evenings);
            self.evenings = now;
        }
    }

    fn take_back(&mut self) -> bool {
        let Some((entry, before)) = self.done.pop() else { return false };
        let answered =
            call(&mut self.ward.office, "undo", json!({ "entry": entry })).expect("the latest can be undone");
        assert!(answered.undo.is_some());
        assert_eq!(self.dump(), before, "taken back, the file is as it was");
        true
    }

    /// What must hold after every deed.
    fn check(&self) {
        let schedule = self.ward.office.read(ListVisits {}).expect("a schedule");
        let mut out: BTreeMap<(TeamId, NaiveDate), Vec<VisitId>> = BTreeMap::new();
        for visit in schedule.visits.iter().filter(|v| v.cancelled.is_none()) {
            for team in &visit.teams {
                out.entry((team.id, visit.on)).or_default().push(visit.id);
            }
        }
        let in_two_places: BTreeSet<(TeamId, NaiveDate)> =
            out.into_iter().filter(|(_, visits)| visits.len() > 1).map(|(key, _)| key).collect();
        let shown: BTreeSet<(TeamId, NaiveDate)> = schedule
            .clashes
            .iter()
            .filter(|row| row.hard)
            .filter_map(|row| match &row.clash {
                Clash::TeamTwice { team, on, .. } => Some((*team, *on)),
                _ => None,
            })
            .collect();
        assert_eq!(in_two_places, shown, "a team in two places is a hard clash, and nothing else is");
        assert_eq!(schedule.visits.len(), self.evenings.len(), "every evening is on the schedule");
        self.check_areas();
    }
}

impl Month {
    fn rename(&mut self, id: AreaId, day: u64, name: usize) -> bool {
        let request = json!({
            "id": id, "from": self.day(day), "because": "Nghị quyết của HĐND",
            "area": {
                "name": format!("Địa bàn {name}"), "kind": "residential_group", "cluster": null, "leader": null,
                "self_report_due": null,
            },
        });
        self.run("rename_area", request)
    }

    /// Evenings of the area go to the two new ones in turn.
    fn split_area(&mut self, id: AreaId, day: u64, name: usize, visits: &[(VisitId, AreaId, NaiveDate, bool)]) -> bool {
        let on = self.day(day);
        let heirs: Vec<Value> = ["A", "B"]
            .iter()
            .map(|letter| json!({ "name": format!("Địa bàn {name}{letter}"), "kind": "residential_group", "cluster": null }))
            .collect();
        let evenings: Vec<Value> = visits
            .iter()
            .filter(|v| v.1 == id && v.2 >= on && v.3)
            .zip(0usize..)
            .map(|(v, n)| json!({ "visit": v.0, "to": n % 2 }))
            .collect();
        let request = json!({ "id": id, "on": on, "into": heirs, "evenings": evenings, "because": "Quyết định" });
        self.keeping_evenings(&[id], on, visits, |month| month.run("split_area", request))
    }

    fn merge(
        &mut self,
        one: AreaId,
        other: AreaId,
        day: u64,
        name: usize,
        visits: &[(VisitId, AreaId, NaiveDate, bool)],
    ) -> bool {
        let on = self.day(day);
        let request = json!({
            "ids": [one, other], "on": on, "name": format!("Địa bàn {name}"),
            "kind": "residential_group", "cluster": null, "because": "Quyết định",
        });
        self.keeping_evenings(&[one, other], on, visits, |month| month.run("merge_areas", request))
    }

    /// A change of areas leaves every day as it was: evenings before it stay with their area, those from
    /// that day on are the new areas'.
    fn keeping_evenings(
        &mut self,
        ended: &[AreaId],
        on: NaiveDate,
        before: &[(VisitId, AreaId, NaiveDate, bool)],
        change: impl FnOnce(&mut Self) -> bool,
    ) -> bool {
        let done = change(self);
        let after = self.visits();
        assert_eq!(before.len(), after.len());
        for (old, new) in before.iter().zip(&after) {
            assert_eq!((old.0, old.2, old.3), (new.0, new.2, new.3), "day and state of an evening");
            let moves = done && ended.contains(&old.1) && old.2 >= on && old.3;
            assert_eq!(old.1 != new.1, moves, "{old:?} {new:?}");
        }
        done
    }

    /// Every evening that is on lies within its area's life, and no living area has another's name.
    fn check_areas(&self) {
        let view = self.ward.office.view();
        let campaign = view.get_campaign().expect("a campaign").id;
        let areas: BTreeMap<AreaId, domain::area::Area> =
            view.list_areas(campaign).expect("areas").into_iter().map(|a| (a.id, a)).collect();
        for (visit, area, on, is_on) in self.visits() {
            let area = &areas[&area];
            let lives = area.began_on.is_none_or(|b| b <= on) && area.ended_on.is_none_or(|e| on <= e);
            assert!(lives || !is_on, "evening {visit} of {} on {on}", area.name);
        }
        let mut names: Vec<&str> = areas.values().filter(|a| a.is_living()).map(|a| a.name.as_str()).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn a_month_of_changes_loses_nothing(deeds in prop::collection::vec(deed(), 1..40)) {
        let mut month = Month::begun();
        let begun = month.dump();
        for deed in &deeds {
            month.go(deed);
            month.check();
        }
        let end = month.dump();
        let view = month.ward.office.view();
        prop_assert_eq!(replayed_dump(&view).expect("a replay"), end, "the journal tells it all");
        prop_assert!(view.journal_verify().expect("a chain").is_ok());
        while month.take_back() {}
        prop_assert_eq!(month.dump(), begun, "everything taken back");
        prop_assert_eq!(replayed_dump(&month.ward.office.view()).expect("a replay"), month.dump());
    }
}
