//! What a machine needs, and getting only what it lacks: system packages through apt, then Node's
//! packages, then the built window. Safe to run again; a second run finds nothing to do.

use std::str::FromStr;

use anyhow::{Result, bail};

use crate::node;
use crate::shell::{find, must, printed, program, say};

/// What the machine is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Build the program and open its window.
    Run,
    /// Everything, for all rings of tests.
    Test,
    /// Build for Windows, and run that under Wine.
    Windows,
}

impl FromStr for Purpose {
    type Err = anyhow::Error;

    fn from_str(word: &str) -> Result<Self> {
        match word {
            "run" => Ok(Self::Run),
            "test" => Ok(Self::Test),
            "windows" => Ok(Self::Windows),
            other => bail!("set-up is for 'run', 'test' or 'windows', not for '{other}'"),
        }
    }
}

/// How to see that something is there.
#[derive(Debug, Clone, Copy)]
enum Sign {
    /// One of these programs is on the search path.
    Program(&'static [&'static str]),
    /// pkg-config knows the library with its headers.
    Library(&'static str),
    /// fontconfig knows the family.
    Font(&'static str),
    /// LibreOffice with this module: `soffice` alone does not tell which file kinds it reads.
    Office(&'static str),
    /// PostgreSQL's server, which Debian keeps off the search path.
    Postgres,
    /// Debian's package itself: its files lie where only it puts them.
    Package(&'static str),
}

#[derive(Debug, Clone, Copy)]
struct Need {
    why: &'static str,
    sign: Sign,
    /// Debian's and Ubuntu's names; `a|b`: the first that the archive has.
    packages: &'static [&'static str],
}

const fn need(why: &'static str, sign: Sign, packages: &'static [&'static str]) -> Need {
    Need { why, sign, packages }
}

const RUN: &[Need] = &[
    need("a linker and a C compiler", Sign::Program(&["cc", "cl"]), &["build-essential"]),
    need("finding libraries", Sign::Program(&["pkg-config", "pkgconf"]), &["pkg-config"]),
    need("the window", Sign::Library("webkit2gtk-4.1"), &["libwebkit2gtk-4.1-dev"]),
    need("icons in the window", Sign::Library("librsvg-2.0"), &["librsvg2-dev"]),
];

const TEST: &[Need] = &[
    need("browser tests", Sign::Program(CHROMIUM), &["chromium|chromium-browser"]),
    need("window tests: the driver", Sign::Program(&["WebKitWebDriver"]), &["webkit2gtk-driver"]),
    need("window tests: a screen", Sign::Program(&["Xvfb"]), &["xvfb"]),
    need("window tests: a second start", Sign::Program(&["dbus-daemon"]), &["dbus-daemon|dbus"]),
    need("window tests: kinds of files", Sign::Program(&["update-mime-database"]), &["shared-mime-info"]),
    need("window tests: asking for a file's kind", Sign::Program(&["gio"]), &["libglib2.0-bin"]),
    need("window tests: real keys", Sign::Program(&["xdotool"]), &["xdotool"]),
    need("reading PDFs back", Sign::Program(&["pdftotext"]), &["poppler-utils"]),
    need("measuring PDFs", Sign::Program(&["mutool"]), &["mupdf-tools"]),
    need("checking PDFs", Sign::Program(&["qpdf"]), &["qpdf"]),
    need("reading workbooks back", Sign::Office("libreoffice-calc"), &["libreoffice-calc"]),
    need("reading DOCX back", Sign::Office("libreoffice-writer"), &["libreoffice-writer"]),
    need("changing office files behind the program's back", Sign::Program(&["sqlite3"]), &["sqlite3"]),
    need("verifying an exported journal", Sign::Program(&["python3"]), &["python3"]),
    need("a city's own database", Sign::Postgres, &["postgresql"]),
    need(
        "fonts of the papers' width",
        Sign::Font("Liberation Serif"),
        &["fontconfig", "fonts-liberation2|fonts-liberation"],
    ),
];

const WINDOWS: &[Need] = &[
    need("a compiler for every system", Sign::Package("rustc-web"), &["rustc-web"]),
    need("its standard library", Sign::Package("rust-web-src"), &["rust-web-src"]),
    need("linking for Windows", Sign::Program(&["x86_64-w64-mingw32-gcc-posix"]), &["gcc-mingw-w64-x86-64-posix"]),
    need("C++ for Windows", Sign::Program(&["x86_64-w64-mingw32-g++-posix"]), &["g++-mingw-w64-x86-64-posix"]),
    need("packing for Windows", Sign::Program(&["zip"]), &["zip"]),
    need("running what was built for Windows", Sign::Package("wine64"), &["wine64"]),
];

/// Names Chromium goes by.
pub(crate) const CHROMIUM: &[&str] = &["chromium", "chromium-browser", "google-chrome"];

/// Gets the machine ready and builds the window's files.
pub(crate) fn run(purpose: Purpose) -> Result<()> {
    system(purpose)?;
    node::ready()?;
    say(match purpose {
        Purpose::Run => "ready to build and run",
        Purpose::Test => "ready to build, run and test",
        Purpose::Windows => "ready to build for Windows",
    });
    Ok(())
}

/// The system's packages only.
pub(crate) fn system(purpose: Purpose) -> Result<()> {
    // On Windows and macOS the window comes with the system, and the read-back tests run on Linux.
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let needs = match purpose {
        Purpose::Run => RUN.to_vec(),
        Purpose::Test => [RUN, TEST].concat(),
        Purpose::Windows => [RUN, WINDOWS].concat(),
    };
    let mut missing: Vec<Need> = needs.into_iter().filter(|n| !n.is_met()).collect();
    if !node::is_installed() && find("apt-get").is_some() {
        missing.push(need("building the window's files", Sign::Program(&["npm"]), &["nodejs", "npm"]));
    }
    if missing.is_empty() {
        say("system packages: all there");
        return Ok(());
    }
    for need in &missing {
        say(format!("missing, for {}: {}", need.why, need.packages.join(" ").replace('|', " or ")));
    }
    if find("apt-get").is_none() {
        bail!("this machine has no apt-get: install the things named above by its own means, then start again");
    }
    install(&missing)
}

impl Need {
    fn is_met(&self) -> bool {
        match self.sign {
            Sign::Program(names) => names.iter().any(|n| find(n).is_some()),
            Sign::Library(name) => printed(program("pkg-config").args(["--exists", name])).is_some(),
            Sign::Font(family) => {
                printed(program("fc-list").args([":", "family"])).is_some_and(|all| all.contains(family))
            }
            Sign::Office(module) if find("dpkg-query").is_some() => is_installed(module),
            Sign::Office(_) => find("soffice").is_some(),
            Sign::Package(name) => is_installed(name),
            Sign::Postgres => find("initdb").is_some() || has_postgres_of_debian(),
        }
    }
}

fn is_installed(package: &str) -> bool {
    printed(program("dpkg-query").args(["-W", "-f", "${Status}", package])).is_some_and(|s| s == "install ok installed")
}

fn install(missing: &[Need]) -> Result<()> {
    apt(&["update"])?;
    let mut packages: Vec<&str> = Vec::new();
    for need in missing {
        for names in need.packages {
            let Some(name) = names.split('|').find(|n| is_offered(n)) else {
                bail!("this system's archive has no package {} ({})", names.replace('|', " or "), need.why);
            };
            if name == "nodejs" {
                node::archive_is_new_enough()?;
            }
            packages.push(name);
        }
    }
    packages.dedup();
    if packages.contains(&"postgresql") { add_without_server(&packages) } else { add(&packages) }
}

fn add(packages: &[&str]) -> Result<()> {
    apt(&[&["install", "--yes", "--no-install-recommends"], packages].concat())
}

/// PostgreSQL's package would make and start a server of the system's own; the tests start theirs, in a folder of
/// their own. What the machine's owner has set already stays.
fn add_without_server(packages: &[&str]) -> Result<()> {
    const CLUSTERS: &str = "/etc/postgresql-common/createcluster.conf";
    const SETTING: &str = "create_main_cluster";
    add(&["postgresql-common"])?;
    if printed(program("pg_conftool").args([CLUSTERS, "show", "-s", SETTING])).is_some() {
        return add(packages);
    }
    as_root(&["pg_conftool", CLUSTERS, "set", SETTING, "off"])?;
    let added = add(packages);
    as_root(&["pg_conftool", CLUSTERS, "remove", SETTING])?;
    added
}

/// A folder for each version: `/usr/lib/postgresql/15/bin`.
fn has_postgres_of_debian() -> bool {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    versions.into_iter().any(|version| version.path().join("bin/initdb").is_file())
}

fn is_offered(package: &str) -> bool {
    printed(program("apt-cache").args(["show", package])).is_some()
}

fn apt(words: &[&str]) -> Result<()> {
    as_root(&[&["DEBIAN_FRONTEND=noninteractive", "apt-get"], words].concat())
}

/// Settings and a command, as for `env`.
fn as_root(words: &[&str]) -> Result<()> {
    let is_root = printed(program("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    let mut command = program(if is_root { "env" } else { "sudo" });
    if !is_root {
        if find("sudo").is_none() {
            bail!("installing needs root's rights and there is no sudo: as root, run env {}", words.join(" "));
        }
        command.arg("env");
    }
    must(command.args(words))
}
