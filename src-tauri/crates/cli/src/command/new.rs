use office::System;
use office::create::{Beginning, BlankOffice, create};

use super::say;
use crate::args::file::New;
use crate::failure::Failure;

pub(super) fn run(args: &New) -> Result<(), Failure> {
    let beginning = match &args.sample {
        Some(name) => Beginning::Sample { name: name.clone() },
        None => Beginning::Blank(BlankOffice::default()),
    };
    create(&args.office.file, &beginning, &System)?;
    say(&format!("Đã tạo {}", args.office.file.display()));
    Ok(())
}
