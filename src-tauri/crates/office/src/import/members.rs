use std::collections::BTreeMap;

use domain::account::Permission;
use domain::ids::{ForceId, MemberId};
use domain::spelling::spelling;
use domain::team::{Force, Member, Person};
use domain::text::{fold, matches};
use serde::Deserialize;
use ts_rs::TS;
use workbook::import::{MemberLine, Place, Problem, ProblemCode, is_personal, members};

use super::{ImportAction, ImportLine, Imported, Planned, Preview, TableSource, has_problems};
use crate::contact::PersonForm;
use crate::team::{EditMember, MemberForm};
use crate::{Act, Result, View, Write};

/// Members of forces from a table: name, title, unit and phone, nothing else. Whoever is there keeps what
/// the table leaves blank.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ImportMembers {
    pub table: TableSource,
    pub dry_run: bool,
    /// For lines that name no force.
    #[serde(default)]
    pub force: Option<ForceId>,
}

/// What to do with a line.
struct Deed {
    /// None for a new member.
    member: Option<MemberId>,
    form: MemberForm,
}

impl Write for ImportMembers {
    type Answer = Imported;
    const NAME: &'static str = "import_members";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<Imported> {
        let (deeds, imported) = self.planned(&act.view())?;
        if !self.dry_run {
            deeds.into_iter().try_for_each(|deed| deed.run(act))?;
        }
        Ok(imported)
    }
}

impl Preview for ImportMembers {
    fn preview(&self, view: &View<'_>) -> Result<Imported> {
        Ok(self.planned(view)?.1)
    }
}

impl Deed {
    fn run(self, act: &Act<'_>) -> Result<()> {
        match self.member {
            Some(id) => EditMember { id, member: self.form }.run(act),
            None => self.form.insert(act).map(|_| ()),
        }
    }
}

impl ImportMembers {
    fn planned(&self, view: &View<'_>) -> Result<(Vec<Deed>, Imported)> {
        let tables = self.table.tables()?;
        let read = members(&tables).map_err(|problems| has_problems(&tables.name, problems))?;
        let office = Known::of(view, self.force)?;
        let mut planned = Planned::new();
        for line in &read.lines {
            match office.force_of(line) {
                Ok(force) => office.plan(line, force, &mut planned),
                Err(problem) => planned.problems.push(problem),
            }
        }
        let personal: Vec<String> =
            read.columns.iter().filter(|c| is_personal(&c.heading)).map(|c| c.heading.clone()).collect();
        let (deeds, mut imported) = planned.settle(&tables, read.columns, read.left_out, self.dry_run)?;
        imported.will.extend(personal.into_iter().map(|heading| ImportLine {
            place: Place { sheet: None, cell: "cột".to_owned() },
            text: heading,
            action: ImportAction::Skip,
            why: Some("thông tin riêng không cần cho việc này, không lấy".to_owned()),
        }));
        Ok((deeds, imported))
    }
}

/// What the office knows already.
struct Known {
    forces: Vec<Force>,
    otherwise: Option<ForceId>,
    /// By force, name and unit.
    members: BTreeMap<(ForceId, String, String), (Member, Person)>,
}

impl Known {
    fn of(view: &View<'_>, otherwise: Option<ForceId>) -> Result<Self> {
        let campaign = view.get_campaign()?.id;
        let forces = view.list_forces(campaign)?;
        let otherwise = otherwise.map(|id| view.get_force(id)).transpose()?.map(|f| f.id);
        let people = view.people()?;
        let members = view
            .list_members(campaign)?
            .into_iter()
            .filter_map(|m| {
                let person = people.find(m.person)?.clone();
                let unit = person.unit.as_deref().unwrap_or_default();
                Some(((m.force, spelling(&person.name), spelling(unit)), (m, person)))
            })
            .collect();
        Ok(Self { forces, otherwise, members })
    }

    /// A force by its name, or by words of it that fit no other: "đoàn viên".
    fn force_of(&self, line: &MemberLine) -> std::result::Result<ForceId, Problem> {
        let Some(typed) = &line.force else {
            return self
                .otherwise
                .ok_or_else(|| Problem::at(ProblemCode::ForceNeeded, &line.force_place).with("name", &line.name));
        };
        if let Some(force) = self.forces.iter().find(|f| fold(&f.name) == fold(typed)) {
            return Ok(force.id);
        }
        let fitting: Vec<&Force> = self.forces.iter().filter(|f| matches(&f.name, typed)).collect();
        match fitting[..] {
            [only] => Ok(only.id),
            _ => {
                let known: Vec<&str> = self.forces.iter().map(|f| f.name.as_str()).collect();
                Err(Problem::at(ProblemCode::UnknownForce, &line.force_place)
                    .with("name", typed)
                    .with("known", known.join(", ")))
            }
        }
    }

    fn plan(&self, line: &MemberLine, force: ForceId, planned: &mut Planned<Deed>) {
        let unit = line.unit.as_deref().unwrap_or_default();
        let text = match &line.unit {
            Some(unit) => format!("{} ({unit})", line.name),
            None => line.name.clone(),
        };
        let known = self.members.get(&(force, spelling(&line.name), spelling(unit)));
        let Some((member, person)) = known else {
            let name = self.forces.iter().find(|f| f.id == force).map(|f| f.name.clone());
            let form = form(force, line, None);
            planned.line(line.place.clone(), text, name, Some((ImportAction::Add, Deed { member: None, form })));
            return;
        };
        let mut changes = Vec::new();
        if line.title.is_some() && line.title != person.title {
            changes.push("chức vụ");
        }
        if line.phone.is_some() && line.phone != person.phone {
            changes.push("số điện thoại");
        }
        let why = (!changes.is_empty()).then(|| changes.join("; "));
        let form = form(force, line, Some((member, person)));
        let deed = why.is_some().then_some((ImportAction::Change, Deed { member: Some(member.id), form }));
        planned.line(line.place.clone(), text, why, deed);
    }
}

/// The member with what the line says; what it leaves blank stays.
fn form(force: ForceId, line: &MemberLine, before: Option<(&Member, &Person)>) -> MemberForm {
    let person = before.map(|(_, person)| person);
    let kept = |new: &Option<String>, old: fn(&Person) -> Option<String>| new.clone().or_else(|| person.and_then(old));
    MemberForm {
        force,
        person: PersonForm {
            name: person.map_or_else(|| line.name.clone(), |p| p.name.clone()),
            title: kept(&line.title, |p| p.title.clone()),
            unit: kept(&line.unit, |p| p.unit.clone()),
            phone: line.phone.clone(),
        },
        left_on: before.and_then(|(member, _)| member.left_on),
    }
}
