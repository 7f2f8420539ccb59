use std::collections::{BTreeMap, BTreeSet};

use domain::account::Permission;
use domain::area::{Area, AreaKind, BaseFigures};
use domain::date::dmy;
use domain::ids::AreaId;
use domain::number::grouped;
use domain::text::capitalised;
use serde::Deserialize;
use store::NewBase;
use ts_rs::TS;
use workbook::import::{AreaLine, BaseLine, Problem, ProblemCode, Reading, areas};

use super::known::{KnownAreas, gaps, near_existing};
use super::{ImportAction, Imported, Planned, Preview, TableSource, has_problems};
use crate::area::{AreaForm, LeaderForm};
use crate::{Act, Result, View, Write};

/// Areas and base figures from a table. An area the office has keeps what the table leaves blank; figures
/// are kept with their date and source.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ImportAreas {
    pub table: TableSource,
    pub dry_run: bool,
}

/// What to do with a line.
struct Deed {
    /// None for a new area.
    area: Option<AreaId>,
    /// None if only figures are new.
    form: Option<AreaForm>,
    base: Option<NewBase>,
}

impl Write for ImportAreas {
    type Answer = Imported;
    const NAME: &'static str = "import_areas";
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

impl Preview for ImportAreas {
    fn preview(&self, view: &View<'_>) -> Result<Imported> {
        Ok(self.planned(view)?.1)
    }
}

impl ImportAreas {
    fn planned(&self, view: &View<'_>) -> Result<(Vec<Deed>, Imported)> {
        let tables = self.table.tables()?;
        let read = areas(&tables, view.today()).map_err(|problems| has_problems(&tables.name, problems))?;
        let mut known = view.list_areas(view.get_campaign()?.id)?;
        known.retain(Area::is_living);
        let planned = plan(view, &known, &read.lines, &tables.reading)?;
        let (deeds, mut imported) = planned.settle(&tables, read.columns, read.left_out, self.dry_run)?;
        let names = known.iter().map(|a| a.name.as_str());
        imported.gaps = gaps(names.chain(read.lines.iter().map(|l| l.name.as_str())));
        Ok((deeds, imported))
    }
}

impl Deed {
    fn run(self, act: &Act<'_>) -> Result<()> {
        let id = match (self.area, self.form) {
            (None, Some(form)) => form.insert(act)?,
            (Some(id), Some(form)) => {
                form.update(act, id)?;
                id
            }
            (Some(id), None) => id,
            (None, None) => return Ok(()),
        };
        if let Some(base) = self.base {
            act.put_base(id, &base)?;
        }
        Ok(())
    }
}

fn plan(view: &View<'_>, areas: &[Area], lines: &[AreaLine], said: &Reading) -> Result<Planned<Deed>> {
    let known = KnownAreas::of(areas, said);
    let bases = view.list_bases(view.get_campaign()?.id)?;
    let people: BTreeMap<_, _> = view.list_people()?.into_iter().map(|p| (p.id, p)).collect();
    let visited: BTreeSet<AreaId> =
        view.list_visits(view.get_campaign()?.id)?.iter().filter(|v| v.is_on()).map(|v| v.area).collect();
    let mut planned = Planned::new();
    for line in lines {
        if let Some(near) = known.near(&line.name) {
            planned.problems.push(near_existing(&line.name, near, &line.place));
            continue;
        }
        let text = text_of(line);
        match known.find(&line.name) {
            None => {
                let deed = Deed {
                    area: None,
                    form: Some(new_form(line)),
                    base: line.base.as_ref().map(|b| base_row(b, None)),
                };
                planned.line(line.place.clone(), text, undated(line), Some((ImportAction::Add, deed)));
            }
            Some(area)
                if line.self_report_due.is_some() && area.self_report_due.is_none() && visited.contains(&area.id) =>
            {
                let problem = Problem::at(ProblemCode::SelfReportHasEvenings, &line.place);
                planned.problems.push(problem.with("name", &area.name));
            }
            Some(area) => {
                let leader = area.leader.and_then(|id| people.get(&id)).map(|p| LeaderForm {
                    name: p.name.clone(),
                    phone: p.phone.clone(),
                    correction: None,
                });
                let (form, mut changes) = changed_form(area, leader.as_ref(), line);
                let base = line.base.as_ref().and_then(|b| changed_base(&bases, area.id, b));
                changes.extend(
                    base.as_ref()
                        .map(|b| undated(line).unwrap_or_else(|| format!("số liệu nền ngày {}", dmy(b.as_of)))),
                );
                let deed = Deed { area: Some(area.id), form, base };
                let why = (!changes.is_empty()).then(|| changes.join("; "));
                let deed = why.is_some().then_some((ImportAction::Change, deed));
                planned.line(line.place.clone(), text, why, deed);
            }
        }
    }
    Ok(planned)
}

/// Said when the day of the figures is the day they are entered.
fn undated(line: &AreaLine) -> Option<String> {
    let base = line.base.as_ref().filter(|b| !b.is_dated)?;
    Some(format!("bảng không ghi ngày số liệu, lấy ngày nhập {}", dmy(base.as_of)))
}

/// `Hà Trì 1: 120 hộ, 410 người từ 15 tuổi (01/11/2024)`.
fn text_of(line: &AreaLine) -> String {
    let Some(base) = &line.base else { return line.name.clone() };
    let figures = [
        (base.households, "hộ"),
        (base.people_15, "người từ 15 tuổi"),
        (base.smartphone_15, "người dùng điện thoại thông minh"),
        (base.installed, "người đã cài từ trước"),
    ];
    let words: Vec<String> =
        figures.iter().filter_map(|(n, word)| n.map(|n| format!("{} {word}", grouped(u64::from(n))))).collect();
    format!("{}: {} ({})", line.name, words.join(", "), dmy(base.as_of))
}

fn new_form(line: &AreaLine) -> AreaForm {
    AreaForm {
        name: line.name.clone(),
        kind: line.kind.unwrap_or_else(|| AreaKind::guess(&line.name)),
        cluster: line.cluster.clone(),
        leader: line.leader.clone().map(|name| LeaderForm { name, phone: line.phone.clone(), correction: None }),
        self_report_due: line.self_report_due,
        accept_near: None,
    }
}

/// The area with what the line says of it, and what that changes; none if it changes nothing.
fn changed_form(area: &Area, before: Option<&LeaderForm>, line: &AreaLine) -> (Option<AreaForm>, Vec<String>) {
    let mut changes = Vec::new();
    if let Some(kind) = line.kind.filter(|k| *k != area.kind) {
        changes.push(format!("loại: {}", kind.word()));
    }
    if line.cluster.is_some() && line.cluster != area.cluster {
        changes.push(format!("cụm: {}", line.cluster.as_deref().unwrap_or_default()));
    }
    if let Some(due) = line.self_report_due.filter(|d| Some(*d) != area.self_report_due) {
        changes.push(format!("hạn tự báo cáo: {}", dmy(due)));
    }
    let name = line.leader.clone().or_else(|| before.map(|l| l.name.clone()));
    let is_other = before.map(|l| &l.name) != name.as_ref();
    // Another person does not inherit the phone of the one before.
    let phone = line.phone.clone().or_else(|| before.filter(|_| !is_other).and_then(|l| l.phone.clone()));
    if is_other || before.is_some_and(|l| l.phone != phone) {
        changes.push(format!("{}: {}", capitalised("người đứng đầu"), name.as_deref().unwrap_or_default()));
    }
    let form = AreaForm {
        name: area.name.clone(),
        kind: line.kind.unwrap_or(area.kind),
        cluster: line.cluster.clone().or_else(|| area.cluster.clone()),
        leader: name.map(|name| LeaderForm { name, phone, correction: None }),
        self_report_due: line.self_report_due.or(area.self_report_due),
        accept_near: None,
    };
    ((!changes.is_empty()).then_some(form), changes)
}

/// The figures to put, if they say anything the office does not have for that date and source.
fn changed_base(bases: &[BaseFigures], area: AreaId, line: &BaseLine) -> Option<NewBase> {
    let same_source = bases.iter().filter(|b| b.area == area && b.source == line.source);
    // Figures without a date that came before from the same table are not new because the day is.
    let before = match line.is_dated {
        true => same_source.clone().find(|b| b.as_of == line.as_of),
        false => same_source.clone().max_by_key(|b| b.as_of),
    };
    let row = base_row(line, before);
    let is_same = before.is_some_and(|b| {
        (b.households, b.people_15, b.smartphone_15, b.installed)
            == (row.households, row.people_15, row.smartphone_15, row.installed)
    });
    (!is_same).then_some(row)
}

/// Figures of a line; what it leaves blank stays as it was for that date and source.
fn base_row(line: &BaseLine, before: Option<&BaseFigures>) -> NewBase {
    NewBase {
        as_of: line.as_of,
        source: line.source.clone(),
        households: line.households.or(before.and_then(|b| b.households)),
        people_15: line.people_15.or(before.and_then(|b| b.people_15)),
        smartphone_15: line.smartphone_15.or(before.and_then(|b| b.smartphone_15)),
        installed: line.installed.or(before.and_then(|b| b.installed)),
    }
}
