-- Releases of civic data that were imported into this house. While none is active, the one that ships with the server is
-- in use. Earlier ones stay, so that one can go back to them.
CREATE TABLE data_release (
    name         text        PRIMARY KEY,
    sha256       text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),   -- of the bytes: a damaged release is not used
    bytes        bytea       NOT NULL,
    imported_at  timestamptz NOT NULL,                                     -- machine time
    active       boolean     NOT NULL
);
ALTER TABLE data_release ALTER COLUMN bytes SET STORAGE EXTERNAL;          -- packed already
CREATE UNIQUE INDEX data_release_one_active ON data_release (active) WHERE active;

-- Another release of civic data was put in use. The subject is the house: all zeros, as of its keys.
ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_act_check;
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_act_check
    CHECK (act IN ('invited', 'signed_in_by_invitation', 'signed_in_by_passkey', 'signed_in_by_mail',
                   'signed_out', 'session_ended', 'passkey_added', 'access_removed', 'published',
                   'person_looked_up', 'person_exported', 'person_erased',
                   'house_resumed', 'senate_resumed', 'mails_resumed', 'data_release_activated'));
