-- The review of datasets. A change of a dataset that is or was public waits in pending_*; what is published stays in form and state.
ALTER TABLE organization ADD COLUMN one_person INTEGER NOT NULL DEFAULT 0;
ALTER TABLE dataset ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE dataset ADD COLUMN submitted_by TEXT;
ALTER TABLE dataset ADD COLUMN pending_form TEXT;
ALTER TABLE dataset ADD COLUMN pending_state TEXT CHECK (pending_state IN ('draft', 'submitted', 'returned', 'approved'));

-- An accepted file that waits for its review: a release without a number, one for each resource.
CREATE TABLE staged_release (
    resource_id TEXT    NOT NULL PRIMARY KEY REFERENCES resource (id) ON DELETE CASCADE,
    sha256      TEXT    NOT NULL CHECK (length(sha256) = 64),
    file_name   TEXT    NOT NULL,
    bytes       INTEGER NOT NULL CHECK (bytes >= 0),
    rows        INTEGER NOT NULL CHECK (rows >= 0),
    dictionary  TEXT    NOT NULL,
    unit        TEXT    NOT NULL UNIQUE,
    published   TEXT    NOT NULL,
    errors      INTEGER NOT NULL CHECK (errors >= 0),
    warnings    INTEGER NOT NULL CHECK (warnings >= 0),
    infos       INTEGER NOT NULL CHECK (infos >= 0),
    report      BLOB    NOT NULL,
    notes       TEXT,
    basis       TEXT
);

-- Who did what in a review: never changed, never removed.
CREATE TABLE review_step (
    number     INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset_id TEXT NOT NULL REFERENCES dataset (id),
    time       TEXT NOT NULL,
    actor      TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    action     TEXT NOT NULL,
    state      TEXT NOT NULL,
    reason     TEXT,
    comments   TEXT NOT NULL
);

CREATE INDEX review_step_dataset ON review_step (dataset_id, number);

CREATE TABLE recorded_exception (
    resource_id TEXT NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
    rule        TEXT NOT NULL,
    reason      TEXT NOT NULL CHECK (length(reason) > 0),
    actor       TEXT NOT NULL,
    actor_name  TEXT NOT NULL,
    time        TEXT NOT NULL,
    PRIMARY KEY (resource_id, rule)
) WITHOUT ROWID;

-- Every face shows the exceptions of what is published.
CREATE TRIGGER published_exception_added AFTER INSERT ON recorded_exception
BEGIN
    UPDATE published_change SET number = number + 1;
END;

CREATE TRIGGER published_exception_changed AFTER UPDATE ON recorded_exception
BEGIN
    UPDATE published_change SET number = number + 1;
END;

-- People. Of passwords there are slow hashes, of sessions and tokens SHA-256; nothing here opens anything by itself.
CREATE TABLE account (
    id            TEXT    NOT NULL PRIMARY KEY,
    name          TEXT    NOT NULL UNIQUE,
    display       TEXT    NOT NULL,
    password_hash TEXT    NOT NULL,
    must_change   INTEGER NOT NULL,
    disabled      INTEGER NOT NULL DEFAULT 0,
    failures      INTEGER NOT NULL DEFAULT 0,
    locked_until  TEXT,
    created       TEXT    NOT NULL
);

-- An empty organization stands for all of them.
CREATE TABLE account_role (
    account_id   TEXT NOT NULL REFERENCES account (id),
    role         TEXT NOT NULL CHECK (role IN ('officer', 'approver', 'auditor', 'admin')),
    organization TEXT NOT NULL,
    PRIMARY KEY (account_id, role, organization)
) WITHOUT ROWID;

CREATE TABLE session (
    sha256     TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    expires    TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX session_account ON session (account_id);

CREATE TABLE api_token (
    id           TEXT NOT NULL PRIMARY KEY,
    sha256       TEXT NOT NULL UNIQUE,
    account_id   TEXT NOT NULL REFERENCES account (id),
    label        TEXT NOT NULL,
    role         TEXT NOT NULL CHECK (role IN ('officer', 'approver', 'auditor', 'admin')),
    organization TEXT NOT NULL,
    created      TEXT NOT NULL,
    expires      TEXT NOT NULL,
    revoked      TEXT
);

CREATE INDEX api_token_account ON api_token (account_id);

-- What cookies are protected with; a session is believed by its own secret all the same.
CREATE TABLE protection_key (
    name TEXT NOT NULL PRIMARY KEY,
    xml  TEXT NOT NULL
) WITHOUT ROWID;
