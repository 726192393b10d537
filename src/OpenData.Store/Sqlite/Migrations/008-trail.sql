-- Whether the log has told of a try to sign in since the name was locked: once for each lock-out, so that nobody fills the log.
ALTER TABLE account ADD COLUMN lock_told INTEGER NOT NULL DEFAULT 0;

-- Who somebody is at an identity provider: found by its subject, never by an address of mail.
CREATE TABLE account_identity (
    id         TEXT NOT NULL PRIMARY KEY,
    issuer     TEXT NOT NULL,
    subject    TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES account (id),
    linked     TEXT NOT NULL,
    UNIQUE (issuer, subject)
) WITHOUT ROWID;

CREATE INDEX account_identity_account ON account_identity (account_id);
