use chrono::NaiveDate;
use domain::account::Permission;
use domain::area::Area;
use domain::ids::{PersonId, VisitId};
use domain::printing::{Batch, PaperKind};
use domain::reminder::{Reminder, ReminderLine, ReminderSheet};
use domain::roster::head_title;
use domain::sheet::SheetKind;
use paper::chase_slips_pdf;
use serde::Deserialize;
use ts_rs::TS;

use super::get::{RadarPacket, rows};
use crate::chase::ChaseText;
use crate::error::{Error, ErrorCode};
use crate::export::{PDF, file_name};
use crate::{Made, Make, Progress, Read, Result, View};

/// Which packets are asked for: those that fit everything that is said; if nothing is, all that are late.
#[derive(Debug, Clone, Copy, Default)]
struct Which {
    evening: Option<NaiveDate>,
    visit: Option<VisitId>,
    person: Option<PersonId>,
}

/// Slips (A5, one for each person) that ask for missing sheets. Nothing said: all that are late.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
pub struct ChaseSlipPdf {
    pub evening: Option<NaiveDate>,
    #[serde(default)]
    pub visit: Option<VisitId>,
    #[serde(default)]
    pub person: Option<PersonId>,
}

impl Make for ChaseSlipPdf {
    const NAME: &'static str = "chase_slip_pdf";
    const NEEDS: Permission = Permission::Print;

    fn run(self, view: &View<'_>, progress: Progress<'_>) -> Result<Made> {
        let which = Which { evening: self.evening, visit: self.visit, person: self.person };
        let reminders = which.reminders(view)?;
        let name = file_name(&format!("Giay nhac nop phieu {}", view.today()), "pdf");
        Ok(Made { file_name: name, mime: PDF, bytes: chase_slips_pdf(&reminders, progress)? })
    }

    fn batch(&self, view: &View<'_>) -> Result<Option<Batch>> {
        let which = Which { evening: self.evening, visit: self.visit, person: self.person };
        let reminders = which.reminders(view)?;
        let sheets: usize = reminders.iter().flat_map(|r| &r.lines).map(|l| l.sheets.len()).sum();
        let made_from = format!("A5; nhắc {} người, {sheets} phiếu chưa về", reminders.len());
        Ok(Some(Batch { kind: PaperKind::ChaseSlip, made_from, said: Vec::new() }))
    }
}

/// The same words as texts for Zalo, one for each person.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
pub struct GetSheetChase {
    #[serde(default)]
    pub evening: Option<NaiveDate>,
    #[serde(default)]
    pub visit: Option<VisitId>,
    #[serde(default)]
    pub person: Option<PersonId>,
}

impl Read for GetSheetChase {
    type Answer = Vec<ChaseText>;
    const NAME: &'static str = "get_sheet_chase";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Vec<ChaseText>> {
        let which = Which { evening: self.evening, visit: self.visit, person: self.person };
        let reminders = which.reminders(view)?;
        Ok(reminders.into_iter().map(|r| ChaseText { text: r.message(), to: r.to }).collect())
    }
}

impl Which {
    fn is_all_late(self) -> bool {
        self.evening.is_none() && self.visit.is_none() && self.person.is_none()
    }

    /// One for each person, the longest awaited first; where nobody is known, one for each area.
    fn reminders(self, view: &View<'_>) -> Result<Vec<Reminder>> {
        let packets = view.packets()?;
        let packets = rows(view, packets.iter().filter(|p| !p.is_whole()))?;
        let names = view.area_names()?;
        let blank = self.blank(view)?;
        let mut found: Vec<(String, Reminder)> = Vec::new();
        for packet in packets.iter().filter(|p| self.fits(p)) {
            let Some(area) = names.on(packet.area, packet.on) else { continue };
            // Two people may share a name, and an area may have nobody: the key tells them apart.
            let key = match &packet.hands {
                Some(hands) => format!("{}", hands.person),
                None => format!("area {}", packet.area),
            };
            let place = match found.iter().position(|(known, _)| *known == key) {
                Some(place) => place,
                None => {
                    found.push((key, Reminder { to: addressee(packet, &area), ..blank.clone() }));
                    found.len() - 1
                }
            };
            found[place].1.lines.push(line(packet));
        }
        if found.is_empty() {
            return Err(Error::of(ErrorCode::NothingMissing));
        }
        Ok(found.into_iter().map(|(_, reminder)| reminder).collect())
    }

    fn fits(self, packet: &RadarPacket) -> bool {
        if self.is_all_late() {
            return packet.late;
        }
        self.evening.is_none_or(|on| packet.on == on)
            && self.visit.is_none_or(|id| packet.visit == Some(id))
            && self.person.is_none_or(|id| packet.hands.as_ref().is_some_and(|h| h.person == id))
    }

    /// What every reminder of today says alike.
    fn blank(self, view: &View<'_>) -> Result<Reminder> {
        let campaign = view.get_campaign()?;
        let issuer = view.issuer_on(view.today())?;
        let through = match view.find_named(campaign.contact)? {
            Some(contact) => format!("{} (qua {})", issuer.short_name, contact.comrade()),
            None => issuer.short_name.clone(),
        };
        Ok(Reminder {
            issuer: issuer.short_name,
            campaign: campaign.title,
            to: String::new(),
            lines: Vec::new(),
            return_to: through,
            contact_line: issuer.contact_line,
            now: view.now.naive_local(),
            illustration: campaign.illustration,
        })
    }
}

/// `ông (bà) Nguyễn Văn An - Tổ trưởng tổ dân phố Hà Trì 1`; without a name whoever leads the area.
fn addressee(packet: &RadarPacket, area: &Area) -> String {
    let office = format!("{} {}", head_title(area.kind), area.name);
    match &packet.hands {
        Some(hands) => {
            let title = hands.title.clone().unwrap_or(office);
            format!("ông (bà) {} - {title}", hands.name)
        }
        None => office,
    }
}

fn line(packet: &RadarPacket) -> ReminderLine {
    ReminderLine {
        on: packet.on,
        area: packet.area_label.clone(),
        is_self_report: packet.visit.is_none(),
        sheets: packet
            .sheets
            .iter()
            .map(|s| ReminderSheet {
                code: s.code.clone(),
                team: s.team_name.clone(),
                spare: s.kind == SheetKind::Spare,
                n: s.n,
                of: s.of,
            })
            .collect(),
        summary: packet.summary.as_ref().map(|s| s.code.clone()),
        age: packet.age.clone(),
        late: packet.late,
    }
}
