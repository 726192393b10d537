-- Whether the log has told of a try to sign in since the name was locked: once for each lock-out, so that nobody fills the log.
ALTER TABLE account ADD COLUMN lock_told BIGINT NOT NULL DEFAULT 0;

-- Who somebody is at an identity provider: found by its subject, never by an address of mail.
CREATE TABLE account_identity (
    id         TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    issuer     TEXT COLLATE "C" NOT NULL,
    subject    TEXT COLLATE "C" NOT NULL,
    account_id TEXT COLLATE "C" NOT NULL REFERENCES account (id),
    linked     TEXT COLLATE "C" NOT NULL,
    UNIQUE (issuer, subject)
);

CREATE INDEX account_identity_account ON account_identity (account_id);
