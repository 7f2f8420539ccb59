//! Replay of the journal gives the same tables, whatever was done.

use chrono::NaiveDate;
use domain::ids::{AreaId, CampaignId, SheetId, VisitId};
use domain::roster::Assignment;
use proptest::prelude::*;

use super::kit::{Office, day, new_area, op, tally_write, time};
use crate::journal::replayed_dump;
use crate::{DocumentFiles, NewBase, NewForce, NewPerson, NewReport, Op, ReportFiles, StoreError, TallyWrite, Tx};

#[derive(Debug, Clone)]
enum Deed {
    AddArea(u8),
    RenameArea(u8, u8),
    PutBase {
        area: u8,
        as_of: u32,
        households: Option<u32>,
    },
    AddVisit {
        area: u8,
        on: u32,
    },
    MoveVisit {
        visit: u8,
        on: u32,
    },
    CancelVisit {
        visit: u8,
        off: bool,
    },
    MakeSheet {
        visit: u8,
    },
    Key {
        sheet: u8,
        no: u8,
        value: Option<u32>,
    },
    /// Another keying than the first: second, again, or a third person's decision.
    KeyAnother {
        sheet: u8,
        keying: u8,
        no: u8,
        value: Option<u32>,
        afresh: bool,
    },
    ExtendCampaign {
        to: u32,
        recipients: u8,
    },
    AddPerson(u8),
    /// A person of a force, which is made if there is none.
    AddMember(u8),
    SetRoster {
        visit: u8,
        members: u8,
    },
    /// Details destroyed for good; past evenings keep the number.
    Erase {
        person: u8,
        today: u32,
    },
    SetTeams {
        visit: u8,
        teams: u8,
    },
    /// A report goes out under the name of an account, which is made if there is none.
    IssueReport {
        to: u32,
    },
    /// Does several things and then fails.
    Fail(u8),
}

fn any_deed() -> impl Strategy<Value = Deed> {
    let n = || any::<u8>();
    prop_oneof![
        1 => n().prop_map(Deed::AddArea),
        1 => (n(), n()).prop_map(|(a, b)| Deed::RenameArea(a, b)),
        1 => (n(), 1u32..28, prop::option::of(0u32..9999)).prop_map(|(area, as_of, households)| Deed::PutBase { area, as_of, households }),
        1 => (n(), 9u32..=30).prop_map(|(area, on)| Deed::AddVisit { area, on }),
        1 => (n(), 9u32..=30).prop_map(|(visit, on)| Deed::MoveVisit { visit, on }),
        1 => (n(), any::<bool>()).prop_map(|(visit, off)| Deed::CancelVisit { visit, off }),
        1 => n().prop_map(|visit| Deed::MakeSheet { visit }),
        4 => (n(), 1u8..=9, prop::option::of(0u32..200)).prop_map(|(sheet, no, value)| Deed::Key { sheet, no, value }),
        4 => (n(), 2u8..=4, 1u8..=9, prop::option::of(0u32..200), prop::bool::weighted(0.1))
            .prop_map(|(sheet, keying, no, value, afresh)| Deed::KeyAnother { sheet, keying, no, value, afresh }),
        1 => (9u32..=30, 0u8..5).prop_map(|(to, recipients)| Deed::ExtendCampaign { to, recipients }),
        1 => n().prop_map(Deed::AddPerson),
        2 => n().prop_map(Deed::AddMember),
        1 => (n(), n()).prop_map(|(visit, members)| Deed::SetRoster { visit, members }),
        1 => (n(), 9u32..=30).prop_map(|(person, today)| Deed::Erase { person, today }),
        1 => (n(), 0u8..4).prop_map(|(visit, teams)| Deed::SetTeams { visit, teams }),
        1 => (9u32..=30).prop_map(|to| Deed::IssueReport { to }),
        1 => n().prop_map(Deed::Fail),
    ]
}

fn new_person(n: u8) -> NewPerson {
    NewPerson {
        name: format!("Người {n}"), title: None, unit: None, phone: Some(format!("09{n:08}")), salt: [n; 16]
    }
}

fn new_force() -> NewForce {
    let (kind, name) = (domain::team::ForceKind::Detailed, "Đoàn viên thanh niên".to_owned());
    NewForce { kind, name, role: None, quota: Some(5), detailing: None, detailed_by: None }
}

fn issue_report(tx: &Tx<'_>, campaign: CampaignId, to: NaiveDate) -> Result<(), StoreError> {
    let (journal_seq, journal_head) = tx.journal_head()?;
    let new = NewReport {
        n: tx.next_report_n(campaign)?,
        kind: domain::report::ReportKind::Custom,
        period: domain::rates::Period::until(to),
        as_of: to,
        authority: None,
        document: None,
        journal_seq,
        journal_head,
    };
    let document = Some(DocumentFiles { pdf: b"%PDF".to_vec(), docx: b"PK".to_vec() });
    tx.insert_report(campaign, &new, &ReportFiles { xlsx: b"PK".to_vec(), document }).map(|_| ())
}

/// Deeds on things that do not exist are refused, as an office's would be; that is part of the game.
fn perform(office: &mut Office, deed: &Deed) -> Result<(), StoreError> {
    let id = |n: u8| i64::from(n % 6) + 1;
    let who = office.writer.rows().list_accounts()?.first().map(|a| a.id);
    let done = office.writer.transact(&Op { who, ..op("deed") }, |tx| {
        let campaign = tx.get_campaign()?;
        match deed {
            Deed::AddArea(n) => tx.insert_area(campaign.id, &new_area(&format!("Hà Trì {n}"))).map(|_| ()),
            Deed::RenameArea(a, b) => tx.update_area(AreaId(id(*a)), &new_area(&format!("Cầu Đơ \"{b}\""))),
            Deed::PutBase { area, as_of, households } => tx.put_base(
                AreaId(id(*area)),
                &NewBase {
                    as_of: day(*as_of),
                    source: "Công an phường".into(),
                    households: *households,
                    people_15: None,
                    smartphone_15: None,
                    installed: None,
                },
            ),
            Deed::AddVisit { area, on } => tx
                .insert_visit(
                    campaign.id,
                    &crate::NewVisit {
                        area: AreaId(id(*area)),
                        on: day(*on),
                        starts: time(19),
                        ends: time(21),
                        teams: vec![],
                    },
                )
                .map(|_| ()),
            Deed::MoveVisit { visit, on } => tx.move_visit(VisitId(id(*visit)), day(*on), time(18), time(20)),
            Deed::CancelVisit { visit, off } => tx.cancel_visit(VisitId(id(*visit)), off.then_some("mưa bão")),
            Deed::MakeSheet { visit } => {
                let sheet = tx.next_sheet_id()?;
                let key = domain::code::OfficeKey(super::kit::KEY);
                let code = domain::code::SheetCode::of(&key, sheet).expect("in range");
                let form = tx.get_current_form(campaign.id)?.id;
                let regular = domain::sheet::SheetKind::Regular;
                let new = crate::NewSheet::of(regular, Some(VisitId(id(*visit))), None, None, form);
                tx.insert_sheet(campaign.id, sheet, code, &new)
            }
            Deed::Key { sheet, no, value } => tx.write_tally(tally_write(SheetId(id(*sheet)), &no.to_string(), *value)),
            Deed::KeyAnother { sheet, keying, no, value, afresh } => tx.write_tally(TallyWrite {
                keying: *keying,
                states: Vec::new(),
                afresh: *afresh,
                ..tally_write(SheetId(id(*sheet)), &no.to_string(), *value)
            }),
            Deed::ExtendCampaign { to, recipients } => {
                let recipients = (0..*recipients).map(|n| format!("Đơn vị {n}")).collect();
                tx.update_campaign(&domain::campaign::Campaign { ends_on: day(*to), recipients, ..campaign })
            }
            Deed::AddPerson(n) => tx.insert_person(&new_person(*n)).map(|_| ()),
            Deed::SetTeams { visit, teams } => {
                let have = tx.list_teams(campaign.id)?;
                let team = match have.get(usize::from(*teams)) {
                    Some(team) => team.id,
                    None => tx.insert_team(
                        campaign.id,
                        &crate::NewTeam { number: u32::from(*teams) + 1, name: "Tổ".into() },
                    )?,
                };
                tx.set_visit_teams(VisitId(id(*visit)), &[team])
            }
            Deed::AddMember(n) => {
                let force = match tx.list_forces(campaign.id)?.first() {
                    Some(force) => force.id,
                    None => tx.insert_force(campaign.id, &new_force())?,
                };
                let person = tx.insert_person(&new_person(*n))?;
                let member = tx.insert_member(force, person)?;
                if n % 3 == 0 { tx.update_member(member, force, Some(day(20))) } else { Ok(()) }
            }
            Deed::SetRoster { visit, members } => {
                let visit = VisitId(id(*visit));
                let team = tx.get_visit(visit)?.teams.first().copied().unwrap_or(domain::ids::TeamId(1));
                let bit = |i: usize| (members >> (i % 8)) & 1 == 1;
                let lines: Vec<Assignment> = tx
                    .list_members(campaign.id)?
                    .iter()
                    .take(8)
                    .enumerate()
                    .filter(|(i, _)| bit(*i))
                    .map(|(i, m)| Assignment { visit, team, member: m.id, pair: bit(i + 1).then_some(1) })
                    .collect();
                tx.set_roster(visit, &lines)
            }
            Deed::Erase { person, today } => tx.erase_person(domain::ids::PersonId(id(*person)), day(*today)),
            Deed::IssueReport { to } => match who {
                None => {
                    let person = tx.insert_person(&new_person(0))?;
                    let role = domain::account::Role::Leadership;
                    tx.insert_account(crate::NewAccount { person, role }).map(|_| ())
                }
                Some(_) => issue_report(tx, campaign.id, day(*to)),
            },
            Deed::Fail(n) => {
                tx.insert_area(campaign.id, &new_area(&format!("Hỏng {n}")))?;
                tx.write_tally(tally_write(SheetId(1), "1", Some(u32::from(*n))))?;
                Err(StoreError::DiskFull)
            }
        }
    });
    done.map(|_| ())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn replay_rebuilds_the_journalled_tables(deeds in prop::collection::vec(any_deed(), 1..60), reopen_at in 0usize..60) {
        let mut office = Office::new();
        for (i, deed) in deeds.iter().enumerate() {
            if i == reopen_at {
                let (again, recovered) = office.reopen();
                prop_assert_eq!(recovered, 0);
                office = again;
            }
            let fails = matches!(deed, Deed::Fail(_)).then(|| office.writer.rows().dump().expect("a dump"));
            let refused = perform(&mut office, deed).is_err();
            if let Some(before) = fails {
                prop_assert!(refused);
                prop_assert_eq!(office.writer.rows().dump().expect("a dump"), before, "a refused deed changes nothing");
            }
        }
        let rows = office.writer.rows();
        prop_assert_eq!(replayed_dump(&rows).expect("it replays"), rows.dump().expect("a dump"));
        prop_assert!(rows.journal_verify().expect("it reads").is_ok());
        for entry in rows.journal_after(0).expect("entries") {
            prop_assert!(!entry.changes.contains("Người") && !entry.changes.contains("\"0900000"), "{}", entry.changes);
        }
    }
}
