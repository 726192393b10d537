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

-- The full-text tables keep no copy of the texts: to forget one they have to be told it.
CREATE TRIGGER search_text_added AFTER INSERT ON search_text
BEGIN
    INSERT INTO search_published (rowid, text) SELECT new.id, new.text WHERE new.published = 1;
    INSERT INTO search_drafts (rowid, text) SELECT new.id, new.text WHERE new.published = 0;
END;

CREATE TRIGGER search_text_changed AFTER UPDATE ON search_text
BEGIN
    INSERT INTO search_published (search_published, rowid, text) SELECT 'delete', old.id, old.text WHERE old.published = 1;
    INSERT INTO search_drafts (search_drafts, rowid, text) SELECT 'delete', old.id, old.text WHERE old.published = 0;
    INSERT INTO search_published (rowid, text) SELECT new.id, new.text WHERE new.published = 1;
    INSERT INTO search_drafts (rowid, text) SELECT new.id, new.text WHERE new.published = 0;
END;
