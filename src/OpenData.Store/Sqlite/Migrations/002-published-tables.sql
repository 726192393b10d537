-- The identifier by which typed interfaces (GraphQL) call a resource: chosen when it is first seen, and its own for ever.
CREATE TABLE resource_name (
    resource_id TEXT NOT NULL PRIMARY KEY REFERENCES resource (id),
    name        TEXT NOT NULL UNIQUE
) WITHOUT ROWID;

-- Of the current release's dictionary, what has to be known of all resources at once.
ALTER TABLE resource ADD COLUMN has_key INTEGER NOT NULL DEFAULT 0;
ALTER TABLE resource ADD COLUMN has_numbers INTEGER NOT NULL DEFAULT 0;

-- Inside a JSON string a quote is escaped, so these texts stand for nothing but the members themselves.
UPDATE resource
SET has_key = instr(r.dictionary, '"Key":[]') = 0,
    has_numbers = instr(r.dictionary, '"Type":"Integer"') + instr(r.dictionary, '"Type":"Number"') + instr(r.dictionary, '"Type":"Decimal"') > 0
FROM release r
WHERE r.resource_id = resource.id AND r.number = resource.current_release;

-- Lists ten thousand resources without reading their dictionaries.
CREATE INDEX resource_published ON resource (dataset_id, position, id, key, current_release, has_key, has_numbers);

-- Counts the changes of what is published, whichever program makes them.
CREATE TABLE published_change (number INTEGER NOT NULL);
INSERT INTO published_change VALUES (1);

CREATE TRIGGER published_release AFTER UPDATE OF current_release ON resource
BEGIN
    UPDATE published_change SET number = number + 1;
END;

CREATE TRIGGER published_dataset AFTER UPDATE OF state, version ON dataset
WHEN old.state = 'published' OR new.state = 'published'
BEGIN
    UPDATE published_change SET number = number + 1;
END;
