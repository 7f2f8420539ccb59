//! Where a password comes from: `PGPASSWORD`, else the password file, by the rules of libpq ("The Password File" in
//! PostgreSQL's manual).

use std::path::{Path, PathBuf};

use postgres::Config;

use crate::connect::{PORT, hosts};
use crate::refusal::Refusal;

pub(crate) fn password(config: &Config) -> Result<Option<String>, Refusal> {
    if let Some(password) = std::env::var("PGPASSWORD").ok().filter(|p| !p.is_empty()) {
        return Ok(Some(password));
    }
    let Some(path) = path() else { return Ok(None) };
    let Ok(text) = std::fs::read_to_string(&path) else { return Ok(None) };
    let found = find(&text, config);
    if found.is_some() && is_open_to_others(&path) {
        return Err(Refusal::PassfileOpen(path.display().to_string()));
    }
    Ok(found)
}

pub(crate) fn system_user() -> Option<String> {
    ["USER", "USERNAME"].iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()))
}

fn path() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("PGPASSFILE").filter(|p| !p.is_empty()) {
        return Some(named.into());
    }
    if cfg!(windows) {
        return Some(PathBuf::from(std::env::var_os("APPDATA")?).join("postgresql").join("pgpass.conf"));
    }
    Some(std::env::home_dir()?.join(".pgpass"))
}

#[cfg(unix)]
fn is_open_to_others(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).is_ok_and(|m| m.permissions().mode() & 0o077 != 0)
}

/// There the folder keeps others out.
#[cfg(not(unix))]
fn is_open_to_others(_: &Path) -> bool {
    false
}

/// The first line that fits: `host:port:database:user:password`, `*` for any, `\` before `:` and `\`.
fn find(text: &str, config: &Config) -> Option<String> {
    let user = config.get_user().map(str::to_owned).or_else(system_user);
    let port = config.get_ports().first().copied().unwrap_or(PORT).to_string();
    let mut hosts = hosts(config);
    // A socket goes by this name too.
    if hosts.iter().any(|h| h.starts_with('/')) {
        hosts.push("localhost".to_owned());
    }
    text.lines().filter(|line| !line.starts_with('#')).find_map(|line| {
        let fields = fields(line);
        let [host, line_port, database, line_user, password] = fields.as_slice() else { return None };
        let fits = |field: &str, value: Option<&str>| field == "*" || Some(field) == value;
        let all = hosts.iter().any(|h| fits(host, Some(h)))
            && fits(line_port, Some(&port))
            && fits(database, config.get_dbname())
            && fits(line_user, user.as_deref());
        all.then(|| password.clone())
    })
}

fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut letters = line.trim_end_matches('\r').chars();
    while let Some(letter) = letters.next() {
        match letter {
            // A colon in the password needs no mark before it.
            ':' if fields.len() < 5 => fields.push(String::new()),
            letter => {
                let letter = if letter == '\\' { letters.next() } else { Some(letter) };
                if let (Some(field), Some(letter)) = (fields.last_mut(), letter) {
                    field.push(letter);
                }
            }
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, to: &str) -> Option<String> {
        find(text, &to.parse().expect("a connection"))
    }

    const TO: &str = "host=db.tp port=5433 dbname=chiendich user=gui";

    #[test]
    fn the_first_line_that_fits_speaks() {
        let file = "# mật khẩu\nkhac:5433:*:gui:một\ndb.tp:5432:*:gui:hai\ndb.tp:*:chiendich:gui:ba\n*:*:*:*:bốn\n";
        assert_eq!(found(file, TO).as_deref(), Some("ba"));
        assert_eq!(found(file, "host=x dbname=y user=z").as_deref(), Some("bốn"));
        assert_eq!(found("db.tp:5433:chiendich:khac:một", TO), None);
        assert_eq!(found("db.tp:5433:chiendich", TO), None);
    }

    #[test]
    fn colons_and_backslashes_are_read_as_libpq_reads_them() {
        assert_eq!(found(r"db.tp:5433:chiendich:gui:a\:b\\c:d", TO).as_deref(), Some(r"a:b\c:d"));
        assert_eq!(found("a\\:b:*:*:*:mk\r\n", "host='a:b' dbname=y user=z").as_deref(), Some("mk"));
    }

    #[test]
    fn a_socket_is_localhost() {
        assert_eq!(found("localhost:5432:y:z:mk", "host=/run/postgresql dbname=y user=z").as_deref(), Some("mk"));
        assert_eq!(found("/run/postgresql:5432:y:z:mk", "host=/run/postgresql dbname=y user=z").as_deref(), Some("mk"));
    }
}
