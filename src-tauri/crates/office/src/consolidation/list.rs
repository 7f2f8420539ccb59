use chrono::NaiveDate;
use domain::account::Permission;
use domain::campaign::Target;
use domain::consolidation::{Wards, ward_name};
use domain::ids::WardPacketId;
use domain::rates::Rate;
use domain::text::fold;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ward_packets;
use crate::{Read, Result, View};

/// The wards that are held, and what they add up to.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ListWards {}

/// A ward that is held.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct WardRow {
    pub id: WardPacketId,
    pub name: String,
    /// Last day of its period, and the day its figures stand for.
    pub to: NaiveDate,
    pub as_of: NaiveDate,
    /// `BC-003`; none if the ward had not issued it.
    pub report: Option<String>,
    pub file: String,
    /// When it was taken in: RFC 3339.
    pub at: String,
    /// Whether any box was keyed; if not, the ward reads "chưa báo cáo".
    pub has_figures: bool,
    /// One for each target.
    pub rates: Vec<Rate>,
}

/// A target over all wards.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct WardsSum {
    pub target: Target,
    pub rate: Rate,
    /// Names of wards whose numerator or denominator is unknown.
    pub left_out: Vec<String>,
    pub areas_without_base: u32,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct WardList {
    /// In Vietnamese order of their names.
    pub wards: Vec<WardRow>,
    pub sums: Vec<WardsSum>,
    /// Wards named as areas of this campaign that have sent nothing; unknown while it names none.
    pub missing: Option<Vec<String>>,
}

impl Read for ListWards {
    type Answer = WardList;
    const NAME: &'static str = "list_wards";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<WardList> {
        let campaign = view.get_campaign()?.id;
        let (held, packets) = (view.list_ward_packets(campaign)?, ward_packets(view)?);
        let wards = Wards::of(&packets);
        let targets = view.list_targets(campaign)?;
        let sums: Vec<_> = targets.iter().map(|target| wards.sum(target)).collect();
        let name = |at: &usize| wards.wards.get(*at).map(|w| w.name().to_owned());
        let rows = wards.wards.iter().enumerate().filter_map(|(at, ward)| {
            let held = held.iter().find(|h| h.office == ward.packet.office)?;
            Some(WardRow {
                id: held.id,
                name: ward.name().to_owned(),
                to: held.period.to,
                as_of: held.as_of,
                report: held.report.clone(),
                file: held.file_name.clone(),
                at: held.at.clone(),
                has_figures: ward.has_figures(),
                rates: sums.iter().map(|sum| sum.wards[at].clone()).collect(),
            })
        });
        Ok(WardList {
            wards: rows.collect(),
            missing: view.missing_wards(packets.iter().map(ward_name))?,
            sums: targets
                .iter()
                .zip(&sums)
                .map(|(target, sum)| WardsSum {
                    target: target.clone(),
                    rate: sum.rate.clone(),
                    left_out: sum.left_out.iter().filter_map(name).collect(),
                    areas_without_base: crate::book::count(sum.areas_without_base),
                })
                .collect(),
        })
    }
}

impl View<'_> {
    /// Which wards have sent nothing. A consolidating office names the wards it waits for as the areas of its
    /// campaign; `Hà Đông` stands for `UBND phường Hà Đông`. None while it names none.
    pub(super) fn missing_wards<'n>(&self, came: impl Iterator<Item = &'n str>) -> Result<Option<Vec<String>>> {
        let awaited = self.list_areas(self.get_campaign()?.id)?;
        if awaited.is_empty() {
            return Ok(None);
        }
        let came: Vec<String> = came.map(|name| format!(" {} ", fold(name))).collect();
        let is_there = |name: &str| came.iter().any(|came| came.ends_with(&format!(" {} ", fold(name))));
        Ok(Some(awaited.into_iter().map(|a| a.name).filter(|name| !is_there(name)).collect()))
    }
}
