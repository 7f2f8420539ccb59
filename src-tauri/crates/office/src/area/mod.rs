//! Areas and their base figures.

mod add;
mod edit;
mod end;
mod list;
mod merge;
mod names;
mod put_base;
mod rename;
mod split;

pub use add::AddArea;
pub use edit::EditArea;
pub use end::EndArea;
pub use list::{AreaRow, ListAreas};
pub use merge::MergeAreas;
pub use put_base::PutBase;
pub use rename::RenameArea;
pub use split::{Handed, HeirForm, SplitArea};

use chrono::NaiveDate;
use domain::area::{Area, AreaKind};
use domain::ids::PersonId;
use domain::text::fold;
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
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct LeaderForm {
    pub name: String,
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
        let phone = optional_name(form.phone.as_deref(), "điện thoại")?;
        let same = act.same_person(known, &name, form.correction)?;
        let title = same.as_ref().and_then(|p| p.title.clone());
        act.put_person(same.map(|p| p.id), Details { name, title, phone }).map(Some)
    }
}

impl View<'_> {
    /// An area of the campaign by name, marks and case aside; its label ("Tổ dân phố Hà Trì 1") will do.
    ///
    /// # Errors
    /// No campaign, or an internal failure.
    pub fn find_area(&self, name: &str) -> Result<Option<Area>> {
        let wanted = fold(name);
        let areas = self.list_areas(self.get_campaign()?.id)?;
        let exact = areas.iter().find(|a| a.name == name).cloned();
        Ok(exact.or_else(|| areas.into_iter().find(|a| fold(&a.name) == wanted || fold(&a.label()) == wanted)))
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
