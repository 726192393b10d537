-- The identifier by which typed interfaces (GraphQL) call a resource: chosen when it is first seen, and its own for ever.
CREATE TABLE resource_name (
    resource_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES resource (id),
    name        TEXT COLLATE "C" NOT NULL UNIQUE
);

-- Of the current release's dictionary, what has to be known of all resources at once.
ALTER TABLE resource ADD COLUMN has_key BIGINT NOT NULL DEFAULT 0;
ALTER TABLE resource ADD COLUMN has_numbers BIGINT NOT NULL DEFAULT 0;

-- Lists ten thousand resources without reading their dictionaries.
CREATE INDEX resource_published ON resource (dataset_id, position, id, key, current_release, has_key, has_numbers);

-- Counts the changes of what is published, whichever program makes them.
CREATE TABLE published_change (number BIGINT NOT NULL);
INSERT INTO published_change VALUES (1);

-- Every node that listens is told of the change when it is committed, and of the number it has now.
CREATE FUNCTION published_changes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    now_at BIGINT;
BEGIN
    UPDATE published_change SET number = number + 1 RETURNING number INTO now_at;
    PERFORM pg_notify('opendata_published', now_at::TEXT);
    RETURN NULL;
END $$;

CREATE TRIGGER published_release AFTER UPDATE OF current_release ON resource
FOR EACH ROW EXECUTE FUNCTION published_changes();

CREATE TRIGGER published_dataset AFTER UPDATE OF state, version ON dataset
FOR EACH ROW WHEN (old.state = 'published' OR new.state = 'published') EXECUTE FUNCTION published_changes();
