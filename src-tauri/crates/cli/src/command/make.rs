//! Papers that only need reading.

use office::flyer::{FlyerSize, FlyersPdf};
use office::plan::{PlanDocx, PlanPdf};
use office::report::ReportXlsx;
use office::{Error, ErrorCode};

use super::{ending, put, wants};
use crate::args::{Flyers, Format, Plan, Report};
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

pub(super) fn flyers(args: &Flyers) -> Result<(), Failure> {
    wants(&args.out.output, &["pdf"])?;
    let office = session::reading(&args.office.file)?;
    let area = match &args.area {
        Some(name) => {
            let found = office.view().find_area(name)?;
            Some(found.ok_or_else(|| Error::of(ErrorCode::UnknownArea).with("name", name))?.id)
        }
        None => None,
    };
    let size = match args.format {
        Format::A4 => FlyerSize::A4,
        Format::A5 => FlyerSize::A5,
        Format::A6 => FlyerSize::A6,
    };
    put(&office.make(FlyersPdf { size, area }, &mut |_, _| true)?, &args.out.output)
}

pub(super) fn report(args: &Report) -> Result<(), Failure> {
    wants(&args.out.output, &["xlsx"])?;
    let office = session::reading(&args.office.file)?;
    put(&office.make(ReportXlsx { from: args.from, to: args.to }, &mut |_, _| true)?, &args.out.output)
}
