//! The window: starts the log, opens the office, starts the window. Native things are in [`host`], the
//! contract's three shapes in [`rpc`].
//!
//! It must not know the ward's work: no rule, no SQL; the few sentences it says itself, when there is no
//! window, stand in `assets/text/start.vi.json`. What the window can ask
//! for is listed twice, in `build.rs` and in `capabilities/main.json`; a command that is missing in
//! either cannot be called. Nothing here listens on the network.
//!
//! To add something native: a command in [`host`], its name in `build.rs`, its permission in
//! `capabilities/main.json`, and a method of the window's `Host` interface.

// A release build is a window only: no console beside it.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod fault;
mod host;
mod log;
#[cfg(target_os = "linux")]
mod memory;
mod message;
mod places;
mod printer;
mod rpc;
mod start;
mod window;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::Arc;

use fault::Fault;
use office::System;
use office::desk::Desk;
use places::Home;

fn main() -> ExitCode {
    #[cfg(target_os = "linux")]
    memory::give_back();
    let mut context = tauri::generate_context!();
    let home = Home::of(&context.config().identifier);
    let identity = home.identity(&context.config().identifier);
    context.config_mut().identifier = identity;
    // Held until the end: it writes what the log still has in hand.
    let _log = log::start(&home.logs);
    let logs = home.logs.clone();

    let web_view = tauri::webview_version().ok();
    let fault = Fault::find(&home, web_view.as_deref(), message::has_screen()).or_else(|| {
        // A panic of the window's own thread ends the program; its place is in the log.
        catch_unwind(AssertUnwindSafe(|| run(context, home))).unwrap_or(Some(Fault::NoWindow))
    });
    match fault {
        None => ExitCode::SUCCESS,
        Some(fault) => {
            fault.say(&logs);
            ExitCode::FAILURE
        }
    }
}

/// Runs until the window is closed; answers why there was none.
fn run(context: tauri::Context, home: Home) -> Option<Fault> {
    let desk = Arc::new(Desk::new(home.places.clone(), Arc::new(System)).with_logs(home.logs.clone()));
    let opening = Arc::new(start::Opening::default());
    let leaving = (Arc::clone(&desk), Arc::clone(&opening));
    let built = tauri::Builder::default()
        // First, so that a second start goes no further than this.
        .plugin(tauri_plugin_single_instance::init(start::again))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::Builder::default().open_js_links_on_click(false).build())
        .plugin(window::remembered(&home))
        .manage(desk)
        .manage(opening)
        .manage(start::Asked::default())
        .manage(home)
        .invoke_handler(tauri::generate_handler![
            rpc::call,
            rpc::bytes,
            rpc::job_start,
            rpc::job_state,
            rpc::job_cancel,
            start::take_asked_file,
            host::open_path,
            host::print_path,
            host::reveal_path,
            host::save_picture,
            host::pick_file,
            host::pick_files,
            host::pick_folder,
            host::pick_new_file,
        ])
        .setup(|app| {
            start::first(app.handle());
            if let Err(error) = window::open(app.handle()) {
                tracing::error!(%error, "the window was not made");
                return Err(error.into());
            }
            Ok(())
        })
        .build(context);
    match built {
        Ok(app) => {
            app.run(move |_, event| {
                // What no backup holds yet is backed up before the program ends.
                if let tauri::RunEvent::Exit = event {
                    leaving.1.wait();
                    leaving.0.close();
                }
            });
            None
        }
        Err(error) => {
            tracing::error!(%error, "the window cannot be started");
            Some(Fault::NoWindow)
        }
    }
}
