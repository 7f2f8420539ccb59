//! Papers that only need reading.

use office::plan::{PlanDocx, PlanPdf};
use office::posting::PostingListPdf;
use office::report::ReportXlsx;
use office::{Error, ErrorCode};

use super::{ending, put, wants};
use crate::args::{Places, Plan, Report};
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

pub(super) fn places(args: &Places) -> Result<(), Failure> {
    wants(&args.out.output, &["pdf"])?;
    let office = session::reading(&args.office.file)?;
    let area = match &args.area {
        Some(name) => {
            let found = office.view().find_area(name)?;
            Some(found.ok_or_else(|| Error::of(ErrorCode::UnknownArea).with("name", name))?.id)
        }
        None => None,
    };
    put(&office.make(PostingListPdf { keeper: None, area }, &mut |_, _| true)?, &args.out.output)
}

pub(super) fn report(args: &Report) -> Result<(), Failure> {
    wants(&args.out.output, &["xlsx"])?;
    let office = session::reading(&args.office.file)?;
    put(&office.make(ReportXlsx { from: args.from, to: args.to }, &mut |_, _| true)?, &args.out.output)
}
