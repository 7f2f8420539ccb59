use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::date::dmy;
use domain::form::Form;
use domain::ids::{FormId, TeamId};
use domain::printing::{Batch, PaperKind, Subject};
use domain::qr::SheetQr;
use domain::sheet::{Sheet, SheetKind, SheetState};
use paper::{SheetPrint, SheetTime, sheets_pdf};
use serde::Deserialize;
use ts_rs::TS;

use super::nothing_on;
use crate::error::{Error, ErrorCode};
use crate::export::{PDF, file_name};
use crate::{Made, Make, Progress, Result, View};

/// How sheets stand on A4 paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SheetLayout {
    /// One on a page.
    #[default]
    A4,
    /// Two A5 sheets side by side, to be cut between and the right half laid under the left.
    TwoA5,
}

impl From<SheetLayout> for paper::SheetLayout {
    fn from(layout: SheetLayout) -> Self {
        match layout {
            SheetLayout::A4 => Self::A4,
            SheetLayout::TwoA5 => Self::TwoA5,
        }
    }
}

/// The numbered sheets of an evening, or of all, to print. Void ones are left out, and so are spares without
/// an evening that are not in the office any more.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
pub struct SheetsPdf {
    pub evening: Option<NaiveDate>,
    /// With the evening's sheets the spares without an evening; of all they are part.
    #[serde(default)]
    pub loose: bool,
    /// A4 if it is not said. A form too long for half a page is refused in words.
    #[serde(default)]
    #[ts(as = "Option<SheetLayout>", optional)]
    pub layout: SheetLayout,
}

impl Make for SheetsPdf {
    const NAME: &'static str = "sheets_pdf";
    const NEEDS: Permission = Permission::Print;

    fn run(self, view: &View<'_>, progress: Progress<'_>) -> Result<Made> {
        let sheets = self.sheets(view)?;
        if sheets.is_empty() {
            return Err(nothing_on(self.evening));
        }
        let batch = prints(view, &sheets)?;
        let name = self.evening.map_or_else(|| "Phieu".to_owned(), |on| format!("Phieu-{on}"));
        let bytes = sheets_pdf(&batch, self.layout.into(), progress)?;
        Ok(Made { file_name: file_name(&name, "pdf"), mime: PDF, bytes })
    }

    fn batch(&self, view: &View<'_>) -> Result<Option<Batch>> {
        let sheets = self.sheets(view)?;
        let subject = |s: &Sheet| s.visit.map(Subject::Visit).or(s.area.map(Subject::Area));
        let subjects: BTreeSet<Subject> = sheets.iter().filter_map(subject).collect();
        let forms: BTreeSet<FormId> = sheets.iter().map(|s| s.form).collect();
        let versions: Vec<String> = view
            .list_forms(view.get_campaign()?.id)?
            .iter()
            .filter(|f| forms.contains(&f.id))
            .map(|f| f.version.to_string())
            .collect();
        let of = self.evening.map_or_else(|| "cả đợt".to_owned(), |on| format!("buổi {}", dmy(on)));
        let size = match self.layout {
            SheetLayout::A4 => "A4",
            SheetLayout::TwoA5 => "2 × A5",
        };
        let made_from = format!("{size}; {} phiếu của {of}; mẫu phiếu số {}", sheets.len(), versions.join(", "));
        view.batch(PaperKind::Sheets, made_from, subjects).map(Some)
    }
}

impl SheetsPdf {
    fn sheets(self, view: &View<'_>) -> Result<Vec<Sheet>> {
        Ok(view
            .list_sheets(view.get_campaign()?.id)?
            .into_iter()
            .filter(|s| !matches!(s.state, SheetState::Void | SheetState::Duplicate) && !s.called_off)
            .filter(|s| match self.evening {
                _ if s.is_loose() => s.state == SheetState::Spare && (self.loose || self.evening.is_none()),
                Some(on) => s.is_of_evening(on),
                None => true,
            })
            .collect())
    }
}

fn prints(view: &View<'_>, sheets: &[Sheet]) -> Result<Vec<SheetPrint>> {
    let campaign = view.get_campaign()?;
    let key = view.key()?;
    let names = view.area_names()?;
    let visits: BTreeMap<_, _> = view.list_visits(campaign.id)?.into_iter().map(|v| (v.id, v)).collect();
    let teams: BTreeMap<_, _> = view.list_teams(campaign.id)?.into_iter().map(|t| (t.id, t.name)).collect();
    let forms: BTreeMap<FormId, Arc<Form>> =
        view.list_forms(campaign.id)?.into_iter().map(|f| (f.id, Arc::new(f))).collect();
    let contact = view.find_named(campaign.contact)?;
    let issuer = view.issuer_during(&campaign)?;
    let return_to = contact.map(|p| format!("{} (qua {})", issuer.short_name, p.comrade()));
    sheets
        .iter()
        .map(|sheet| {
            let day = sheet.on.unwrap_or(campaign.starts_on);
            let area = sheet.area.and_then(|id| names.on(id, day));
            let visit = sheet.visit.and_then(|id| visits.get(&id));
            let form = forms.get(&sheet.form).ok_or_else(|| Error::of(ErrorCode::Missing))?;
            let qr = SheetQr {
                code: sheet.code,
                campaign: campaign.id,
                visit: sheet.visit,
                team: sheet.team,
                n: sheet.n,
                of: sheet.of,
                form_version: form.version,
            };
            Ok(SheetPrint {
                issuer: issuer.short_name.clone(),
                campaign: campaign.title.clone(),
                area: area.as_ref().map(domain::area::Area::label),
                time: match (sheet.kind, visit) {
                    (_, Some(visit)) => SheetTime::Evening { on: visit.on, starts: visit.starts, ends: visit.ends },
                    (SheetKind::SelfReport, None) => {
                        SheetTime::AsOf { due: area.as_ref().and_then(|a| a.self_report_due) }
                    }
                    (_, None) => SheetTime::Blank,
                },
                team: match visit.filter(|_| sheet.kind == SheetKind::Summary) {
                    // It adds up what every team of the evening wrote.
                    Some(visit) => all_of(&visit.teams, &teams),
                    None => sheet.team.and_then(|id| teams.get(&id)).cloned(),
                },
                kind: sheet.kind,
                n: sheet.n,
                of: sheet.of,
                code: sheet.code,
                qr: qr.text(&key).ok_or_else(|| Error::of(ErrorCode::TooManySheets))?,
                form: Arc::clone(form),
                return_to: return_to.clone(),
                illustration: campaign.illustration.clone(),
            })
        })
        .collect()
}

/// Names of an evening's teams, by number; blank to be written without one.
fn all_of(ids: &[TeamId], teams: &BTreeMap<TeamId, String>) -> Option<String> {
    let names: Vec<&str> = ids.iter().filter_map(|id| teams.get(id)).map(String::as_str).collect();
    let (first, rest) = names.split_first()?;
    // `Tổ hỗ trợ số 1, 2, 3` where the names differ in their last word alone.
    let stem = first.rsplit_once(' ').map_or("", |(stem, _)| stem);
    let last = |name: &'_ &str| name.strip_prefix(stem).and_then(|n| n.strip_prefix(' ')).map(str::to_owned);
    let lasts: Option<Vec<String>> = rest.iter().map(last).collect();
    let others = lasts.filter(|l| !stem.is_empty() && l.iter().all(|w| !w.contains(' ')));
    let others = others.unwrap_or_else(|| rest.iter().map(|n| (*n).to_owned()).collect());
    Some(std::iter::once((*first).to_owned()).chain(others).collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn teams_that_differ_in_their_number_alone_are_named_once() {
        let words = |names: &[&str]| {
            let teams: BTreeMap<TeamId, String> =
                (1..).map(TeamId).zip(names.iter().map(|n| (*n).to_owned())).collect();
            all_of(&teams.keys().copied().collect::<Vec<_>>(), &teams)
        };
        assert_eq!(words(&[]), None);
        assert_eq!(words(&["Tổ hỗ trợ số 1"]).as_deref(), Some("Tổ hỗ trợ số 1"));
        assert_eq!(words(&["Tổ hỗ trợ số 1", "Tổ hỗ trợ số 12"]).as_deref(), Some("Tổ hỗ trợ số 1, 12"));
        assert_eq!(words(&["Tổ số 1", "Tổ Thanh niên"]).as_deref(), Some("Tổ số 1, Tổ Thanh niên"));
        assert_eq!(words(&["Tổ", "Tổ hai"]).as_deref(), Some("Tổ, Tổ hai"));
    }
}
