use office::card::{CardSize, NoteTeamCards, TeamCardsPdf};

use super::{put, wants};
use crate::args::papers::{CardFormat, Cards};
use crate::failure::Failure;
use crate::session;

/// Names that go out on paper are noted first, which is a deed; without names nothing is written.
pub(super) fn run(args: &Cards, who: Option<&str>) -> Result<(), Failure> {
    wants(&args.out.output, &["pdf"])?;
    let size = match args.format {
        CardFormat::A5 => CardSize::A5,
        CardFormat::A6 => CardSize::A6,
    };
    let cards = TeamCardsPdf { evening: args.evening, size, names: args.names };
    let made = if args.names {
        let mut office = session::writing(&args.office.file, who)?;
        office.write(NoteTeamCards { evening: args.evening })?;
        office.make(cards, &mut |_, _| true)?
    } else {
        session::reading(&args.office.file)?.make(cards, &mut |_, _| true)?
    };
    put(&made, &args.out.output)
}
