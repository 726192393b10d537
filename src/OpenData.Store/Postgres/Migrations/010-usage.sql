-- How often what was asked for, by day in Thailand. Who asked is nowhere: neither addresses nor accounts are kept. An empty text stands for none.
CREATE TABLE usage_count (
    day          TEXT COLLATE "C" NOT NULL CHECK (length(day) = 10),
    face         TEXT COLLATE "C" NOT NULL,
    organization TEXT COLLATE "C" NOT NULL,
    dataset      TEXT COLLATE "C" NOT NULL,
    resource     TEXT COLLATE "C" NOT NULL,
    requests     BIGINT NOT NULL CHECK (requests > 0),
    PRIMARY KEY (day, face, organization, dataset, resource)
);

CREATE INDEX usage_count_dataset ON usage_count (dataset, day);
