-- Each release's rows are a table r_<unit> in a schema of their own; a line here is written with it, in one transaction.
CREATE TABLE opendata_rows.unit (
    unit   TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    rows   BIGINT NOT NULL CHECK (rows >= 0),
    -- The positions of columns that have an empty cell: of the others the order is known to hold no nulls.
    empty  INTEGER[] NOT NULL,
    -- True where column x of its table has the digits of cells that their type would write otherwise, such as -0.
    odd    BOOLEAN NOT NULL,
    -- What is still to be made of statistics and indexes, for which nobody has to wait: statements, in order.
    care   TEXT[] NOT NULL,
    made   TIMESTAMPTZ NOT NULL DEFAULT now()
);

-- Original files, for a catalog that keeps them here and not in a folder. A file is its line and all of its parts.
CREATE TABLE original (
    sha256 TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    bytes  BIGINT NOT NULL CHECK (bytes >= 0)
);

CREATE TABLE original_part (
    sha256 TEXT COLLATE "C" NOT NULL REFERENCES original (sha256) DEFERRABLE INITIALLY DEFERRED,
    part   INTEGER NOT NULL CHECK (part >= 0),
    bytes  BYTEA NOT NULL,
    PRIMARY KEY (sha256, part)
);

-- Compressed files do not become smaller, and reading a range is cheaper without.
ALTER TABLE original_part ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- The exact average of AggregateQuery: six digits more than the sum has, half away from zero, without the zeros at its end.
CREATE FUNCTION opendata_rows.average(total NUMERIC, many BIGINT) RETURNS NUMERIC LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT trim_scale(sign(total) * div(abs(total) * ('1e' || (scale(total) + 6))::NUMERIC * 2 + many, 2 * many::NUMERIC) * ('1e-' || (scale(total) + 6))::NUMERIC)
$$;
