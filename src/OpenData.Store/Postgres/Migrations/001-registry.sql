-- What the statements of all engines use and PostgreSQL does not have, by the names that SQLite has for it.
CREATE FUNCTION json_each(list TEXT) RETURNS TABLE (key BIGINT, value TEXT) LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 20 AS
    $$ SELECT ordinality - 1, element COLLATE "C" FROM pg_catalog.json_array_elements_text(list::json) WITH ORDINALITY AS listed (element, ordinality) $$;

CREATE FUNCTION instr(whole TEXT, part TEXT) RETURNS BIGINT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    $$ SELECT pg_catalog.strpos(whole, part)::BIGINT $$;

-- Who owns datasets. A parent may be registered after its units, so nothing refers to it by key.
CREATE TABLE organization (
    name     TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    title_th TEXT COLLATE "C",
    title_en TEXT COLLATE "C",
    parent   TEXT COLLATE "C"
);

-- The organization is a slug of Form 1, and a form may come before its organization.
CREATE TABLE dataset (
    id           TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name         TEXT COLLATE "C" NOT NULL UNIQUE,
    organization TEXT COLLATE "C" NOT NULL,
    state        TEXT COLLATE "C" NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'approved', 'published', 'withdrawn')),
    version      BIGINT NOT NULL CHECK (version >= 1),
    form         TEXT COLLATE "C" NOT NULL,
    -- Title, description, name and tags without case, one to a line.
    search       TEXT COLLATE "C" NOT NULL,
    created      TEXT COLLATE "C" NOT NULL,
    modified     TEXT COLLATE "C" NOT NULL
);

CREATE INDEX dataset_organization ON dataset (organization, name);

CREATE TABLE resource (
    id              TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    dataset_id      TEXT COLLATE "C" NOT NULL REFERENCES dataset (id),
    key             TEXT COLLATE "C" NOT NULL,
    name_th         TEXT COLLATE "C",
    name_en         TEXT COLLATE "C",
    position        BIGINT NOT NULL,
    dictionary      TEXT COLLATE "C",
    dictionary_sha  TEXT COLLATE "C",
    current_release BIGINT,
    -- The report of the newest check, whatever its verdict.
    report          BYTEA,
    UNIQUE (dataset_id, key),
    CHECK ((dictionary IS NULL) = (dictionary_sha IS NULL))
);

CREATE TABLE release (
    resource_id TEXT COLLATE "C" NOT NULL REFERENCES resource (id),
    number      BIGINT NOT NULL CHECK (number >= 1),
    sha256      TEXT COLLATE "C" NOT NULL CHECK (length(sha256) = 64),
    file_name   TEXT COLLATE "C" NOT NULL,
    bytes       BIGINT NOT NULL CHECK (bytes >= 0),
    rows        BIGINT NOT NULL CHECK (rows >= 0),
    dictionary  TEXT COLLATE "C" NOT NULL,
    -- The name of the rows' own table.
    unit        TEXT COLLATE "C" NOT NULL UNIQUE,
    published   TEXT COLLATE "C" NOT NULL,
    errors      BIGINT NOT NULL CHECK (errors >= 0),
    warnings    BIGINT NOT NULL CHECK (warnings >= 0),
    infos       BIGINT NOT NULL CHECK (infos >= 0),
    report      BYTEA    NOT NULL,
    PRIMARY KEY (resource_id, number)
);

ALTER TABLE resource ADD FOREIGN KEY (id, current_release) REFERENCES release (resource_id, number);
