-- Who owns datasets. A parent may be registered after its units, so nothing refers to it by key.
CREATE TABLE organization (
    name     TEXT NOT NULL PRIMARY KEY,
    title_th TEXT,
    title_en TEXT,
    parent   TEXT
) WITHOUT ROWID;

-- The organization is a slug of Form 1, and a form may come before its organization.
CREATE TABLE dataset (
    id           TEXT    NOT NULL PRIMARY KEY,
    name         TEXT    NOT NULL UNIQUE,
    organization TEXT    NOT NULL,
    state        TEXT    NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'approved', 'published', 'withdrawn')),
    version      INTEGER NOT NULL CHECK (version >= 1),
    form         TEXT    NOT NULL,
    -- Title, description, name and tags without case, one to a line.
    search       TEXT    NOT NULL,
    created      TEXT    NOT NULL,
    modified     TEXT    NOT NULL
);

CREATE INDEX dataset_organization ON dataset (organization, name);

CREATE TABLE resource (
    id              TEXT    NOT NULL PRIMARY KEY,
    dataset_id      TEXT    NOT NULL REFERENCES dataset (id),
    key             TEXT    NOT NULL,
    name_th         TEXT,
    name_en         TEXT,
    position        INTEGER NOT NULL,
    dictionary      TEXT,
    dictionary_sha  TEXT,
    current_release INTEGER,
    -- The report of the newest check, whatever its verdict.
    report          BLOB,
    UNIQUE (dataset_id, key),
    CHECK ((dictionary IS NULL) = (dictionary_sha IS NULL)),
    FOREIGN KEY (id, current_release) REFERENCES release (resource_id, number)
);

CREATE TABLE release (
    resource_id TEXT    NOT NULL REFERENCES resource (id),
    number      INTEGER NOT NULL CHECK (number >= 1),
    sha256      TEXT    NOT NULL CHECK (length(sha256) = 64),
    file_name   TEXT    NOT NULL,
    bytes       INTEGER NOT NULL CHECK (bytes >= 0),
    rows        INTEGER NOT NULL CHECK (rows >= 0),
    dictionary  TEXT    NOT NULL,
    -- The name of the rows' own file, without folder, so that the data folder can be moved.
    unit        TEXT    NOT NULL UNIQUE,
    published   TEXT    NOT NULL,
    errors      INTEGER NOT NULL CHECK (errors >= 0),
    warnings    INTEGER NOT NULL CHECK (warnings >= 0),
    infos       INTEGER NOT NULL CHECK (infos >= 0),
    report      BLOB    NOT NULL,
    PRIMARY KEY (resource_id, number)
);
