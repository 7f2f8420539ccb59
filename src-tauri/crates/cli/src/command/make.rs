//! Papers that only need reading.

use domain::ids::AreaId;
use office::flyer::LoudspeakerDocx;
use office::plan::{PlanDocx, PlanPdf};
use office::posting::PostingListPdf;
use office::{Error, ErrorCode, Reading};

use super::{ending, put, wants};
use crate::args::Output;
use crate::args::papers::{OfArea, Plan};
use crate::failure::Failure;
use crate::session;

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

pub(super) fn places(args: &OfArea) -> Result<(), Failure> {
    wants(&args.out.output, &["pdf"])?;
    let office = session::reading(&args.office.file)?;
    let area = area(&office, args.area.as_deref())?;
    put(&office.make(PostingListPdf { keeper: None, area }, &mut |_, _| true)?, &args.out.output)
}

pub(super) fn loudspeaker(args: &OfArea) -> Result<(), Failure> {
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

/// Of no office file: what everybody may have.
pub(super) fn guide(out: &Output) -> Result<(), Failure> {
    wants(&out.output, &["pdf"])?;
    put(&office::guide::guide_pdf()?, &out.output)
}
