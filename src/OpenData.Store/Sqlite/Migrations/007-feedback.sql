-- What the public says. A browser is known by a hash that differs for each dataset, so that nobody's ratings can be put together.
CREATE TABLE rating (
    dataset_id TEXT    NOT NULL REFERENCES dataset (id),
    browser    TEXT    NOT NULL CHECK (length(browser) = 64),
    stars      INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5),
    given      TEXT    NOT NULL,
    PRIMARY KEY (dataset_id, browser)
);

CREATE TABLE question (
    id         TEXT    NOT NULL PRIMARY KEY,
    dataset_id TEXT    NOT NULL REFERENCES dataset (id),
    asker      TEXT    NOT NULL CHECK (length(asker) = 64),
    text       TEXT    NOT NULL,
    asked      TEXT    NOT NULL,
    state      TEXT    NOT NULL CHECK (state IN ('waiting', 'accepted', 'answered', 'hidden')),
    answer     TEXT,
    reason     TEXT,
    by_name    TEXT,
    changed    TEXT,
    revision   INTEGER NOT NULL
);

CREATE INDEX question_dataset ON question (dataset_id, state);

-- The address is the SHA-256 of a secret that only the asker has. The contact is personal: it is in no hash and is forgotten in time.
CREATE TABLE data_request (
    id           TEXT    NOT NULL PRIMARY KEY,
    address      TEXT    NOT NULL UNIQUE CHECK (length(address) = 64),
    kind         TEXT    NOT NULL CHECK (kind IN ('missing', 'restricted')),
    organization TEXT,
    dataset      TEXT,
    text         TEXT    NOT NULL,
    contact      TEXT,
    asked        TEXT    NOT NULL,
    state        TEXT    NOT NULL CHECK (state IN ('asked', 'granted', 'refused', 'hidden')),
    answer       TEXT,
    by_name      TEXT,
    changed      TEXT,
    revision     INTEGER NOT NULL
);

CREATE INDEX data_request_organization ON data_request (organization, state);
