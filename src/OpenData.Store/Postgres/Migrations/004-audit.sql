-- Who did what to which bytes, and when: written in the transaction of the change, chained by SHA-256, never changed (docs/audit.md).
CREATE TABLE audit (
    sequence   BIGINT NOT NULL PRIMARY KEY,
    time       TEXT COLLATE "C" NOT NULL,
    actor_kind TEXT COLLATE "C" NOT NULL,
    actor      TEXT COLLATE "C" NOT NULL,
    action     TEXT COLLATE "C" NOT NULL,
    object     TEXT COLLATE "C" NOT NULL,
    before     TEXT COLLATE "C",
    after      TEXT COLLATE "C",
    detail     TEXT COLLATE "C",
    previous   TEXT COLLATE "C" NOT NULL CHECK (length(previous) = 64),
    hash       TEXT COLLATE "C" NOT NULL CHECK (length(hash) = 64)
);

CREATE INDEX audit_object ON audit (object, sequence);

-- Refuses a statement; what it says is the trigger's argument.
CREATE FUNCTION refuses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0];
END $$;

CREATE TRIGGER audit_never_changed BEFORE UPDATE ON audit
FOR EACH STATEMENT EXECUTE FUNCTION refuses('the audit log is append-only: an entry is never changed');

CREATE TRIGGER audit_never_removed BEFORE DELETE OR TRUNCATE ON audit
FOR EACH STATEMENT EXECUTE FUNCTION refuses('the audit log is append-only: an entry is never removed');

-- Where the log ended after the last change: without it a log whose end was cut off would look whole.
CREATE TABLE audit_head (
    one     BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    entries BIGINT NOT NULL,
    hash    TEXT COLLATE "C" NOT NULL
);
INSERT INTO audit_head VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

ALTER TABLE release ADD COLUMN notes TEXT COLLATE "C" ;

-- The release that it repeats, where an older one was brought back.
ALTER TABLE release ADD COLUMN repeats BIGINT;

-- What the check rested on beside the file and the dictionary, as JSON: with it the report can be made again.
ALTER TABLE release ADD COLUMN basis TEXT COLLATE "C" ;

-- The entry of the audit log that made it.
ALTER TABLE release ADD COLUMN entry BIGINT;
