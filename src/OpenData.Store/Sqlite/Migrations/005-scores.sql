-- What people attach to parts of indicators that the system cannot know. Rows are added, never changed: the newest of a part counts.
CREATE TABLE evidence (
    id           TEXT    NOT NULL PRIMARY KEY,
    organization TEXT    NOT NULL,
    dataset      TEXT,
    indicator    TEXT    NOT NULL,
    fiscal_year  INTEGER NOT NULL CHECK (fiscal_year > 2500),
    part         TEXT    NOT NULL,
    link         TEXT    NOT NULL,
    date         TEXT    NOT NULL,
    -- Digit for digit, as it was given.
    value        TEXT,
    given_by     TEXT    NOT NULL,
    given        TEXT    NOT NULL,
    withdrawn    INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1))
);

CREATE INDEX evidence_organization ON evidence (organization, fiscal_year);

CREATE TRIGGER evidence_stays BEFORE UPDATE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence is added, never changed'); END;
CREATE TRIGGER evidence_remains BEFORE DELETE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence is withdrawn, never deleted'); END;

-- What scores were. A score is kept when it is not what it was.
CREATE TABLE score (
    number       INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    organization TEXT    NOT NULL,
    indicator    TEXT    NOT NULL,
    fiscal_year  INTEGER NOT NULL CHECK (fiscal_year > 2500),
    definition   TEXT    NOT NULL CHECK (length(definition) = 64),
    score        TEXT,
    result       TEXT    NOT NULL,
    computed     TEXT    NOT NULL
);

CREATE INDEX score_organization ON score (organization, fiscal_year, indicator, number);

CREATE TRIGGER score_stays BEFORE UPDATE ON score BEGIN SELECT RAISE(ABORT, 'a kept score never changes'); END;
CREATE TRIGGER score_remains BEFORE DELETE ON score BEGIN SELECT RAISE(ABORT, 'a kept score is never deleted'); END;
