use std::collections::{BTreeMap, BTreeSet};

use domain::account::Permission;
use domain::date::{dmy, weekday};
use domain::ids::{AreaId, TeamId, VisitId};
use domain::printing::{Batch, PaperKind};
use domain::sheet::{Sheet, SheetKind};
use domain::text::capitalised;
use paper::{ReceiptPacket, ReceiptPrint, receipt_pdf};
use serde::Deserialize;
use ts_rs::TS;

use crate::area::AreaNames;
use crate::error::{Error, ErrorCode};
use crate::export::{PDF, file_name};
use crate::sheet::named;
use crate::{Made, Make, Progress, Result, View};

/// A packet's receipt on one A4 page, twice: for the office and for whoever brought it.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ReceiptPdf {
    pub number: u32,
}

impl Make for ReceiptPdf {
    const NAME: &'static str = "receipt_pdf";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>, _: Progress<'_>) -> Result<Made> {
        let campaign = view.get_campaign()?;
        let receipt = view
            .find_receipt(campaign.id, self.number)?
            .ok_or_else(|| Error::of(ErrorCode::NoReceipt).with("number", self.number))?;
        let people = view.people()?;
        let by = view.list_accounts()?.into_iter().find(|a| a.id == receipt.account).map(|a| a.person);
        let issuer = view.issuer_on(receipt.at.date_naive())?;
        let print = ReceiptPrint {
            issuer: issuer.short_name,
            place: issuer.place,
            campaign: campaign.title.clone(),
            number: receipt.number,
            on: receipt.at.date_naive(),
            at: receipt.at.time(),
            brought_by: receipt.brought_by.map(|id| people.name(id)),
            taken_by: by.map(|id| people.name(id)),
            packets: packets(view, &receipt)?,
            illustration: campaign.illustration,
        };
        let name = file_name(&format!("Bien nhan {}", domain::receipt::number_words(receipt.number)), "pdf");
        Ok(Made { file_name: name, mime: PDF, bytes: receipt_pdf(&print)? })
    }

    fn batch(&self, view: &View<'_>) -> Result<Option<Batch>> {
        let receipt = view.find_receipt(view.get_campaign()?.id, self.number)?;
        let sheets = receipt.map_or(0, |r| r.sheets);
        let made_from = format!("Biên nhận số {}; {sheets} phiếu", self.number);
        Ok(Some(Batch { kind: PaperKind::Receipt, made_from, said: Vec::new() }))
    }
}

/// What sheets belong together on a receipt: an evening's of one team, an area's own, those of no evening yet.
type Key = (Option<VisitId>, Option<AreaId>, Option<TeamId>);

/// The receipt's sheets, packet by packet, with what of each packet is still out today.
fn packets(view: &View<'_>, receipt: &domain::receipt::Receipt) -> Result<Vec<ReceiptPacket>> {
    let campaign = view.get_campaign()?.id;
    let names = view.area_names()?;
    let teams: BTreeMap<TeamId, String> = view.list_teams(campaign)?.into_iter().map(|t| (t.id, t.name)).collect();
    let mut packets: BTreeMap<Key, Vec<Sheet>> = BTreeMap::new();
    for id in view.list_receipt_sheets(receipt.id)? {
        let sheet = view.get_sheet(id)?;
        packets.entry((sheet.visit, sheet.area, sheet.team)).or_default().push(sheet);
    }
    let mut printed = Vec::with_capacity(packets.len());
    let mut summaries = BTreeSet::new();
    for (key, sheets) in packets {
        let (Some(visit), ..) = key else {
            printed.push(packet(&names, &teams, key, &sheets, &[]));
            continue;
        };
        let is_out = |s: &Sheet| s.state.is_awaited(s.called_off) && !s.state.is_back();
        let of_packet = |s: &Sheet| s.team == key.2 || s.kind == SheetKind::Summary;
        let mut out = view.list_sheets_of_visit(visit)?;
        out.retain(|s| is_out(s) && of_packet(s));
        // The summary is asked for once, however many teams were out.
        out.retain(|s| s.kind != SheetKind::Summary || summaries.insert(s.id));
        out.sort_by_key(|s| s.kind == SheetKind::Summary);
        printed.push(packet(&names, &teams, key, &sheets, &out));
    }
    Ok(printed)
}

fn packet(
    names: &AreaNames,
    teams: &BTreeMap<TeamId, String>,
    (visit, area, team): Key,
    sheets: &[Sheet],
    out: &[Sheet],
) -> ReceiptPacket {
    let on = sheets.iter().find_map(|s| s.on).filter(|_| visit.is_some());
    let label = area.zip(sheets.iter().find_map(|s| s.on)).and_then(|(id, day)| names.on(id, day));
    let label = label.map(|a| a.label());
    let what = match (on, label) {
        (Some(on), Some(area)) => format!("{} {}, {area}", capitalised(weekday(on)), dmy(on)),
        (None, Some(area)) => format!("Phiếu tự báo cáo, {area}"),
        _ => "Phiếu dự phòng chưa ghi buổi".to_owned(),
    };
    let team = team.and_then(|id| teams.get(&id)).map(|name| format!(", {name}")).unwrap_or_default();
    ReceiptPacket { what: what + &team, back: sheets.iter().map(named).collect(), out: out.iter().map(named).collect() }
}
