//! Tờ trình khen thưởng: whom the results speak for, and the tables of whom the office proposes.

use super::Ground;
use super::by_area::by_area;
use super::ground::listed;
use super::rate::{self, ward_rates};
use crate::area::Area;
use crate::campaign::Target;
use crate::date::dmy;
use crate::document::{Block, CellStand, Rich, TableColumn, TableRow};
use crate::ids::{AreaId, TaskGroupId};
use crate::number::{grouped, percent, two_digits};
use crate::plan::TaskGroup;
use crate::rates::{Book, Ledger, Margin, Period, Rate, Totals};
use crate::task::{Standing, Task, TaskRecord, standing};
use crate::template::{Field, Values};
use crate::text::{compare, uncapitalised};

/// Whom results speak for. People are the office's own choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Candidate {
    Area(AreaId),
    /// A unit with tasks in the plan.
    Unit(TaskGroupId),
}

/// Somebody to be proposed, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    pub candidate: Candidate,
    pub name: String,
    /// In the words of the tờ trình.
    pub reason: String,
    /// Something to look at before it is signed: a rate above 100 %, sheets that are not back.
    pub doubt: Option<String>,
}

/// The duties of the units, with what was done.
#[derive(Debug, Clone, Copy)]
pub struct Duties<'a> {
    pub groups: &'a [TaskGroup],
    pub tasks: &'a [Task],
    pub records: &'a [TaskRecord],
    /// The campaign's first and last day, and the day that is judged.
    pub days: (chrono::NaiveDate, chrono::NaiveDate),
    pub on: chrono::NaiveDate,
}

/// Areas that reached every target, the one furthest above the nearest target first; then units whose duties are
/// all done. Nobody is proposed by a rate that is not known.
#[must_use]
pub fn proposals(book: &Book, targets: &[Target], until: Period, duties: Duties<'_>) -> Vec<Proposal> {
    let ledger = Ledger::of(book, until);
    let mut areas: Vec<(f64, Proposal)> =
        book.areas.iter().filter(|a| a.is_living()).filter_map(|a| area(a, &ledger, targets)).collect();
    areas.sort_by(|(a, x), (b, y)| b.total_cmp(a).then_with(|| compare(&x.name, &y.name)));
    let units = duties.groups.iter().filter_map(|g| unit(g, duties));
    areas.into_iter().map(|(_, proposal)| proposal).chain(units).collect()
}

/// With how many percent it is above the target it is nearest to, if it reached all of them.
fn area(area: &Area, ledger: &Ledger, targets: &[Target]) -> Option<(f64, Proposal)> {
    let margin = ledger.margin(targets, area.id).filter(Margin::is_reached)?;
    let words: Vec<String> = targets.iter().filter_map(|t| achieved(t, &ledger.area_rate(t, area.id))).collect();
    let all = if words.len() == 1 {
        "chỉ tiêu".to_owned()
    } else {
        format!("cả {} chỉ tiêu", two_digits(words.len()))
    };
    let reason = format!("Đạt {all}: {}", words.join("; "));
    let doubt = doubt(margin, &ledger.area(area.id));
    Some((margin.points, Proposal { candidate: Candidate::Area(area.id), name: area.label(), reason, doubt }))
}

/// What to look at before an area is commended.
pub(crate) fn doubt(margin: Margin, totals: &Totals) -> Option<String> {
    match (margin.over_100, totals.missing()) {
        (true, _) => Some("có tỷ lệ vượt 100 %, cần kiểm tra số nền và phiếu".to_owned()),
        (false, 0) => None,
        (false, n) => Some(format!("còn {} phiếu chưa nộp", two_digits(n))),
    }
}

fn achieved(target: &Target, rate: &Rate) -> Option<String> {
    let count = |n: Option<u64>| n.map(grouped).unwrap_or_default();
    let (name, reached) = (uncapitalised(&target.name), percent(rate.percent?));
    Some(format!("{name} {reached} ({}/{})", count(rate.numerator), count(rate.denominator)))
}

/// A unit whose tasks are all done; a rhythm counts as kept while it is not broken and something was done.
fn unit(group: &TaskGroup, duties: Duties<'_>) -> Option<Proposal> {
    let own: Vec<&Task> = duties.tasks.iter().filter(|t| t.group == group.id).collect();
    let times = |task: &Task| duties.records.iter().filter(|r| r.task == task.id && r.on <= duties.on).count();
    let is_done = |task: &&Task| match standing(task, duties.records, duties.on, duties.days) {
        Standing::Done => true,
        Standing::Fine { .. } => task.every_days.is_some() && task.due_on.is_none() && times(task) > 0,
        _ => false,
    };
    if own.is_empty() || !own.iter().all(is_done) {
        return None;
    }
    let done: usize = own.iter().filter(|t| t.every_days.is_some()).map(|t| times(t)).sum();
    let rhythm =
        if done == 0 { String::new() } else { format!(", trong đó {} lượt thường xuyên", two_digits(done)) };
    let count = two_digits(own.len());
    Some(Proposal {
        candidate: Candidate::Unit(group.id),
        name: crate::chase::addressee(&group.unit),
        reason: format!("Hoàn thành {count}/{count} nhiệm vụ được giao trong Kế hoạch{rhythm}"),
        doubt: None,
    })
}

/// A collective or a person that the office proposes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nominated {
    pub name: String,
    /// Title and unit of a person; none of a collective.
    pub of: Option<String>,
    pub reason: String,
}

/// What a tờ trình khen thưởng is made from.
#[derive(Debug, Clone)]
pub struct Commendation {
    pub ground: Ground,
    pub book: Book,
    pub period: Period,
    pub as_of: chrono::NaiveDate,
    pub collectives: Vec<Nominated>,
    pub people: Vec<Nominated>,
}

impl Commendation {
    #[must_use]
    pub fn values(&self) -> Values {
        let mut values = self.ground.values();
        let ledger = Ledger::of(&self.book, Period::until(self.period.to));
        let targets = &self.ground.targets;
        values.say(Field::AsOf, dmy(self.as_of));
        values.say(Field::AreasReported, format!("{} địa bàn", two_digits(self.book.areas.len())));
        for (field, words) in ward_rates(&ledger, targets) {
            values.say(field, words);
        }
        let results = targets.iter().map(|t| rate::sentence(t, &ledger.ward_rate(t))).collect();
        values.set(Field::Results, listed(results));
        values.set(Field::ByArea, vec![by_area(&self.book.areas, &ledger, targets)]);
        values.say_if(Field::NomineeCount, self.count());
        values.set(Field::Collectives, table(&self.collectives, false));
        values.set(Field::Individuals, table(&self.people, true));
        values
    }

    /// `03 tập thể và 02 cá nhân`.
    fn count(&self) -> Option<String> {
        let said = |n: usize, word: &str| (n > 0).then(|| format!("{} {word}", two_digits(n)));
        let both = [said(self.collectives.len(), "tập thể"), said(self.people.len(), "cá nhân")];
        let both: Vec<String> = both.into_iter().flatten().collect();
        (!both.is_empty()).then(|| both.join(" và "))
    }
}

fn table(nominated: &[Nominated], of_people: bool) -> Vec<Block> {
    if nominated.is_empty() {
        return vec![Block::Paragraph(Rich::plain("Không đề nghị."))];
    }
    let mut columns = vec![TableColumn::new("STT", 12, CellStand::Centre)];
    if of_people {
        columns.push(TableColumn::new("Họ và tên", 42, CellStand::Left));
        columns.push(TableColumn::new("Chức vụ, đơn vị", 46, CellStand::Left));
        columns.push(TableColumn::new("Thành tích", 65, CellStand::Left));
    } else {
        columns.push(TableColumn::new("Tập thể", 58, CellStand::Left));
        columns.push(TableColumn::new("Thành tích", 95, CellStand::Left));
    }
    let row = |(one, n): (&Nominated, usize)| -> TableRow {
        let mut cells = vec![n.to_string(), one.name.clone()];
        if of_people {
            cells.push(one.of.clone().unwrap_or_default());
        }
        cells.push(one.reason.clone());
        cells.into()
    };
    vec![Block::Table { columns, rows: nominated.iter().zip(1..).map(row).collect() }]
}
