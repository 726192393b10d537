-- The search of the catalog. A document for each dataset: what is known of it (facts, JSON), and when it changed.
CREATE TABLE search_document (
    number     INTEGER NOT NULL PRIMARY KEY,
    dataset_id TEXT    NOT NULL UNIQUE REFERENCES dataset (id),
    changed    INTEGER NOT NULL,
    facts      TEXT    NOT NULL
);

CREATE INDEX search_document_changed ON search_document (changed);

-- Its texts, without case and in one spelling; id is the document's number times eight and the field. Drafts are looked through apart.
CREATE TABLE search_text (
    id        INTEGER NOT NULL PRIMARY KEY,
    published INTEGER NOT NULL CHECK (published IN (0, 1)),
    text      TEXT    NOT NULL
);

CREATE INDEX search_text_published ON search_text (published, id);

CREATE TABLE search_change (number INTEGER NOT NULL);
INSERT INTO search_change VALUES (0);

CREATE VIRTUAL TABLE search_published USING fts5 (text, content = 'search_text', content_rowid = 'id', tokenize = 'trigram case_sensitive 1');
CREATE VIRTUAL TABLE search_drafts USING fts5 (text, content = 'search_text', content_rowid = 'id', tokenize = 'trigram case_sensitive 1');
