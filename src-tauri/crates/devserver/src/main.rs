//! The browser twin: the contract over HTTP on 127.0.0.1, for browser tests and for work on the screens.
//! Never shipped: the program people get listens on nothing.
//!
//! The same three shapes as the window's `rpc.rs`: `POST /rpc/call/<name>`, `POST /rpc/bytes/<name>`,
//! and jobs (`POST /rpc/job/<name>`, `GET /rpc/job/<id>`, `POST /rpc/job/<id>/cancel`,
//! `GET /rpc/file/<id>`). A refusal is 422 with the error as JSON. Everything else is a file of the
//! built UI, under the window's own content security policy.
//!
//! It must not know the ward's work. To add a route: an arm in [`routes`].

#![expect(clippy::print_stdout, reason = "its address is for whoever started it")]

mod answer;
mod assets;
mod clock;
mod guard;
mod routes;

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use clap::Parser;
use office::desk::{Desk, Places};
use office::{Outside, System};
use tiny_http::{Request, Server};

use answer::Answer;
use routes::Routes;

/// The same contract as the window, over 127.0.0.1, for browser tests.
#[derive(Debug, Parser)]
struct Args {
    /// Port; 0 takes a free one. The address is printed on standard output.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// Folder of the built UI.
    #[arg(long)]
    ui: PathBuf,
    /// Folder for office files and settings.
    #[arg(long)]
    home: PathBuf,
    /// Office file to open at once.
    #[arg(long)]
    file: Option<PathBuf>,
    /// A clock that stands still, for exact tests: 2024-11-09T20:00:00+07:00.
    #[arg(long)]
    now: Option<DateTime<FixedOffset>>,
    /// End when standard input closes, so that a test that is killed leaves nothing behind.
    #[arg(long)]
    with_parent: bool,
}

/// Browsers keep several connections; a preview must not hold up a box.
const WORKERS: usize = 6;

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_max_level(tracing_subscriber::filter::LevelFilter::WARN)
        .init();
    match run(Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("devserver: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: Args) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let home = std::path::absolute(&args.home)?;
    let places = Places { offices: home.join("Từng Ngõ"), settings: home.join("settings") };
    let outside: Arc<dyn Outside> = match args.now {
        Some(now) => Arc::new(clock::Stopped(now)),
        None => Arc::new(System),
    };
    let desk = Arc::new(Desk::new(places, outside));
    if let Some(file) = &args.file {
        desk.open(&std::path::absolute(file)?)?;
    }

    // Bound here and by number: nothing beyond this machine can ever reach it.
    let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, args.port)))?;
    let port = listener.local_addr()?.port();
    let server = Arc::new(Server::from_listener(listener, None)?);
    let routes = Arc::new(Routes::new(desk, args.ui, port)?);

    println!("http://127.0.0.1:{port}/");
    std::io::stdout().flush()?;
    if args.with_parent {
        std::thread::spawn(|| {
            let _ = std::io::stdin().read_to_end(&mut Vec::new());
            // The office file is safe at every moment; that is what it is for.
            std::process::exit(0);
        });
    }

    let workers = (0..WORKERS).map(|_| {
        let (server, routes) = (Arc::clone(&server), Arc::clone(&routes));
        std::thread::spawn(move || {
            while let Ok(request) = server.recv() {
                serve(request, &routes);
            }
        })
    });
    for worker in workers.collect::<Vec<_>>() {
        if worker.join().is_err() {
            return Err("a worker ended".into());
        }
    }
    Ok(())
}

fn serve(mut request: Request, routes: &Routes) {
    let answer = match guard::admit(&mut request, routes.port()) {
        Ok(body) => routes.answer(request.method(), request.url(), &body),
        Err(refusal) => refusal,
    };
    // The browser may have gone; there is nobody to tell.
    let _ = request.respond(Answer::into_response(answer));
}
