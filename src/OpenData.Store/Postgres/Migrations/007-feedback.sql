-- What the public says. A browser is known by a hash that differs for each dataset, so that nobody's ratings can be put together.
CREATE TABLE rating (
    dataset_id TEXT COLLATE "C" NOT NULL REFERENCES dataset (id),
    browser    TEXT COLLATE "C" NOT NULL CHECK (length(browser) = 64),
    stars      BIGINT NOT NULL CHECK (stars BETWEEN 1 AND 5),
    given      TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (dataset_id, browser)
);

CREATE TABLE question (
    id         TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    dataset_id TEXT COLLATE "C" NOT NULL REFERENCES dataset (id),
    asker      TEXT COLLATE "C" NOT NULL CHECK (length(asker) = 64),
    text       TEXT COLLATE "C" NOT NULL,
    asked      TEXT COLLATE "C" NOT NULL,
    state      TEXT COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'accepted', 'answered', 'hidden')),
    answer     TEXT COLLATE "C",
    reason     TEXT COLLATE "C",
    by_name    TEXT COLLATE "C",
    changed    TEXT COLLATE "C",
    revision   BIGINT NOT NULL
);

CREATE INDEX question_dataset ON question (dataset_id, state);

-- The address is the SHA-256 of a secret that only the asker has. The contact is personal: it is in no hash and is forgotten in time.
CREATE TABLE data_request (
    id           TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    address      TEXT COLLATE "C" NOT NULL UNIQUE CHECK (length(address) = 64),
    kind         TEXT COLLATE "C" NOT NULL CHECK (kind IN ('missing', 'restricted')),
    organization TEXT COLLATE "C",
    dataset      TEXT COLLATE "C",
    text         TEXT COLLATE "C" NOT NULL,
    contact      TEXT COLLATE "C",
    asked        TEXT COLLATE "C" NOT NULL,
    state        TEXT COLLATE "C" NOT NULL CHECK (state IN ('asked', 'granted', 'refused', 'hidden')),
    answer       TEXT COLLATE "C",
    by_name      TEXT COLLATE "C",
    changed      TEXT COLLATE "C",
    revision     BIGINT NOT NULL
);

CREATE INDEX data_request_organization ON data_request (organization, state);
