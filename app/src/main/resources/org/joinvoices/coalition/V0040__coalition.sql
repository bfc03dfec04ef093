-- Organizations that have joined a letter, links by which people come to it, and how many came. All that is known of a visit or
-- of a form sent is that it makes a number larger: no row here names a signature, and no signature names a row here.
CREATE TABLE partner (
    action_id    uuid        NOT NULL REFERENCES action (id),
    id           uuid        NOT NULL,
    word         text        NOT NULL,
    name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    website      text        NOT NULL CHECK (website LIKE 'https://%'),
    logo         bytea,                                 -- PNG, painted anew by us
    logo_sha256  text        CHECK (logo_sha256 ~ '^[0-9a-f]{64}$'),
    logo_width   integer,
    logo_height  integer,
    added_at     timestamptz NOT NULL,
    ended_at     timestamptz,
    PRIMARY KEY (action_id, id),
    CONSTRAINT partner_once_per_word UNIQUE (action_id, word),
    CHECK ((logo IS NULL) = (logo_sha256 IS NULL) AND (logo IS NULL) = (logo_width IS NULL) AND (logo IS NULL) = (logo_height IS NULL))
);
COMMENT ON TABLE partner IS 'name and wording are evidence of what people said yes to: never changed, only ended';
COMMENT ON COLUMN partner.word IS 'its short name in addresses, and the name of its source link';
COMMENT ON COLUMN partner.added_at IS 'civic time, as are all times here';
CREATE INDEX partner_logo ON partner (logo_sha256) WHERE ended_at IS NULL;

CREATE TABLE source_link (
    action_id   uuid        NOT NULL REFERENCES action (id),
    name        text        NOT NULL CHECK (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(name) BETWEEN 2 AND 40),
    label       text        NOT NULL CHECK (length(label) BETWEEN 1 AND 80),
    partner_id  uuid,                                   -- of the link that a partner gets with joining
    made_at     timestamptz NOT NULL,
    PRIMARY KEY (action_id, name),
    FOREIGN KEY (action_id, partner_id) REFERENCES partner (action_id, id)
);

-- One row for each link and day; each node adds what it has counted every few seconds, so that no row is hot.
CREATE TABLE source_count (
    action_id  uuid   NOT NULL,
    name       text   NOT NULL,
    day        date   NOT NULL,
    visits     bigint NOT NULL CHECK (visits >= 0),
    joined     bigint NOT NULL CHECK (joined >= 0),
    PRIMARY KEY (action_id, name, day),
    FOREIGN KEY (action_id, name) REFERENCES source_link (action_id, name)
);
COMMENT ON COLUMN source_count.day IS 'civic day in Washington; nothing finer is kept';
COMMENT ON COLUMN source_count.joined IS 'forms stored that carried the link; whether they were confirmed is not known here';
