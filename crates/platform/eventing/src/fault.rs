//! What can go wrong outside the rules: disk, schema, a newer file, a chain that does not end.

use kernel::ErrorCode;
use std::io::ErrorKind;

/// A failure of the journal or of its file. Nothing of the transaction is stored.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// SQLite or the disk said no.
    #[error("the journal's file: {0}")]
    Sql(#[from] sqlx::Error),
    /// Policies answered each other without end.
    #[error("more than {0} events in one commit")]
    Runaway(usize),
    /// A policy recorded something that it does not declare.
    #[error("{policy} recorded {event_type}, which it does not declare")]
    Undeclared {
        /// The policy's name.
        policy: &'static str,
        /// What it recorded.
        event_type: &'static str,
    },
    /// A stream holds an event that this program does not know.
    #[error("{kind} holds {event_type}, which needs a newer version of the program")]
    NeedsUpdate {
        /// The kind of stream.
        kind: &'static str,
        /// The unknown type.
        event_type: String,
    },
    /// The same command id came with other content.
    #[error("this command id was used for something else")]
    CommandReused,
    /// A payload in the journal does not parse.
    #[error("event {position} ({event_type}) does not parse")]
    Payload {
        /// Its place in the journal.
        position: i64,
        /// Its stored name.
        event_type: String,
    },
    /// A row that a policy asked for does not parse.
    #[error("a row of {view} does not parse: {error}")]
    Row {
        /// The view.
        view: &'static str,
        /// What the parser said.
        error: serde_json::Error,
    },
    /// A snapshot does not parse.
    #[error("a snapshot of {kind} does not parse: {error}")]
    Snapshot {
        /// The kind of stream.
        kind: &'static str,
        /// What the parser said.
        error: serde_json::Error,
    },
    /// A stored reply does not parse, or a new one cannot be stored.
    #[error("the reply of a command: {0}")]
    Reply(serde_json::Error),
    /// The last event is not what its hash says.
    #[error("the journal's head does not match its hash")]
    Head,
    /// The journal was tampered with or damaged.
    #[error("the journal is damaged: {0}")]
    Damaged(String),
    /// A money invariant broke: nothing was stored.
    #[error("an invariant broke: {0}")]
    Invariant(String),
}

impl Fault {
    /// The code that a user may quote.
    pub fn code(&self) -> ErrorCode {
        ErrorCode(match self {
            Self::Sql(error) if is_full(error) => "SYS-002",
            Self::Sql(error) if is_read_only(error) => "SYS-003",
            Self::Sql(error) if is_damaged(error) => "SYS-006",
            Self::Sql(_) => "SYS-001",
            Self::NeedsUpdate { .. } => "SYS-004",
            Self::CommandReused => "SYS-005",
            Self::Head | Self::Damaged(_) => "SYS-006",
            _ => "SYS-007",
        })
    }

    /// Whether the connection must be opened anew and the head verified before anything else is written.
    pub(crate) fn breaks_connection(&self) -> bool {
        const SQLITE_IOERR: i32 = 10;
        const SQLITE_CORRUPT: i32 = 11;
        const SQLITE_FULL: i32 = 13;
        const SQLITE_NOTADB: i32 = 26;
        match self {
            Self::Sql(sqlx::Error::Database(error)) => matches!(
                primary_code(error.as_ref()),
                Some(SQLITE_IOERR | SQLITE_CORRUPT | SQLITE_FULL | SQLITE_NOTADB)
            ),
            Self::Sql(sqlx::Error::Io(_) | sqlx::Error::WorkerCrashed) => true,
            _ => false,
        }
    }
}

fn primary_code(error: &dyn sqlx::error::DatabaseError) -> Option<i32> {
    error.code().and_then(|code| code.parse::<i32>().ok()).map(|code| code & 0xff)
}

fn is_full(error: &sqlx::Error) -> bool {
    const SQLITE_FULL: i32 = 13;
    // Nothing but a full disk keeps SQLite from making room for its index of the write-ahead log.
    const SQLITE_IOERR_SHMSIZE: &str = "4874";
    match error {
        sqlx::Error::Io(error) => matches!(error.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded),
        sqlx::Error::Database(error) => {
            primary_code(error.as_ref()) == Some(SQLITE_FULL) || error.code().as_deref() == Some(SQLITE_IOERR_SHMSIZE)
        }
        _ => false,
    }
}

fn is_read_only(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(error) => {
            matches!(error.kind(), ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied)
        }
        sqlx::Error::Database(error) => matches!(primary_code(error.as_ref()), Some(8 | 14)),
        _ => false,
    }
}

/// Pages that contradict each other, or a file that is no database at all.
fn is_damaged(error: &sqlx::Error) -> bool {
    matches!(error.as_database_error().and_then(primary_code), Some(11 | 26))
}

/// Why a file cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The SQLite inside is too old: versions below 3.51.3 can lose commits in WAL mode.
    #[error("SQLite {0} is older than 3.51.3")]
    SqliteTooOld(String),
    /// The file was written by a newer version of the program.
    #[error("the file was written by a newer version of the program")]
    Newer,
    /// The file was in use, and the write-ahead log with the last of its work is not beside it.
    #[error("the write-ahead log beside the file is gone")]
    LogGone,
    /// The folder or the file cannot be written.
    #[error("the data folder cannot be written: {0}")]
    ReadOnly(String),
    /// SQLite's own check found damage.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// Not a database, or a schema change failed.
    #[error("the file cannot be opened: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// Anything else.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl OpenError {
    /// The code that a user may quote.
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::SqliteTooOld(_) => ErrorCode("SYS-010"),
            Self::Newer => ErrorCode("SYS-011"),
            Self::LogGone => ErrorCode("SYS-013"),
            Self::ReadOnly(_) => ErrorCode("SYS-003"),
            Self::Damaged(_) => ErrorCode("SYS-006"),
            Self::Migration(_) => ErrorCode("SYS-012"),
            Self::Fault(fault) => fault.code(),
        }
    }
}

impl From<sqlx::Error> for OpenError {
    fn from(error: sqlx::Error) -> Self {
        if is_read_only(&error) {
            Self::ReadOnly(error.to_string())
        } else if is_damaged(&error) {
            Self::Damaged(error.to_string())
        } else {
            Self::Fault(Fault::Sql(error))
        }
    }
}
