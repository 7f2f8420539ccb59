//! The program talks to nobody: nothing listens, the window loads only its own files, and the page may
//! do no more than it needs (R15). One package speaks to a server, a city's own PostgreSQL, through a library that
//! nothing else may know and that no program of a ward links (`arrows.rs`, `deny.toml`); it opens no socket itself.

use product_tests::sources::{Source, absolute, with_endings};
use serde_json::{Value, json};

/// Only for browser tests on this machine, never shipped.
const TWIN: &str = "src-tauri/crates/devserver";

fn sockets(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources.iter().filter(|s| s.is_in("src-tauri") && !s.is_in(TWIN)) {
        for word in ["TcpListener", "TcpStream", "UdpSocket", "UnixListener"] {
            if source.text.contains(word) {
                faults.push(format!("{}: {word}: the program uses no network", source.path));
            }
        }
    }
    faults
}

/// Faults of `tauri.conf.json`.
fn window(config: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    let security = &config["app"]["security"];
    match policy(&security["csp"]) {
        None => faults.push("there is no content security policy".to_owned()),
        Some(csp) => faults.extend(policy_faults(&csp)),
    }
    if config["app"]["withGlobalTauri"] == true {
        faults.push("withGlobalTauri gives the page every function by name".to_owned());
    }
    if security["assetProtocol"]["enable"] == true {
        faults.push("the asset protocol lets the page read files".to_owned());
    }
    // For styles it may be: Tauri's hash would switch 'unsafe-inline' off, which Svelte needs for positions.
    let left_alone = &security["dangerousDisableAssetCspModification"];
    if *left_alone == true || left_alone.as_array().is_some_and(|d| d.iter().any(|d| d != "style-src")) {
        faults.push("the policy's hashes are switched off".to_owned());
    }
    if security["freezePrototype"] != true {
        faults.push("a script could change what every object does".to_owned());
    }
    if config["app"]["windows"].as_array().into_iter().flatten().any(|w| w["devtools"] == true) {
        faults.push("the page can be taken apart by whoever sits there".to_owned());
    }
    let built = config["build"]["frontendDist"].as_str().unwrap_or_default();
    if built.is_empty() || built.contains("://") {
        faults.push(format!("the window is to load its own files, not '{built}'"));
    }
    faults
}

/// The policy as one line; the configuration may also list it by directive.
fn policy(csp: &Value) -> Option<String> {
    match csp {
        Value::String(line) => Some(line.clone()),
        Value::Object(directives) => {
            let words = |v: &Value| match v {
                Value::Array(all) => all.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" "),
                other => other.as_str().unwrap_or_default().to_owned(),
            };
            Some(directives.iter().map(|(name, v)| format!("{name} {}", words(v))).collect::<Vec<_>>().join("; "))
        }
        _ => None,
    }
}

fn policy_faults(csp: &str) -> Vec<String> {
    // The wire between page and program: a scheme of its own, on Windows an address that never leaves it.
    let own = ["'self'", "'none'", "ipc:", "http://ipc.localhost", "data:", "blob:"];
    let mut faults = Vec::new();
    let directives: Vec<Vec<&str>> = csp.split(';').map(|d| d.split_whitespace().collect()).collect();
    let find = |name: &str| directives.iter().find(|d| d.first() == Some(&name));
    if !find("default-src").is_some_and(|d| d[1..].iter().all(|w| ["'self'", "'none'"].contains(w))) {
        faults.push("default-src is to be 'self' or 'none'".to_owned());
    }
    for directive in &directives {
        let Some((name, words)) = directive.split_first() else { continue };
        for word in words {
            // Svelte sets positions as inline styles; scripts never.
            let style = name.starts_with("style-src") && *word == "'unsafe-inline'";
            let script_data = name.starts_with("script-src") && ["data:", "blob:"].contains(word);
            if !style && (!own.contains(word) || script_data) {
                faults.push(format!("{name} {word}: from elsewhere, or unsafe"));
            }
        }
    }
    faults
}

/// Faults of a file in `capabilities/`.
fn capability(config: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    if !config["remote"].is_null() {
        faults.push("a page from elsewhere is given rights".to_owned());
    }
    if config["windows"].as_array().into_iter().flatten().any(|w| w == "*") {
        faults.push("rights are given to every window".to_owned());
    }
    for permission in config["permissions"].as_array().into_iter().flatten() {
        let name = permission.as_str().or_else(|| permission["identifier"].as_str()).unwrap_or_default();
        // Without a colon it is one of the program's own commands.
        let (plugin, right) = name.rsplit_once(':').unwrap_or(("own", name));
        let known =
            plugin.starts_with("core:") || ["own", "core", "dialog", "opener", "window-state"].contains(&plugin);
        // Each right by its name: a plugin's default grows with the plugin.
        if !known || !right.starts_with("allow-") {
            faults.push(format!("{name}: more than the page needs"));
        }
    }
    faults
}

fn read(path: &str) -> Value {
    let text = std::fs::read_to_string(absolute(path)).unwrap_or_else(|e| panic!("{path}: {e}"));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"))
}

#[test]
fn nothing_listens_on_the_network() {
    super::none(&sockets(&with_endings(&[".rs"])));
}

#[test]
fn the_window_loads_only_its_own_files() {
    super::none(&window(&read("src-tauri/tauri.conf.json")));
}

#[test]
fn the_page_has_only_the_rights_it_needs() {
    let files: Vec<Source> =
        with_endings(&[".json", ".toml"]).into_iter().filter(|s| s.is_in("src-tauri/capabilities")).collect();
    assert!(!files.is_empty(), "there are no capabilities: the page would have every right of its plugins, or none");
    for file in files {
        assert!(file.path.ends_with(".json"), "{}: as JSON, so that this test reads it", file.path);
        super::none(&capability(&read(&file.path)));
    }
}

#[test]
fn a_listener_an_open_policy_and_wide_rights_are_found() {
    let sources = [
        Source::new("src-tauri/src/main.rs", "std::net::TcpListener::bind(a)"),
        Source::new("src-tauri/crates/devserver/src/main.rs", "std::net::TcpListener::bind(a)"),
    ];
    assert_eq!(sockets(&sources), ["src-tauri/src/main.rs: TcpListener: the program uses no network"]);

    let good = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; \
        connect-src ipc: http://ipc.localhost";
    let config = |csp: Value| json!({ "app": { "security": { "csp": csp, "freezePrototype": true } }, "build": { "frontendDist": "../ui/dist" } });
    assert_eq!(window(&config(json!(good))), Vec::<String>::new());
    assert_eq!(
        window(&config(json!({ "default-src": "'self'", "img-src": ["'self'", "blob:"] }))),
        Vec::<String>::new()
    );
    assert_eq!(window(&config(Value::Null)), ["there is no content security policy"]);
    assert_eq!(
        window(&config(json!(
            "default-src *; script-src 'self' 'unsafe-inline' blob:; font-src https://fonts.example"
        ))),
        [
            "default-src is to be 'self' or 'none'",
            "default-src *: from elsewhere, or unsafe",
            "script-src 'unsafe-inline': from elsewhere, or unsafe",
            "script-src blob:: from elsewhere, or unsafe",
            "font-src https://fonts.example: from elsewhere, or unsafe",
        ]
    );
    let served = json!({ "app": { "withGlobalTauri": true, "windows": [{ "devtools": true }], "security": { "csp": good } }, "build": { "frontendDist": "http://localhost:1420" } });
    assert_eq!(window(&served).len(), 4);
    let mut unhashed = config(json!(good));
    unhashed["app"]["security"]["dangerousDisableAssetCspModification"] = json!(["style-src", "script-src"]);
    assert_eq!(window(&unhashed), ["the policy's hashes are switched off"]);

    let capability_of = |permissions: Value| capability(&json!({ "windows": ["main"], "permissions": permissions }));
    let right = json!(["allow-call", "core:event:allow-listen", "dialog:allow-open", { "identifier": "opener:allow-open-path", "allow": [] }]);
    assert_eq!(capability_of(right), Vec::<String>::new());
    assert_eq!(
        capability_of(json!(["core:default", "fs:allow-read", "shell:allow-execute"])),
        [
            "core:default: more than the page needs",
            "fs:allow-read: more than the page needs",
            "shell:allow-execute: more than the page needs",
        ]
    );
    assert_eq!(
        capability(&json!({ "windows": ["*"], "remote": { "urls": ["https://x"] }, "permissions": [] })).len(),
        2
    );
}
