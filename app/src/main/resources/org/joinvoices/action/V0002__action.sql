-- Letters in frozen versions. A version that somebody has joined never changes; the trigger below refuses it.
CREATE TABLE action (
    id                 uuid        PRIMARY KEY,
    slug               text        NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    settings           jsonb       NOT NULL,
    current_version    integer     NOT NULL,
    opens              timestamptz NOT NULL,
    deadline           timestamptz NOT NULL,
    deadline_zone      text        NOT NULL,
    closes             timestamptz NOT NULL,
    created_at         timestamptz NOT NULL,
    updated_at         timestamptz NOT NULL,
    CHECK (opens < deadline AND deadline <= closes)
);
COMMENT ON COLUMN action.settings IS 'organization, authors, addressees, topics, goal, response days, languages';

CREATE TABLE letter_version (
    action_id     uuid        NOT NULL REFERENCES action (id),
    number        integer     NOT NULL CHECK (number > 0),
    texts         jsonb       NOT NULL,
    content_hash  bytea       NOT NULL CHECK (length(content_hash) = 32),
    created_at    timestamptz NOT NULL,
    frozen_at     timestamptz,
    PRIMARY KEY (action_id, number)
);
COMMENT ON COLUMN letter_version.texts IS 'array of letter texts, the original language first';
COMMENT ON COLUMN letter_version.content_hash IS 'SHA-256 of the canonical JSON of texts';
COMMENT ON COLUMN letter_version.frozen_at IS 'civic time of the first signature; from then on the wording is fixed';

ALTER TABLE action ADD FOREIGN KEY (id, current_version) REFERENCES letter_version (action_id, number)
    DEFERRABLE INITIALLY DEFERRED;

CREATE FUNCTION letter_version_stays_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.frozen_at IS NOT NULL THEN
        RAISE EXCEPTION 'letter version is frozen' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER letter_version_frozen BEFORE UPDATE OR DELETE ON letter_version
    FOR EACH ROW EXECUTE FUNCTION letter_version_stays_frozen();
