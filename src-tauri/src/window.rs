//! The one window: it shows its own files and nothing else.

use tauri::plugin::TauriPlugin;
use tauri::webview::{NewWindowResponse, PageLoadEvent};
use tauri::{AppHandle, Manager, Url, WebviewWindowBuilder, Wry};
use tauri_plugin_window_state::StateFlags;

use crate::places::Home;

const MAIN: &str = "main";

/// Opens the window as `tauri.conf.json` describes it.
pub(crate) fn open(app: &AppHandle) -> tauri::Result<()> {
    let Some(config) = app.config().app.windows.iter().find(|w| w.label == MAIN) else {
        return Err(tauri::Error::WindowNotFound);
    };
    let window = WebviewWindowBuilder::from_config(app, config)?
        .data_directory(app.state::<Home>().web_view.clone())
        .on_navigation(is_own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_page_load(|_, load| {
            if load.event() == PageLoadEvent::Finished {
                tracing::info!("the page is loaded");
            }
        })
        .build()?;
    // For a driver of tests WebKit takes pictures from a card's layers only, and waits for them for ever.
    #[cfg(target_os = "linux")]
    if std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_none() {
        window.with_webview(|view| drawn_by_hand(&view.inner()))?;
    }
    #[cfg(not(target_os = "linux"))]
    drop(window);
    Ok(())
}

/// Tables and forms need no graphics card. Without one, WebKit imitates it with a hundred megabytes.
#[cfg(target_os = "linux")]
fn drawn_by_hand(view: &webkit2gtk::WebView) {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};

    if let Some(settings) = view.settings() {
        settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
    }
}

/// Brings the window to the front, wherever it is.
pub(crate) fn raise(app: &AppHandle) {
    let Some(window) = app.get_webview_window(MAIN) else { return };
    if let Err(error) = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus()) {
        tracing::warn!(%error, "the window was not raised");
    }
}

/// Keeps size and place of the window among the program's settings.
pub(crate) fn remembered(home: &Home) -> TauriPlugin<Wry> {
    let file = home.places.settings.join("window.json");
    tauri_plugin_window_state::Builder::new()
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
        .with_filename(file.to_string_lossy())
        .build()
}

/// Whether an address is one of the files inside the program: `tauri://localhost`, on Windows
/// `http://tauri.localhost`.
fn is_own(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => url.host_str() == Some("tauri.localhost") && url.port().is_none(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_programs_own_files_are_shown() {
        let is_own = |text: &str| super::is_own(&Url::parse(text).expect("an address"));
        assert!(is_own("tauri://localhost/"));
        assert!(is_own("http://tauri.localhost/index.html"));
        for foreign in [
            "https://example.com/",
            "http://tauri.localhost.example.com/",
            "http://tauri.localhost:8080/",
            "http://127.0.0.1/",
            "file:///etc/passwd",
            "data:text/html,x",
            "about:blank",
        ] {
            assert!(!is_own(foreign), "{foreign}");
        }
    }
}
