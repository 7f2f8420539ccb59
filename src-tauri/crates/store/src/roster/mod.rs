//! Who goes out with which team on an evening.

use std::collections::BTreeMap;

use domain::ids::{CampaignId, MemberId, PersonId, TeamId, VisitId};
use domain::roster::Assignment;
use rusqlite::{Row, params};

use crate::error::Result;
use crate::rows::Rows;
use crate::transact::Tx;

fn assignment(row: &Row<'_>) -> rusqlite::Result<Assignment> {
    Ok(Assignment {
        visit: VisitId(row.get("visit_id")?),
        team: TeamId(row.get("team_id")?),
        member: MemberId(row.get("member_id")?),
        pair: row.get("pair")?,
    })
}

impl Rows<'_> {
    /// Rosters of every evening, cancelled ones too.
    pub fn list_rosters(&self, campaign: CampaignId) -> Result<Vec<Assignment>> {
        self.list(include_str!("list.sql"), [campaign.0], assignment)
    }

    /// Who heads each team on each evening, by the roster; the first where there are two.
    pub fn list_heads(&self, campaign: CampaignId) -> Result<BTreeMap<(VisitId, TeamId), PersonId>> {
        let rows = self.list(include_str!("heads.sql"), [campaign.0], |row| {
            let key = (VisitId(row.get("visit_id")?), TeamId(row.get("team_id")?));
            Ok((key, PersonId(row.get("person_id")?)))
        })?;
        let mut heads = BTreeMap::new();
        for (key, person) in rows {
            heads.entry(key).or_insert(person);
        }
        Ok(heads)
    }

    pub fn list_roster(&self, visit: VisitId) -> Result<Vec<Assignment>> {
        self.list(
            "SELECT visit_id, team_id, member_id, pair FROM visit_member WHERE visit_id = ?1 ORDER BY team_id, member_id",
            [visit.0],
            assignment,
        )
    }
}

impl Tx<'_> {
    /// The whole roster of an evening; lines that are as they were write nothing.
    pub fn set_roster(&self, visit: VisitId, lines: &[Assignment]) -> Result<()> {
        let before: BTreeMap<MemberId, Assignment> =
            self.list_roster(visit)?.into_iter().map(|l| (l.member, l)).collect();
        for member in before.keys().filter(|m| !lines.iter().any(|l| l.member == **m)) {
            self.run("DELETE FROM visit_member WHERE visit_id = ?1 AND member_id = ?2", params![visit.0, member.0])?;
        }
        for line in lines {
            match before.get(&line.member) {
                Some(known) if (known.team, known.pair) == (line.team, line.pair) => {}
                Some(_) => {
                    self.run(
                        "UPDATE visit_member SET team_id = ?3, pair = ?4 WHERE visit_id = ?1 AND member_id = ?2",
                        params![visit.0, line.member.0, line.team.0, line.pair],
                    )?;
                }
                None => {
                    self.run(
                        "INSERT INTO visit_member (visit_id, member_id, team_id, pair) VALUES (?1, ?2, ?3, ?4)",
                        params![visit.0, line.member.0, line.team.0, line.pair],
                    )?;
                }
            }
        }
        Ok(())
    }
}
