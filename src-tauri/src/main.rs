//! The window: starts the log, opens the office, starts the window. Native things are in [`host`], the
//! contract's three shapes in [`rpc`].
//!
//! It must not know the ward's work: no rule, no SQL, no Vietnamese sentence. What the window can ask
//! for is listed twice, in `build.rs` and in `capabilities/main.json`; a command that is missing in
//! either cannot be called. Nothing here listens on the network.
//!
//! To add something native: a command in [`host`], its name in `build.rs`, its permission in
//! `capabilities/main.json`, and a method of the window's `Host` interface.

// A release build is a window only: no console beside it.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod host;
mod log;
mod places;
mod printer;
mod rpc;
mod start;
mod window;

use std::process::ExitCode;
use std::sync::Arc;

use office::System;
use office::desk::Desk;

fn main() -> ExitCode {
    let context = tauri::generate_context!();
    let home = places::Home::of(&context.config().identifier);
    // Held until the end: it writes what the log still has in hand.
    let _log = log::start(&home.logs);

    let desk = Arc::new(Desk::new(home.places.clone(), Arc::new(System)));
    let leaving = Arc::clone(&desk);
    let built = tauri::Builder::default()
        // First, so that a second start goes no further than this.
        .plugin(tauri_plugin_single_instance::init(start::again))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::Builder::default().open_js_links_on_click(false).build())
        .plugin(window::remembered(&home))
        .manage(desk)
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
            window::open(app.handle())?;
            Ok(())
        })
        .build(context);
    match built {
        Ok(app) => {
            app.run(move |_, event| {
                // What no backup holds yet is backed up before the program ends.
                if let tauri::RunEvent::Exit = event {
                    leaving.close();
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            tracing::error!(%error, "the window cannot be started");
            ExitCode::FAILURE
        }
    }
}
