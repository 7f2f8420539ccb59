//! Flyers, posters and door strips to print, and their pictures for a phone.

use domain::printing::FlyerDesign;
use office::flyer::{FlyerInks, FlyerPicturePng, FlyerSheet, FlyerSize, FlyerWords, FlyersPdf};
use office::{Error, ErrorCode};

use super::{ending, put, wants};
use crate::args::papers::{Design, Flyers, Format, Sheet};
use crate::failure::Failure;
use crate::session;

pub(super) fn run(args: &Flyers) -> Result<(), Failure> {
    let output = &args.out.output;
    let picture = if args.area.is_some() { "png" } else { "zip" };
    wants(output, &["pdf", picture])?;
    let office = session::reading(&args.office.file)?;
    let area = match &args.area {
        Some(name) => {
            let found = office.view().find_area(name)?;
            Some(found.ok_or_else(|| Error::of(ErrorCode::UnknownArea).with("name", name))?.id)
        }
        None => None,
    };
    let design = args.design.map(|design| match design {
        Design::Evening => FlyerDesign::Evening,
        Design::Steps => FlyerDesign::Steps,
        Design::Invitation => FlyerDesign::Invitation,
    });
    let steps = (!args.step.is_empty()).then(|| args.step.clone());
    let words = FlyerWords { design, headline: args.headline.clone(), steps };
    if ending(output) != "pdf" {
        let made = office.make(FlyerPicturePng { area, words }, &mut |_, _| true)?;
        return put(&made, output);
    }
    let flyers = FlyersPdf {
        inks: if args.colour { FlyerInks::Colour } else { FlyerInks::Copier },
        sheet: args.sheet.map(|sheet| match sheet {
            Sheet::Own => FlyerSheet::Own,
            Sheet::A4 => FlyerSheet::A4,
            Sheet::A3 => FlyerSheet::A3,
        }),
        marks: !args.no_marks,
        bleed: args.bleed,
        sheets: Some(args.sheets),
        words,
        ..FlyersPdf::plain(size(args.format), area)
    };
    put(&office.make(flyers, &mut |_, _| true)?, output)
}

fn size(format: Format) -> FlyerSize {
    match format {
        Format::A4 => FlyerSize::A4,
        Format::A5 => FlyerSize::A5,
        Format::A6 => FlyerSize::A6,
        Format::PosterA4 => FlyerSize::PosterA4,
        Format::PosterA3 => FlyerSize::PosterA3,
        Format::Strip => FlyerSize::Strip,
    }
}
