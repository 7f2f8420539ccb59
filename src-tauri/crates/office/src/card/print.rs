use chrono::NaiveDate;
use domain::account::Permission;
use domain::area::Area;
use domain::date::dmy;
use domain::ids::TeamId;
use domain::printing::{Batch, PaperKind, Subject};
use domain::roster::head_title;
use domain::schedule::Visit;
use domain::sheet::{Sheet, SheetKind, SheetState};
use paper::{CardForce, CardHead, CardMember, TeamCardPrint, team_cards_pdf};
use serde::Deserialize;
use ts_rs::TS;

use crate::export::{PDF, file_name};
use crate::roster::RosterBook;
use crate::sheet::named;
use crate::team::by_given_name;
use crate::{Made, Make, Progress, Result, View};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CardSize {
    /// Two on an A4 page.
    #[default]
    A5,
    /// Four on an A4 page.
    A6,
}

impl CardSize {
    fn words(self) -> &'static str {
        match self {
            Self::A5 => "A5, 2 thẻ trên một trang A4",
            Self::A6 => "A6, 4 thẻ trên một trang A4",
        }
    }
}

impl From<CardSize> for paper::CardSize {
    fn from(size: CardSize) -> Self {
        match size {
            CardSize::A5 => Self::A5,
            CardSize::A6 => Self::A6,
        }
    }
}

/// A card for each team of an evening, or of all that are on: where and when, who goes, which sheets, how to behave.
/// No phone of a person is printed.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
pub struct TeamCardsPdf {
    pub evening: Option<NaiveDate>,
    #[serde(default)]
    #[ts(as = "Option<CardSize>", optional)]
    pub size: CardSize,
    /// Names of members and heads, which [`super::NoteTeamCards`] has to have noted within ten minutes. Without
    /// them a card says how many of each force go, and leaves room for the head's name.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub names: bool,
}

impl Make for TeamCardsPdf {
    const NAME: &'static str = "team_cards_pdf";
    const NEEDS: Permission = Permission::Print;

    fn run(self, view: &View<'_>, progress: Progress<'_>) -> Result<Made> {
        let visits = view.visits_for_cards(self.evening)?;
        if self.names {
            view.check_cards_noted(&visits)?;
        }
        let cards = self.cards(view, &visits)?;
        let name = self.evening.map_or_else(|| "The-to".to_owned(), |on| format!("The-to-{on}"));
        let bytes = team_cards_pdf(&cards, self.size.into(), progress)?;
        Ok(Made { file_name: file_name(&name, "pdf"), mime: PDF, bytes })
    }

    fn batch(&self, view: &View<'_>) -> Result<Option<Batch>> {
        let visits = view.visits_for_cards(self.evening)?;
        let team =
            |v: &Visit| v.teams.iter().map(|team| Subject::Team { visit: v.id, team: *team }).collect::<Vec<_>>();
        let subjects: Vec<Subject> = visits.iter().flat_map(team).collect();
        let of = self.evening.map_or_else(|| "cả đợt".to_owned(), |on| format!("buổi {}", dmy(on)));
        let names = if self.names { "có tên thành viên" } else { "không ghi tên" };
        let made_from = format!("{}; thẻ của {of}; {names}", self.size.words());
        view.batch(PaperKind::TeamCard, made_from, subjects).map(Some)
    }
}

impl TeamCardsPdf {
    fn cards(self, view: &View<'_>, visits: &[Visit]) -> Result<Vec<TeamCardPrint>> {
        let campaign = view.get_campaign()?;
        let issuer = view.issuer_during(&campaign)?;
        let contact = view.find_named(campaign.contact)?.map(|p| p.comrade());
        let (all, names) = (view.rosters()?, view.area_names()?);
        let mut sheets = view.list_sheets(campaign.id)?;
        sheets.retain(|s| !matches!(s.state, SheetState::Void | SheetState::Duplicate | SheetState::Lost));
        sheets.sort_by_key(|s| (s.kind == SheetKind::Summary, s.kind == SheetKind::Spare, s.n));
        let mut cards = Vec::new();
        for visit in visits {
            let Some(area) = names.on(visit.area, visit.on) else { continue };
            for team in teams_of(visit) {
                cards.push(TeamCardPrint {
                    issuer: issuer.short_name.clone(),
                    campaign: campaign.title.clone(),
                    team: team_name(&all, team),
                    area: area.label(),
                    on: visit.on,
                    starts: visit.starts,
                    ends: visit.ends,
                    head: self.head(&all, &area),
                    forces: self.forces(&all, visit, team),
                    sheets: sheets.iter().filter(|s| is_of(s, visit, team)).map(named).collect(),
                    return_to: Some(match &contact {
                        Some(contact) => format!("{} (qua {contact})", issuer.short_name),
                        None => issuer.short_name.clone(),
                    }),
                    contact_line: issuer.contact_line.clone(),
                    illustration: campaign.illustration.clone(),
                });
            }
        }
        Ok(cards)
    }

    fn head(self, all: &RosterBook, area: &Area) -> CardHead {
        let name = area.leader.filter(|_| self.names).and_then(|id| all.people.find(id)).map(|p| p.name.clone());
        CardHead { title: head_title(area.kind).to_owned(), name }
    }

    fn forces(self, all: &RosterBook, visit: &Visit, team: Option<TeamId>) -> Vec<CardForce> {
        let on_team = |l: &&domain::roster::Assignment| l.visit == visit.id && Some(l.team) == team;
        let lines: Vec<_> = all.lines.iter().filter(on_team).collect();
        let of_force = |force: &domain::team::Force| {
            let members = all.members.iter().filter(|m| m.force == force.id);
            let mut members: Vec<CardMember> = members
                .filter_map(|m| lines.iter().find(|l| l.member == m.id).map(|l| (m.person, l.pair)))
                .map(|(person, pair)| CardMember { name: all.people.name(person), pair })
                .collect();
            members.sort_by(|a, b| {
                (a.pair.is_none(), a.pair)
                    .cmp(&(b.pair.is_none(), b.pair))
                    .then_with(|| by_given_name(&a.name, &b.name))
            });
            let count = members.len();
            CardForce { name: force.name.clone(), count, members: if self.names { members } else { Vec::new() } }
        };
        all.forces.iter().map(of_force).filter(|force| force.count > 0).collect()
    }
}

/// A visit without a team has one card all the same, to be written on.
fn teams_of(visit: &Visit) -> Vec<Option<TeamId>> {
    if visit.teams.is_empty() { vec![None] } else { visit.teams.iter().copied().map(Some).collect() }
}

fn team_name(all: &RosterBook, team: Option<TeamId>) -> String {
    let known = team.and_then(|id| all.teams.iter().find(|t| t.id == id)).map(|t| t.name.clone());
    known.unwrap_or_else(|| "Tổ hỗ trợ ………".to_owned())
}

/// Sheets the team takes along: its own; the summary, of which a visit has one, goes with its first team.
fn is_of(sheet: &Sheet, visit: &Visit, team: Option<TeamId>) -> bool {
    let is_summary = sheet.kind == SheetKind::Summary && visit.teams.first().copied() == team;
    sheet.visit == Some(visit.id) && !sheet.called_off && (sheet.team == team || is_summary)
}
