//! The browser twin: the contract over HTTP on 127.0.0.1, for browser tests and for work on the screens.
//! Never shipped: the program people get listens on nothing.
//!
//! The same three shapes as the window's `rpc.rs`: `POST /rpc/call/<name>`, `POST /rpc/bytes/<name>`,
//! and jobs (`POST /rpc/job/<name>`, `GET /rpc/job/<id>`, `POST /rpc/job/<id>/cancel`,
//! `GET /rpc/file/<id>`); a paper saved earlier by its name (`POST /rpc/paper`); a chart to save
//! (`POST /rpc/picture`). A refusal is 422 with the error as JSON. Everything else is a file of the built UI,
//! under the window's own content security policy.
//!
//! It must not know the ward's work. To add a route: an arm in [`routes`].

#![expect(clippy::print_stdout, reason = "its address is for whoever started it")]

mod answer;
mod assets;
mod clock;
mod guard;
mod routes;

use std::convert::Infallible;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use clap::Parser;
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use office::desk::{Desk, Places};
use office::{Outside, System};

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
    /// Lock screens after so many seconds without a key, whatever the office says: tests do not sit and wait.
    #[arg(long)]
    idle_seconds: Option<f64>,
    /// End when standard input closes, so that a test that is killed leaves nothing behind.
    #[arg(long)]
    with_parent: bool,
}

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
    let desk = Desk::new(places.clone(), outside);
    let desk = Arc::new(match args.idle_seconds {
        Some(seconds) => desk.lock_after(Duration::try_from_secs_f64(seconds)?),
        None => desk,
    });
    if let Some(file) = &args.file {
        desk.open(&std::path::absolute(file)?)?;
    }

    // Bound here and by number: nothing beyond this machine can ever reach it.
    let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, args.port)))?;
    let port = listener.local_addr()?.port();
    listener.set_nonblocking(true)?;
    let routes = Arc::new(Routes::new(desk, places, args.ui, port)?);

    println!("http://127.0.0.1:{port}/");
    std::io::stdout().flush()?;
    if args.with_parent {
        std::thread::spawn(|| {
            let _ = std::io::stdin().read_to_end(&mut Vec::new());
            // The office file is safe at every moment; that is what it is for.
            std::process::exit(0);
        });
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_io().build()?;
    Ok(runtime.block_on(listen(listener, routes))?)
}

async fn listen(listener: TcpListener, routes: Arc<Routes>) -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    loop {
        let (stream, _) = listener.accept().await?;
        let routes = Arc::clone(&routes);
        tokio::spawn(async move {
            let service = service_fn(move |request| serve(request, Arc::clone(&routes)));
            // The browser may have gone in the middle; there is nobody to tell.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

async fn serve(request: Request<Incoming>, routes: Arc<Routes>) -> Result<Response<Full<Bytes>>, Infallible> {
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let answer = match guard::admit(request, routes.port()).await {
        // Commands block, as the desk does; a preview must not hold up a box.
        Ok(body) => tokio::task::spawn_blocking(move || routes.answer(&method, &path, &body))
            .await
            .unwrap_or_else(|error| Answer::refused(500, &error.to_string())),
        Err(refusal) => refusal,
    };
    Ok(answer.into_response())
}
