//! Papers that only need reading.

use domain::ids::AreaId;
use office::flyer::LoudspeakerDocx;
use office::plan::{PlanDocx, PlanPdf};
use office::posting::PostingListPdf;
use office::report::{ReportOf, ReportXlsx};
use office::template_fill::{Filling, LookAtTemplate, ReportFilled};
use office::{Error, ErrorCode, Reading};

use super::{ending, put, say, wants};
use crate::args::{Loudspeaker, Places, Plan, Report};
use crate::failure::Failure;
use crate::session;
use crate::words;

pub(super) fn plan(args: &Plan) -> Result<(), Failure> {
    let output = &args.out.output;
    wants(output, &["pdf", "docx"])?;
    let office = session::reading(&args.office.file)?;
    let made = match ending(output).as_str() {
        "docx" => office.make(PlanDocx::default(), &mut |_, _| true),
        _ => office.make(PlanPdf::default(), &mut |_, _| true),
    }?;
    put(&made, output)
}

pub(super) fn places(args: &Places) -> Result<(), Failure> {
    wants(&args.out.output, &["pdf"])?;
    let office = session::reading(&args.office.file)?;
    let area = area(&office, args.area.as_deref())?;
    put(&office.make(PostingListPdf { keeper: None, area }, &mut |_, _| true)?, &args.out.output)
}

pub(super) fn loudspeaker(args: &Loudspeaker) -> Result<(), Failure> {
    wants(&args.out.output, &["docx"])?;
    let office = session::reading(&args.office.file)?;
    let area = area(&office, args.area.as_deref())?;
    put(&office.make(LoudspeakerDocx { area }, &mut |_, _| true)?, &args.out.output)
}

/// The area of this name; no name is every area.
fn area(office: &Reading, name: Option<&str>) -> Result<Option<AreaId>, Failure> {
    let Some(name) = name else { return Ok(None) };
    let found = office.view().find_area(name)?;
    Ok(Some(found.ok_or_else(|| Error::of(ErrorCode::UnknownArea).with("name", name))?.id))
}

pub(super) fn report(args: &Report) -> Result<(), Failure> {
    let of = ReportOf::days(args.from, args.to);
    if let (Some(template), true) = (&args.template, args.dry_run) {
        let path = template.to_string_lossy().into_owned();
        let filling = session::reading(&args.office.file)?.read(LookAtTemplate { path, of })?;
        say(&told(&filling));
        return Ok(());
    }
    // The command line asks for it unless nothing is to be written.
    let Some(output) = &args.output else { return Err(Failure::Usage("Còn thiếu: -o.".to_owned())) };
    wants(output, &["xlsx"])?;
    let office = session::reading(&args.office.file)?;
    let Some(template) = &args.template else {
        return put(&office.make(ReportXlsx { of }, &mut |_, _| true)?, output);
    };
    let path = template.to_string_lossy().into_owned();
    put(&office.make(ReportFilled { path, of }, &mut |_, _| true)?, output)
}

/// Cell by cell what would be written, then what is left and why.
fn told(filling: &Filling) -> String {
    let mut lines = Vec::new();
    for cell in &filling.cells {
        let area = cell.area.as_ref().map(|area| format!("{area}, ")).unwrap_or_default();
        lines.push(format!("{}: {} ({area}{})", words::place(&cell.place), cell.value, cell.about));
    }
    for left in &filling.left {
        let place = left.place.as_ref().map(|p| format!("{}: ", words::place(p))).unwrap_or_default();
        lines.push(format!("{place}{} – {}", left.what, left.because));
    }
    let (cells, left) = (filling.cells.len(), filling.left.len());
    lines.push(format!("Xem trước, chưa ghi gì – {}: điền {cells} ô, để nguyên {left} chỗ.", filling.file));
    lines.join("\n")
}
