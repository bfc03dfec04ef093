-- Who may come to the desk, how they sign in, and what was done there. Times are machine time.

CREATE TABLE desk_account (
    id            uuid        PRIMARY KEY,                -- version 7: ordered by time; also the passkeys' user handle
    role          text        NOT NULL CHECK (role IN ('owner', 'read-only')),
    mailbox_hash  bytea       UNIQUE CHECK (length(mailbox_hash) = 32),   -- keyed by the house; null once removed
    sealed_email  bytea,                                  -- null once removed
    invited_at    timestamptz NOT NULL,
    accepted_at   timestamptz,
    removed_at    timestamptz,
    CHECK ((removed_at IS NULL) = (mailbox_hash IS NOT NULL AND sealed_email IS NOT NULL))
);
COMMENT ON COLUMN desk_account.accepted_at IS 'first use of an invitation; before it no link is mailed to this mailbox';

-- One-time links: invitations, which a command prints, and sign-in links, which are mailed. A mailbox that belongs to
-- nobody gets a row like any other, so that asking tells nothing.
CREATE TABLE desk_link (
    id            uuid        PRIMARY KEY,
    purpose       text        NOT NULL CHECK (purpose IN ('invitation', 'sign_in')),
    mailbox_hash  bytea       NOT NULL CHECK (length(mailbox_hash) = 32),
    token_hash    bytea       NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    made_at       timestamptz NOT NULL,
    until         timestamptz NOT NULL CHECK (until > made_at),
    used_at       timestamptz
);
CREATE INDEX desk_link_made ON desk_link (made_at);   -- limits count the last hour

CREATE TABLE desk_session (
    id          uuid        PRIMARY KEY,
    account_id  uuid        NOT NULL REFERENCES desk_account (id),
    token_hash  bytea       NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    device      text        NOT NULL,                     -- in plain words, such as Firefox on Windows
    began_at    timestamptz NOT NULL,
    seen_at     timestamptz NOT NULL
);
CREATE INDEX desk_session_account ON desk_session (account_id);

CREATE TABLE desk_challenge (   -- passkey challenges that were answered, until they would be void anyway
    hash   bytea       PRIMARY KEY CHECK (length(hash) = 32),
    until  timestamptz NOT NULL
);

-- Spring Security's own table of passkeys, with its names; the user is an account, its id in base64url
CREATE TABLE user_credentials (
    credential_id                 text        PRIMARY KEY,
    user_entity_user_id           text        NOT NULL,
    public_key                    bytea       NOT NULL,
    signature_count               bigint,
    uv_initialized                boolean,
    backup_eligible               boolean     NOT NULL,
    authenticator_transports      text,
    public_key_credential_type    text,
    backup_state                  boolean     NOT NULL,
    attestation_object            bytea,
    attestation_client_data_json  bytea,
    created                       timestamptz,
    last_used                     timestamptz,
    label                         text        NOT NULL
);
CREATE INDEX user_credentials_user ON user_credentials (user_entity_user_id);

-- Who did what to what.
CREATE TABLE audit_entry (
    number      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at          timestamptz NOT NULL,
    actor       text        NOT NULL CHECK (actor IN ('account', 'command_line')),
    account_id  uuid,
    act         text        NOT NULL
                CONSTRAINT audit_entry_act_check
                CHECK (act IN ('invited', 'signed_in_by_invitation', 'signed_in_by_passkey', 'signed_in_by_mail',
                               'signed_out', 'session_ended', 'passkey_added', 'access_removed', 'published')),
    subject_id  uuid        NOT NULL,
    CHECK ((actor = 'account') = (account_id IS NOT NULL))
);
COMMENT ON COLUMN audit_entry.subject_id IS 'account, session or action, as the act tells; ids only, never a supporter''s';
COMMENT ON TABLE audit_entry IS 'append only';
