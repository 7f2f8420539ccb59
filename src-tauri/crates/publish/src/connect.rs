//! The way to the server: a Unix socket, or TCP within the authority's own network. There is no TLS here.

use std::str::FromStr;
use std::time::Duration;

use postgres::config::{Host, SslMode};
use postgres::error::SqlState;
use postgres::{Client, Config, NoTls};

use crate::pgpass;
use crate::refusal::{Refusal, causes};

/// How long a server may take to answer, unless the connection says otherwise.
const PATIENCE: Duration = Duration::from_secs(10);

/// `host=… port=… dbname=… user=…`, or `postgresql://user@host/dbname`.
#[derive(Debug, Clone)]
pub struct Connection(Config);

impl FromStr for Connection {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        if asks_for_tls(text) {
            return Err(Refusal::Tls);
        }
        // The text itself is never shown: it may hold a password all the same.
        let mut config: Config = text.parse().map_err(|e: postgres::Error| Refusal::Connection(causes(&e)))?;
        if config.get_password().is_some() {
            return Err(Refusal::PasswordOnLine);
        }
        if config.get_hosts().is_empty() && config.get_hostaddrs().is_empty() {
            return Err(Refusal::ConnectionLacks("host"));
        }
        if config.get_dbname().is_none() {
            return Err(Refusal::ConnectionLacks("dbname"));
        }
        config.ssl_mode(SslMode::Disable).application_name("tung-ngo-publish");
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(PATIENCE);
        }
        Ok(Self(config))
    }
}

/// Whether a connection wants to be encrypted or the server proved. `prefer` and `allow` do without.
fn asks_for_tls(text: &str) -> bool {
    let plain: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace() && *c != '\'').collect();
    ["sslmode=require", "sslmode=verify", "sslrootcert=", "sslcert=", "sslkey=", "sslnegotiation=direct"]
        .iter()
        .any(|word| plain.contains(word))
}

impl Connection {
    /// With what `PGPASSWORD` or the password file says, as `psql` reads them.
    ///
    /// # Errors
    /// The password file may be read by others.
    pub fn with_known_password(mut self) -> Result<Self, Refusal> {
        if let Some(password) = pgpass::password(&self.0)? {
            self.0.password(password);
        }
        Ok(self)
    }

    #[must_use]
    pub fn with_password(mut self, password: &str) -> Self {
        self.0.password(password);
        self
    }

    /// # Errors
    /// Nobody answers, or who is asking is not let in.
    pub fn open(&self) -> Result<Client, Refusal> {
        self.0.connect(NoTls).map_err(|error| {
            let Some(db) = error.as_db_error() else {
                return match Refusal::from(error) {
                    Refusal::Lost(cause) => Refusal::Unreachable { place: self.place(), cause },
                    Refusal::Server { message: cause, .. } => Refusal::Unreachable { place: self.place(), cause },
                    other => other,
                };
            };
            let message = db.message().to_owned();
            match db.code() {
                code if *code == SqlState::INVALID_PASSWORD => Refusal::WrongPassword { user: self.user() },
                code if *code == SqlState::INVALID_AUTHORIZATION_SPECIFICATION => Refusal::NotAdmitted(message),
                code if *code == SqlState::INVALID_CATALOG_NAME => {
                    Refusal::NoDatabase(self.0.get_dbname().unwrap_or_default().to_owned())
                }
                // Still starting, or going down.
                code if *code == SqlState::CANNOT_CONNECT_NOW => {
                    Refusal::Unreachable { place: self.place(), cause: message }
                }
                _ => error.into(),
            }
        })
    }

    /// `10.0.0.5:5432`, or the folder of the socket.
    #[must_use]
    pub fn place(&self) -> String {
        let hosts = hosts(&self.0);
        let port = |at: usize| self.0.get_ports().get(at).or(self.0.get_ports().first()).copied().unwrap_or(PORT);
        let places = hosts.iter().enumerate().map(|(at, host)| format!("{host}:{}", port(at)));
        places.collect::<Vec<_>>().join(", ")
    }

    fn user(&self) -> String {
        self.0.get_user().map_or_else(|| pgpass::system_user().unwrap_or_default(), str::to_owned)
    }
}

/// The one PostgreSQL has unless told otherwise.
pub(crate) const PORT: u16 = 5432;

/// Names, addresses or socket folders.
pub(crate) fn hosts(config: &Config) -> Vec<String> {
    let named = config.get_hosts().iter().map(|host| match host {
        Host::Tcp(name) => name.clone(),
        #[cfg(unix)]
        Host::Unix(folder) => folder.display().to_string(),
    });
    let named: Vec<String> = named.collect();
    if named.is_empty() { config.get_hostaddrs().iter().map(ToString::to_string).collect() } else { named }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> Refusal {
        text.parse::<Connection>().expect_err(text)
    }

    #[test]
    fn what_asks_for_tls_is_refused_in_every_spelling() {
        for text in [
            "host=a dbname=b sslmode=require",
            "host=a dbname=b sslmode = 'verify-full'",
            "host=a dbname=b SSLMODE=verify-ca",
            "host=a dbname=b sslrootcert=/etc/ca.pem",
            "postgresql://u@a/b?sslmode=require",
            "host=a dbname=b sslmode=prefer sslnegotiation=direct",
        ] {
            assert!(matches!(refused(text), Refusal::Tls), "{text}");
        }
        for text in ["host=a dbname=b sslmode=disable", "host=a dbname=b sslmode=prefer", "postgresql://u@a/b"] {
            let connection: Connection = text.parse().unwrap_or_else(|e| panic!("{text}: {e}"));
            assert_eq!(connection.0.get_ssl_mode(), SslMode::Disable);
        }
    }

    #[test]
    fn a_password_on_the_line_is_refused_and_not_repeated() {
        for text in ["host=a dbname=b password=bimat1", "postgresql://u:bimat1@a/b"] {
            let refusal = refused(text);
            assert!(matches!(refusal, Refusal::PasswordOnLine), "{text}");
            assert!(!format!("{refusal:?}{refusal}").contains("bimat1"));
        }
    }

    #[test]
    fn what_misses_is_named() {
        assert!(matches!(refused("dbname=b"), Refusal::ConnectionLacks("host")));
        assert!(matches!(refused("host=a"), Refusal::ConnectionLacks("dbname")));
        assert!(matches!(refused("host=a dbname=b colour=red"), Refusal::Connection(why) if why.contains("colour")));
    }

    #[test]
    fn places_carry_their_port() {
        let place = |text: &str| text.parse::<Connection>().expect("a connection").place();
        assert_eq!(place("host=10.0.0.5 dbname=b"), "10.0.0.5:5432");
        assert_eq!(place("host=a,b port=5433 dbname=b"), "a:5433, b:5433");
    }
}
