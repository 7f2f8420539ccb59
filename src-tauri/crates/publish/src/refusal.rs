//! Why nothing, or no more, was sent.

use postgres::error::SqlState;

use crate::schema::Schema;

/// Vietnamese sentences: [`crate::words::refusal`].
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The consolidated file cannot be read.
    #[error("the file is refused: {0:?}")]
    File(office::Error),
    #[error("the file has no ward's packet")]
    NoWards,
    #[error("no name of a schema: {0:?}")]
    SchemaName(String),
    #[error("the connection is not understood: {0}")]
    Connection(String),
    #[error("the connection names no {0}")]
    ConnectionLacks(&'static str),
    /// There is no TLS here; to leave it out in silence would be worse than to refuse.
    #[error("the connection asks for TLS")]
    Tls,
    /// Every user of the machine sees the command line.
    #[error("the password stands on the command line")]
    PasswordOnLine,
    #[error("{0} may be read by others")]
    PassfileOpen(String),
    #[error("the server asks for a password and there is none")]
    PasswordMissing,
    #[error("the password or the name {user:?} is wrong")]
    WrongPassword { user: String },
    #[error("the server does not admit this connection: {0}")]
    NotAdmitted(String),
    #[error("no server answers at {place}: {cause}")]
    Unreachable { place: String, cause: String },
    #[error("there is no database {0:?}")]
    NoDatabase(String),
    #[error("no right: {0}")]
    NoRight(String),
    #[error("{schema} is of step {found}, this program knows {known}")]
    LaterSchema { schema: Schema, found: i32, known: i32 },
    /// A schema holds one campaign; and invented figures stand apart from real ones.
    #[error("{schema} holds {there:?}, not {here:?}")]
    OtherCampaign { schema: Schema, there: String, here: String },
    /// The schema holds something else under one of our names.
    #[error("a name is taken: {0}")]
    Taken(String),
    #[error("the server has no room: {0}")]
    NoRoom(String),
    /// A standby.
    #[error("the server only reads")]
    ReadOnly,
    /// The connection broke; what was not committed is not there.
    #[error("the connection was lost: {0}")]
    Lost(String),
    #[error("the packet of {ward} has no row: {cause}")]
    Packet { ward: String, cause: String },
    #[error("{code} {message}")]
    Server { code: String, message: String },
}

impl From<office::Error> for Refusal {
    fn from(error: office::Error) -> Self {
        Self::File(error)
    }
}

impl From<postgres::Error> for Refusal {
    fn from(error: postgres::Error) -> Self {
        let Some(db) = error.as_db_error() else {
            return match causes(&error) {
                missing if missing.contains("password missing") => Self::PasswordMissing,
                // Of what the library itself says, the rest is about the wire.
                wire if error.is_closed() || has_io(&error) => Self::Lost(wire),
                other => Self::Server { code: "–".to_owned(), message: other },
            };
        };
        let message = db.message().to_owned();
        match db.code() {
            code if *code == SqlState::INSUFFICIENT_PRIVILEGE => Self::NoRight(message),
            code if *code == SqlState::READ_ONLY_SQL_TRANSACTION => Self::ReadOnly,
            code if [SqlState::DUPLICATE_TABLE, SqlState::DUPLICATE_OBJECT, SqlState::WRONG_OBJECT_TYPE]
                .contains(code) =>
            {
                Self::Taken(message)
            }
            code if code.code().starts_with("53") => Self::NoRoom(message),
            code if code.code().starts_with("57P") || code.code().starts_with("08") => Self::Lost(message),
            code => Self::Server { code: code.code().to_owned(), message },
        }
    }
}

/// The error and what lies under it, in one line.
pub(crate) fn causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(under) = cause {
        let words = under.to_string();
        if !text.contains(&words) {
            text = format!("{text}: {words}");
        }
        cause = under.source();
    }
    text
}

fn has_io(error: &dyn std::error::Error) -> bool {
    let mut cause = error.source();
    while let Some(under) = cause {
        if under.is::<std::io::Error>() {
            return true;
        }
        cause = under.source();
    }
    false
}
