-- The search of the catalog. A document for each dataset: what is known of it (facts, JSON), and when it changed.
CREATE TABLE search_document (
    number     BIGINT NOT NULL PRIMARY KEY,
    dataset_id TEXT COLLATE "C" NOT NULL UNIQUE REFERENCES dataset (id),
    changed    BIGINT NOT NULL,
    facts      TEXT COLLATE "C" NOT NULL
);

CREATE INDEX search_document_changed ON search_document (changed);

-- Its texts, without case and in one spelling; id is the document's number times eight and the field. Drafts are looked through apart.
CREATE TABLE search_text (
    id        BIGINT NOT NULL PRIMARY KEY,
    published BIGINT NOT NULL CHECK (published IN (0, 1)),
    text      TEXT COLLATE "C" NOT NULL
);

CREATE TABLE search_change (number BIGINT NOT NULL);
INSERT INTO search_change VALUES (0);

-- With trigrams where the server has them and lets us; without them the texts are read through, and the answers are the same.
DO $$
BEGIN
    IF EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm') THEN
        CREATE EXTENSION IF NOT EXISTS pg_trgm;
        CREATE INDEX search_text_published ON search_text USING gin (text gin_trgm_ops) WHERE published = 1;
        CREATE INDEX search_text_drafts ON search_text USING gin (text gin_trgm_ops) WHERE published = 0;
    END IF;
EXCEPTION WHEN insufficient_privilege OR undefined_object THEN
    NULL;
END
$$;
