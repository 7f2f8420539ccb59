//! Files of the built UI.

use std::path::{Component, Path, PathBuf};

use crate::answer::Answer;

/// The file behind an address; `/` is the page itself.
pub(crate) fn answer(ui: &Path, url_path: &str, policy: &str) -> Answer {
    let name = match url_path.trim_start_matches('/') {
        "" => "index.html",
        name => name,
    };
    let Some(file) = inside(ui, name) else {
        // Browsers ask for it by themselves; the window has an icon of its own.
        let status = if name == "favicon.ico" { 204 } else { 404 };
        return Answer::refused(status, if status == 204 { "" } else { "no such file" });
    };
    match std::fs::read(&file) {
        Ok(body) => {
            let mut answer = Answer::of(mime(&file), body);
            answer.headers.push(("content-security-policy", policy.to_owned()));
            answer
        }
        Err(_) => Answer::refused(404, "no such file"),
    }
}

/// A file under the folder and nowhere else, whatever the address and the links say.
fn inside(ui: &Path, name: &str) -> Option<PathBuf> {
    let plain = Path::new(name).components().all(|c| matches!(c, Component::Normal(_)));
    if !plain || name.contains(['\\', ':', '%']) {
        return None;
    }
    let folder = ui.canonicalize().ok()?;
    let file = folder.join(name).canonicalize().ok()?;
    (file.starts_with(&folder) && file.is_file()).then_some(file)
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|e| e.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "ttf" => "font/ttf",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_the_folder_are_given_out() {
        let folder = tempfile::tempdir().expect("a folder");
        let ui = folder.path().join("ui");
        std::fs::create_dir_all(ui.join("assets")).expect("a folder");
        for (name, text) in [("ui/index.html", "page"), ("ui/assets/a.js", "script"), ("secret", "no")] {
            std::fs::write(folder.path().join(name), text).expect("it writes");
        }
        let status = |path: &str| answer(&ui, path, "default-src 'self'").status;
        assert_eq!(answer(&ui, "/", "p").body, b"page");
        assert_eq!(answer(&ui, "/assets/a.js", "p").mime, "text/javascript; charset=utf-8");
        assert_eq!(answer(&ui, "/", "p").headers, [("content-security-policy", "p".to_owned())]);
        for path in
            ["/none", "/../secret", "/assets/../../secret", "/%2e%2e/secret", "/assets", "//etc/passwd", "/..\\secret"]
        {
            assert_eq!(status(path), 404, "{path}");
        }
    }
}
