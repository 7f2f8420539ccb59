use std::collections::BTreeMap;

use domain::account::Permission;
use domain::code::SheetCode;
use domain::form::Form;
use domain::ids::FormId;
use domain::sheet::{Sheet, SheetState, steps_to_key};
use domain::tally::Tally;
use serde::Deserialize;
use store::BoxWrite;
use ts_rs::TS;
use workbook::import::{Problem, ProblemCode, TallyLine, tallies};

use super::{ImportAction, Imported, Planned, Preview, TableSource, has_problems};
use crate::error::{Error, ErrorCode};
use crate::sheet::key::key;
use crate::{Act, Result, View, Write};

/// Tallies from a table: sheets by their codes, boxes by their numbers. A blank cell leaves its box as
/// it is.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ImportTallies {
    pub table: TableSource,
    pub dry_run: bool,
}

struct Deed {
    sheet: Sheet,
    boxes: Vec<BoxWrite>,
}

impl Write for ImportTallies {
    type Answer = Imported;
    const NAME: &'static str = "import_tallies";
    const NEEDS: Permission = Permission::Key;

    fn run(self, act: &Act<'_>) -> Result<Imported> {
        let (deeds, imported) = self.planned(&act.view())?;
        if !self.dry_run {
            for Deed { sheet, boxes } in deeds {
                key(act, &sheet, &act.get_form(sheet.form)?, &boxes)?;
            }
        }
        Ok(imported)
    }
}

impl Preview for ImportTallies {
    fn preview(&self, view: &View<'_>) -> Result<Imported> {
        Ok(self.planned(view)?.1)
    }
}

impl ImportTallies {
    fn planned(&self, view: &View<'_>) -> Result<(Vec<Deed>, Imported)> {
        let tables = self.table.tables()?;
        let forms = view.list_forms(view.get_campaign()?.id)?;
        let read = tallies(&tables, forms.iter().flat_map(|f| &f.indicators))
            .map_err(|problems| has_problems(&tables.name, problems))?;
        let forms: BTreeMap<FormId, Form> = forms.into_iter().map(|f| (f.id, f)).collect();
        plan(view, &forms, &read.lines)?.settle(&tables, read.columns, read.left_out, self.dry_run)
    }
}

fn plan(view: &View<'_>, forms: &BTreeMap<FormId, Form>, lines: &[TallyLine]) -> Result<Planned<Deed>> {
    let campaign = view.get_campaign()?.id;
    let sheets: BTreeMap<SheetCode, Sheet> = view.list_sheets(campaign)?.into_iter().map(|s| (s.code, s)).collect();
    let keyed = view.list_tallies(campaign)?;
    let mut planned = Planned::new();
    for line in lines {
        // Codes as printed are looked up at once; scans and slips take the way of the keying screen.
        let known = line.code.parse::<SheetCode>().ok().filter(|_| line.code.len() <= 8).and_then(|c| sheets.get(&c));
        let sheet = match known.map_or_else(|| view.sheet_of(&line.code), |sheet| Ok(sheet.clone())) {
            Ok(sheet) => sheet,
            Err(error) => {
                planned.problems.push(code_problem(error, line)?);
                continue;
            }
        };
        let form = forms.get(&sheet.form).ok_or_else(|| Error::of(ErrorCode::Missing))?;
        let before = keyed.get(&sheet.id).cloned().unwrap_or_default();
        sheet_line(&mut planned, line, sheet, form, &before);
    }
    Ok(planned)
}

fn sheet_line(planned: &mut Planned<Deed>, line: &TallyLine, sheet: Sheet, form: &Form, before: &Tally) {
    let unknown = line.boxes.iter().filter(|b| !form.has(&b.no));
    let unknown: Vec<Problem> = unknown
        .map(|b| Problem::at(ProblemCode::BoxNotOnSheet, &b.place).with("box", &b.no).with("code", sheet.code))
        .collect();
    if !unknown.is_empty() {
        planned.problems.extend(unknown);
        return;
    }
    let changed: Vec<BoxWrite> = line
        .boxes
        .iter()
        .filter(|b| before.get(&b.no) != Some(b.value))
        .map(|b| BoxWrite::of(b.no.clone(), Some(b.value)))
        .collect();
    if !changed.is_empty() && steps_to_key(sheet.state).is_err() {
        let code = if sheet.state == SheetState::Void { ProblemCode::SheetVoid } else { ProblemCode::SheetLocked };
        planned.problems.push(Problem::at(code, &line.place).with("code", sheet.code));
        return;
    }
    let overwritten: Vec<String> =
        changed.iter().filter_map(|b| Some(format!("ô {}: {} → {}", b.no, before.get(&b.no)?, b.value?))).collect();
    let action = if before.is_empty() { ImportAction::Add } else { ImportAction::Change };
    let boxes: Vec<String> = line.boxes.iter().map(|b| format!("[{}] {}", b.no, b.value)).collect();
    let text = format!("{}: {}", sheet.code, boxes.join(", "));
    let why = (!overwritten.is_empty()).then(|| overwritten.join("; "));
    let deed = (!changed.is_empty()).then_some((action, Deed { sheet, boxes: changed }));
    planned.line(line.place.clone(), text, why, deed);
}

/// A refused code as a problem with its place; a failure of the program stays one.
fn code_problem(error: Error, line: &TallyLine) -> Result<Problem> {
    let Error::User { code, params, .. } = error else { return Err(error) };
    let code = match code {
        ErrorCode::CodeLength => ProblemCode::CodeLength,
        ErrorCode::CodeCheckDigit => ProblemCode::CodeCheckDigit,
        ErrorCode::CodeCheckDigitLikely => ProblemCode::CodeCheckDigitLikely,
        ErrorCode::CodeUnknown => ProblemCode::CodeUnknown,
        ErrorCode::QrForeign => ProblemCode::QrForeign,
        ErrorCode::QrNewer => ProblemCode::QrNewer,
        code => return Err(Error::of(code)),
    };
    let problem = Problem::at(code, &line.place).with("typed", &line.code);
    Ok(params.into_iter().fold(problem, |problem, (name, value)| problem.with(&name, value)))
}
