//! A PostgreSQL of the tests' own: a folder, a Unix socket in it, nothing on the network. It lives as long as a test
//! that uses it, and ends with the process at the latest.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, Weak, mpsc};
use std::thread::JoinHandle;

use postgres::{Client, NoTls};
use publish::{Connection, Load, News, Outcome, Refusal, Schema, preview, send};

/// Who may log in with this password alone; everybody else is trusted.
pub(crate) const SENDER: (&str, &str) = ("nguoi_gui", "mật khẩu thử");

struct Server {
    folder: tempfile::TempDir,
    pid: u32,
    /// Reads what the server says, and is its parent: when it ends, so does the server.
    parent: Option<JoinHandle<()>>,
}

static RUNNING: Mutex<Weak<Server>> = Mutex::new(Weak::new());

/// The server of all tests that run now.
fn running() -> Arc<Server> {
    let mut running = RUNNING.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    running.upgrade().unwrap_or_else(|| {
        let server = Arc::new(Server::start());
        *running = Arc::downgrade(&server);
        server
    })
}

/// PostgreSQL's own programs; Debian keeps them off the search path, the newest version last.
fn programs() -> PathBuf {
    let on_path =
        std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()).find(|p| p.join("initdb").is_file());
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let of_debian = versions.map(|v| v.path().join("bin")).filter(|bin| bin.join("initdb").is_file()).max();
    on_path
        .or(of_debian)
        .expect("PostgreSQL is not installed here; `cargo xtask setup test` installs what the tests need")
}

fn printed(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// A program of PostgreSQL, which root may not start: as somebody without rights then.
fn as_nobody(folder: &Path, program: &str) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "QUIT"]);
    if printed(Command::new("id").arg("-u")) == "0" {
        let group = printed(Command::new("id").args(["-g", "nobody"]));
        command.args(["--reuid", "nobody", "--regid", &group, "--clear-groups"]);
        printed(Command::new("chown").arg("nobody").arg(folder));
    }
    command.arg(programs().join(program)).current_dir(folder).env("LC_ALL", "C").stdin(Stdio::null());
    command
}

impl Server {
    fn start() -> Self {
        let folder = tempfile::Builder::new().prefix("tung-ngo-pg").tempdir().expect("the system gives a folder");
        let data = folder.path().join("data");
        let mut initdb = as_nobody(folder.path(), "initdb");
        printed(
            initdb
                .args(["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "-D"])
                .arg(&data),
        );
        let mut server = as_nobody(folder.path(), "postgres");
        server.arg("-D").arg(&data).arg("-k").arg(folder.path());
        // Durability is PostgreSQL's own matter.
        server.args(["-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=50"]).stderr(Stdio::piped());
        let (ready, told) = mpsc::channel();
        let parent = std::thread::spawn(move || {
            let mut child = server.spawn().expect("PostgreSQL starts");
            let mut said = String::new();
            for line in BufReader::new(child.stderr.take().expect("a pipe")).lines().map_while(Result::ok) {
                if line.contains("ready to accept connections") {
                    let _ = ready.send(Ok(child.id()));
                }
                said.push_str(&line);
                said.push('\n');
            }
            let _ = ready.send(Err(said));
            let _ = child.wait();
        });
        let pid = told.recv().expect("the server tells").unwrap_or_else(|said| panic!("PostgreSQL ended:\n{said}"));
        let server = Self { folder, pid, parent: Some(parent) };
        let mut client = server.client("postgres");
        let (name, password) = SENDER;
        client.batch_execute(&format!("CREATE ROLE {name} LOGIN PASSWORD '{password}'")).expect("a role");
        let rules = format!("local all {name} scram-sha-256\nlocal all all trust\n");
        std::fs::write(data.join("pg_hba.conf"), rules).expect("who may log in how");
        client.batch_execute("SELECT pg_reload_conf()").expect("the rules are read");
        server
    }

    fn client(&self, database: &str) -> Client {
        let folder = self.folder.path().display();
        Client::connect(&format!("host={folder} user=postgres dbname={database}"), NoTls).expect("the server answers")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // At once and without a farewell: nothing in it is kept.
        let _ = Command::new("kill").args(["-QUIT", &self.pid.to_string()]).status();
        if let Some(parent) = self.parent.take() {
            let _ = parent.join();
        }
    }
}

/// An empty database.
pub(crate) struct Database {
    server: Arc<Server>,
    name: String,
}

impl Database {
    pub(crate) fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let server = running();
        let name = format!("t{}", NUMBER.fetch_add(1, Ordering::Relaxed));
        server.client("postgres").batch_execute(&format!("CREATE DATABASE {name}")).expect("a database");
        Self { server, name }
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// As the program is told it, but for who asks.
    pub(crate) fn address(&self, user: &str) -> String {
        format!("host={} dbname={} user={user}", self.server.folder.path().display(), self.name)
    }

    /// The owner's, to look and to arrange.
    pub(crate) fn client(&self) -> Client {
        let mut client = self.server.client(&self.name);
        client.batch_execute("SET search_path TO tung_ngo, public").expect("a path");
        client
    }

    pub(crate) fn run(&self, statements: &str) {
        self.client().batch_execute(statements).unwrap_or_else(|e| panic!("{statements}: {e:?}"));
    }

    /// Rows as text, one a line, its columns parted by `|`; `-` is NULL.
    pub(crate) fn rows(&self, question: &str) -> Vec<String> {
        let as_text = format!(
            "SELECT (SELECT string_agg(coalesce(cell.value, '-'), '|' ORDER BY cell.n)
                     FROM json_each_text(row_to_json(q)) WITH ORDINALITY AS cell (name, value, n))
             FROM ({question}) q"
        );
        let rows = self.client().query(&as_text, &[]).unwrap_or_else(|e| panic!("{question}: {e:?}"));
        rows.iter().map(|row| row.get(0)).collect()
    }

    pub(crate) fn send_to(&self, schema: &str, load: &Load) -> Result<Outcome, Refusal> {
        self.send_telling(schema, load, &mut |_| {})
    }

    pub(crate) fn send_telling(
        &self,
        schema: &str,
        load: &Load,
        tell: &mut dyn FnMut(&News<'_>),
    ) -> Result<Outcome, Refusal> {
        let connection: Connection = self.address("postgres").parse().expect("a connection");
        send(connection.open()?, &schema.parse().expect("a name"), load, tell)
    }

    pub(crate) fn send(&self, load: &Load) -> Outcome {
        self.send_to("tung_ngo", load).unwrap_or_else(|e| panic!("{e}: {e:?}"))
    }

    pub(crate) fn preview(&self, load: &Load) -> Outcome {
        let connection: Connection = self.address("postgres").parse().expect("a connection");
        preview(connection.open().expect("it opens"), &Schema::default(), load).unwrap_or_else(|e| panic!("{e:?}"))
    }

    /// All that a reader of a schema sees, without the keys and times of this run.
    pub(crate) fn content(&self, schema: &str) -> Vec<String> {
        let names = "w.office_uid, a.area_no, a.name";
        let joins = format!(
            "JOIN {schema}.dim_ward w USING (ward_key) LEFT JOIN {schema}.dim_area a ON a.area_key = f.area_key"
        );
        let questions = [
            format!(
                "SELECT office_uid, name, place, campaign, app_name, starts_on, ends_on, illustration FROM {schema}.dim_ward"
            ),
            format!(
                "SELECT w.office_uid, f.area_no, f.name, kind, kind_label, cluster, reports_self FROM {schema}.dim_area f JOIN {schema}.dim_ward w USING (ward_key)"
            ),
            format!("SELECT {names}, date_key, origin, indicator, value FROM {schema}.fact_tally f {joins}"),
            format!("SELECT {names}, date_key, origin, expected, returned, keyed FROM {schema}.fact_sheets f {joins}"),
            format!(
                "SELECT {names}, date_key, households, people_15, smartphone_15, installed FROM {schema}.fact_base f {joins}"
            ),
            format!(
                "SELECT {names}, t.label, as_of_key, level, is_latest, f.numerator, f.denominator, percent, areas_without_base, among_met FROM {schema}.fact_rate f {joins} JOIN {schema}.dim_target t USING (target_key)"
            ),
            format!(
                "SELECT w.office_uid, digest, journal_seq, report, journal_head, from_day, to_day, as_of FROM {schema}.publication f JOIN {schema}.dim_ward w USING (ward_key)"
            ),
            format!("SELECT numerator, denominator, goal_percent, due, label FROM {schema}.dim_target"),
        ];
        questions
            .iter()
            .zip(0..)
            .flat_map(|(question, n)| {
                let mut rows = self.rows(question);
                rows.sort();
                rows.into_iter().map(move |row| format!("{n}: {row}"))
            })
            .collect()
    }

    /// Keys of facts that no dimension has.
    pub(crate) fn orphans(&self) -> Vec<String> {
        let all = [
            ("ward_key", "dim_ward", "ward_key", "fact_tally fact_sheets fact_base fact_rate"),
            ("area_key", "dim_area", "area_key", "fact_tally fact_sheets fact_base fact_rate"),
            ("date_key", "dim_date", "date_key", "fact_tally fact_sheets fact_base"),
            ("as_of_key", "dim_date", "date_key", "fact_rate"),
            ("indicator", "dim_indicator", "indicator", "fact_tally"),
            ("target_key", "dim_target", "target_key", "fact_rate"),
        ];
        let question = |(key, dimension, named, fact): (&str, &str, &str, &str)| {
            self.rows(&format!(
                "SELECT '{fact}' AS f, f.{key} FROM {fact} f LEFT JOIN {dimension} d ON d.{named} = f.{key}
                 WHERE f.{key} IS NOT NULL AND d.{named} IS NULL"
            ))
        };
        let pairs = all.into_iter().flat_map(|(k, d, n, facts)| facts.split(' ').map(move |f| (k, d, n, f)));
        pairs.flat_map(question).collect()
    }

    /// Which transaction last wrote each row of each table.
    pub(crate) fn writers(&self) -> Vec<String> {
        let tables = self.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'tung_ngo' ORDER BY 1");
        assert!(tables.len() > 9, "{tables:?}");
        tables
            .iter()
            .flat_map(|table| {
                self.rows(&format!("SELECT '{table}' AS t, ctid::text, xmin::text FROM {table} ORDER BY ctid"))
            })
            .collect()
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        // Room for the next; a session that hangs on keeps it until the server goes.
        let _ = self
            .server
            .client("postgres")
            .batch_execute(&format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
    }
}
