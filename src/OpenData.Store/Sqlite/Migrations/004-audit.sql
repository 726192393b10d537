-- Who did what to which bytes, and when: written in the transaction of the change, chained by SHA-256, never changed (docs/audit.md).
CREATE TABLE audit (
    sequence   INTEGER NOT NULL PRIMARY KEY,
    time       TEXT    NOT NULL,
    actor_kind TEXT    NOT NULL,
    actor      TEXT    NOT NULL,
    action     TEXT    NOT NULL,
    object     TEXT    NOT NULL,
    before     TEXT,
    after      TEXT,
    detail     TEXT,
    previous   TEXT    NOT NULL CHECK (length(previous) = 64),
    hash       TEXT    NOT NULL CHECK (length(hash) = 64)
);

CREATE INDEX audit_object ON audit (object, sequence);

CREATE TRIGGER audit_never_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only: an entry is never changed');
END;

CREATE TRIGGER audit_never_removed BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only: an entry is never removed');
END;

-- Where the log ended after the last change: without it a log whose end was cut off would look whole.
CREATE TABLE audit_head (
    one     INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    entries INTEGER NOT NULL,
    hash    TEXT    NOT NULL
);
INSERT INTO audit_head VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

ALTER TABLE release ADD COLUMN notes TEXT;

-- The release that it repeats, where an older one was brought back.
ALTER TABLE release ADD COLUMN repeats INTEGER;

-- What the check rested on beside the file and the dictionary, as JSON: with it the report can be made again.
ALTER TABLE release ADD COLUMN basis TEXT;

-- The entry of the audit log that made it.
ALTER TABLE release ADD COLUMN entry INTEGER;
