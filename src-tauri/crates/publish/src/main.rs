//! `tung-ngo-publish`: the consolidated figures of many wards, sent to the authority's own PostgreSQL.
//!
//! Exit 0: done. 1: refused; the reason and what to do are on standard error. 2: the command
//! line itself was wrong.

mod args;

use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

use office::consolidation::ward_packets;
use office::{Reading, System};
use publish::{Connection, Load, Refusal, Schema, preview, send, words};

use args::{Line, NoLine};

fn main() -> ExitCode {
    let line = match args::read(std::env::args_os()) {
        Ok(line) => line,
        Err(NoLine::Help(text)) => {
            say(&text);
            return ExitCode::SUCCESS;
        }
        Err(NoLine::Usage(text)) => {
            eprintln!("{text}\n\nXem hướng dẫn: tung-ngo-publish --help");
            return ExitCode::from(2);
        }
    };
    match run(&line) {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => {
            eprintln!("{}", words::refusal(&refusal));
            ExitCode::from(1)
        }
    }
}

fn run(line: &Line) -> Result<(), Refusal> {
    let schema: Schema = line.schema.as_deref().map_or_else(|| Ok(Schema::default()), str::parse)?;
    let connection: Connection = line.to.parse()?;
    let load = load(line)?;
    let client = connection.with_known_password()?.open()?;
    let outcome = if line.dry_run {
        let outcome = preview(client, &schema, &load)?;
        outcome.wards.iter().for_each(|told| say(&words::would(told)));
        outcome
    } else {
        send(client, &schema, &load, &mut |news| say(&words::news(news)))?
    };
    say(&words::summary(&outcome, &schema, line.all, line.dry_run));
    Ok(())
}

fn load(line: &Line) -> Result<Load, Refusal> {
    let office = Reading::open(&line.file, Arc::new(System))?;
    let view = office.view();
    let packets = ward_packets(&view)?;
    if packets.is_empty() {
        return Err(Refusal::NoWards);
    }
    let campaign = view.get_campaign().map_err(office::Error::from)?;
    Ok(Load { campaign, packets, is_all: line.all })
}

/// Says a line on standard output. A reader that has gone away is no failure of ours.
fn say(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
}
