-- The journal: what happened, in commit order, append-only and chained. Everything else can be rebuilt from it.

CREATE TABLE log (
    log       INTEGER PRIMARY KEY,
    log_id    BLOB NOT NULL UNIQUE CHECK (length(log_id) = 16),
    origin    TEXT NOT NULL CHECK (origin IN ('own', 'foreign')),
    state     TEXT NOT NULL CHECK (state IN ('open', 'sealed')),
    tenant    BLOB,
    store     BLOB,
    register  BLOB,
    opened_ms INTEGER NOT NULL
) STRICT;

-- A device writes one log at a time; a restored or cloned device starts another and seals this one.
CREATE UNIQUE INDEX log_one_own ON log (origin) WHERE origin = 'own' AND state = 'open';

-- What is true for a whole commit is stored once. `digest` binds it into every event's hash.
CREATE TABLE commit_record (
    commit_no      INTEGER PRIMARY KEY,
    log            INTEGER NOT NULL REFERENCES log,
    gesture        TEXT NOT NULL,
    command        BLOB NOT NULL,
    correlation    BLOB NOT NULL,
    actor          BLOB NOT NULL,
    approver       BLOB,
    shift          BLOB,
    at_ms          INTEGER NOT NULL,
    highest_ms     INTEGER NOT NULL,
    offset_minutes INTEGER NOT NULL,
    clock          TEXT NOT NULL CHECK (clock IN ('ok', 'set_back')),
    durability     TEXT NOT NULL CHECK (durability IN ('normal', 'full')),
    app_version    TEXT NOT NULL
) STRICT;

CREATE TABLE event (
    position       INTEGER PRIMARY KEY,
    log            INTEGER NOT NULL REFERENCES log,
    seq            INTEGER NOT NULL,
    commit_no      INTEGER NOT NULL REFERENCES commit_record,
    kind           TEXT NOT NULL,
    stream         BLOB NOT NULL CHECK (length(stream) = 16),
    version        INTEGER NOT NULL,
    type           TEXT NOT NULL,
    schema_version INTEGER NOT NULL,
    at_ms          INTEGER NOT NULL,
    hlc            INTEGER,
    payload        BLOB NOT NULL,
    hash           BLOB NOT NULL CHECK (length(hash) = 32),
    UNIQUE (log, seq),
    UNIQUE (stream, kind, log, version)
) STRICT;

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

-- INSERT OR REPLACE would slip past the two triggers above: it deletes without asking them.
CREATE TRIGGER event_is_next BEFORE INSERT ON event
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event WHERE log = NEW.log)
  OR NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM event)
  OR EXISTS (SELECT 1 FROM event
             WHERE stream = NEW.stream AND kind = NEW.kind AND log = NEW.log AND version = NEW.version)
BEGIN SELECT raise(ABORT, 'the journal takes only the next event'); END;

CREATE TRIGGER commit_record_is_never_changed BEFORE UPDATE ON commit_record
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER commit_record_is_never_deleted BEFORE DELETE ON commit_record
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER commit_record_is_next BEFORE INSERT ON commit_record
WHEN NEW.commit_no IS NOT (SELECT coalesce(max(commit_no), 0) + 1 FROM commit_record)
BEGIN SELECT raise(ABORT, 'the journal takes only the next commit'); END;

-- A long stream's folded state, so that loading does not grow with history. Disposable.
CREATE TABLE snapshot (
    kind         TEXT NOT NULL,
    stream       BLOB NOT NULL,
    version      INTEGER NOT NULL,
    position     INTEGER NOT NULL,
    fold_version INTEGER NOT NULL,
    state        BLOB NOT NULL,
    PRIMARY KEY (stream, kind)
) STRICT, WITHOUT ROWID;

-- The first answer to each command, so that asking twice does nothing twice.
CREATE TABLE outcome (
    command     BLOB PRIMARY KEY CHECK (length(command) = 16),
    fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32),
    reply       BLOB NOT NULL,
    at_ms       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Work in the world, done after the commit that asked for it.
CREATE TABLE effect (
    key             TEXT PRIMARY KEY,
    kind            TEXT NOT NULL,
    payload         BLOB NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('queued', 'leased', 'done', 'failed', 'unknown')),
    attempts        INTEGER NOT NULL DEFAULT 0,
    not_before_ms   INTEGER NOT NULL DEFAULT 0,
    leased_until_ms INTEGER NOT NULL DEFAULT 0,
    note            TEXT,
    queued_ms       INTEGER NOT NULL
) STRICT;

CREATE INDEX effect_waiting ON effect (kind, queued_ms) WHERE state IN ('queued', 'leased');

-- Which version of each view the file holds; a view of another version is rebuilt.
CREATE TABLE view_version (
    name    TEXT PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The file's own notes to itself: whether the last stop was clean.
CREATE TABLE runtime (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What must never be an event: PIN verifiers. A copy of the file holds them, and they are worth nothing without the
-- pepper, which lies beside the file and goes into no copy.
CREATE TABLE secret (
    id         BLOB PRIMARY KEY CHECK (length(id) = 16),
    kind       TEXT NOT NULL,
    value      TEXT NOT NULL,
    created_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
