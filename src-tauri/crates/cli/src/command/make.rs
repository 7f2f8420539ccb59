//! Papers that only need reading.

use office::plan::{PlanDocx, PlanPdf};
use office::report::ReportXlsx;

use super::{ending, put, wants};
use crate::args::{Plan, Report};
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

pub(super) fn report(args: &Report) -> Result<(), Failure> {
    wants(&args.out.output, &["xlsx"])?;
    let office = session::reading(&args.office.file)?;
    put(&office.make(ReportXlsx { from: args.from, to: args.to }, &mut |_, _| true)?, &args.out.output)
}
