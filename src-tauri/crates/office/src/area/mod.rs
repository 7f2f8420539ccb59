//! Areas and their base figures.

mod add;
mod cluster;
mod edit;
mod end;
mod history;
mod list;
mod merge;
mod names;
mod past;
mod put_base;
mod remove_base;
mod rename;
mod split;
mod template;

pub use add::AddArea;
pub use cluster::SetCluster;
pub use edit::EditArea;
pub use end::EndArea;
pub use history::{AreaDeed, AreaEvent, AreaHistory, AreaPart};
pub use list::{AreaEvening, AreaRow, ListAreas};
pub use merge::MergeAreas;
pub(crate) use names::AreaNames;
pub use put_base::PutBase;
pub use remove_base::RemoveBase;
pub use rename::RenameArea;
pub use split::{Handed, HeirForm, SplitArea};
pub use template::AreasTemplateXlsx;

use chrono::NaiveDate;
use domain::area::{Area, AreaKind};
use domain::ids::{AreaId, PersonId};
use domain::spelling::{bare_spelling, is_near};
use domain::text::{clean, fold};
use serde::Deserialize;
use store::NewArea;
use ts_rs::TS;

use crate::error::Error;
use crate::issuer::{name_of, optional_name};
use crate::person::Details;
use crate::{Act, ErrorCode, Result, View};

/// An area as typed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AreaForm {
    pub name: String,
    pub kind: AreaKind,
    pub cluster: Option<String>,
    /// Its head, who leads the team: tổ trưởng, or head of the Tổ chuyển đổi số.
    pub leader: Option<LeaderForm>,
    /// Last day, if it is not visited and reports by itself.
    pub self_report_due: Option<NaiveDate>,
    /// The name is nearly that of another area ("Ngõ", "Ngô"), and both are right.
    #[serde(default)]
    #[ts(optional)]
    pub accept_near: Option<bool>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct LeaderForm {
    pub name: String,
    /// `null` leaves the number as it is, because lists do not show it; blank takes it off.
    pub phone: Option<String>,
    /// The name was wrong before; without it another name is another person.
    #[serde(default)]
    #[ts(optional)]
    pub correction: Option<bool>,
}

impl AreaForm {
    /// The row, with its leader's details kept or changed.
    fn row(&self, act: &Act<'_>, leader: Option<PersonId>) -> Result<NewArea> {
        Ok(NewArea {
            name: name_of(&self.name, "tên địa bàn")?,
            kind: self.kind,
            cluster: optional_name(self.cluster.as_deref(), "cụm")?,
            leader: self.leader_row(act, leader)?,
            self_report_due: self.self_report_due,
        })
    }

    fn leader_row(&self, act: &Act<'_>, known: Option<PersonId>) -> Result<Option<PersonId>> {
        let Some(form) = &self.leader else { return Ok(None) };
        let Some(name) = optional_name(Some(&form.name), "người đứng đầu")? else { return Ok(None) };
        let same = act.same_person(known, &name, form.correction)?;
        let phone = match form.phone.as_deref() {
            None => same.as_ref().and_then(|p| p.phone.clone()),
            typed => optional_name(typed, "điện thoại")?.map(|typed| domain::phone::parse(&typed).unwrap_or(typed)),
        };
        let title = same.as_ref().and_then(|p| p.title.clone());
        act.put_person(same.map(|p| p.id), Details { name, title, phone }).map(Some)
    }
}

impl View<'_> {
    /// An area of the campaign by name, marks and case aside; its label ("Tổ dân phố Hà Trì 1") will do.
    /// Where a past one bore the same name, the one that is there now.
    ///
    /// # Errors
    /// No campaign, or an internal failure.
    pub fn find_area(&self, name: &str) -> Result<Option<Area>> {
        let wanted = fold(name);
        let mut areas = self.list_areas(self.get_campaign()?.id)?;
        areas.sort_by_key(|a| !a.is_living());
        let exact = areas.iter().find(|a| a.name == name).cloned();
        Ok(exact.or_else(|| areas.into_iter().find(|a| fold(&a.name) == wanted || fold(&a.label()) == wanted)))
    }

    /// Whether an evening of the area is on, past or to come: it counts people there already.
    pub(crate) fn has_evenings(&self, area: AreaId) -> Result<bool> {
        Ok(self.list_visits(self.get_campaign()?.id)?.iter().any(|v| v.is_on() && v.area == area))
    }
}

/// Refuses a name that a living area has already, kind's word, case and place of the tone aside; and one
/// that is nearly another's, until it is said that both are right.
fn refuse_name(act: &Act<'_>, name: &str, own: Option<AreaId>, accept_near: bool) -> Result<()> {
    let areas = act.list_areas(act.get_campaign()?.id)?;
    let others = || areas.iter().filter(|a| a.is_living() && Some(a.id) != own);
    let spelled = bare_spelling(name);
    if let Some(same) = others().find(|a| bare_spelling(&a.name) == spelled) {
        return Err(Error::of(ErrorCode::AreaExists).with("name", &same.name));
    }
    match others().find(|a| is_near(name, &a.name)) {
        Some(near) if !accept_near => {
            Err(Error::of(ErrorCode::AreaNear).with("name", clean(name)).with("other", &near.name))
        }
        _ => Ok(()),
    }
}

/// The area's name with the error that names it.
fn exists(name: &str) -> impl Fn(store::StoreError) -> Error + '_ {
    move |error| named(Error::from(error), name)
}

fn named(error: Error, name: &str) -> Error {
    match error {
        e @ Error::User { code: ErrorCode::AreaExists, .. } => e.with("name", name),
        e => e,
    }
}

/// The last day before something begins.
fn day_before(on: NaiveDate) -> Result<NaiveDate> {
    on.pred_opt().ok_or_else(|| Error::of(ErrorCode::BadRequest))
}
