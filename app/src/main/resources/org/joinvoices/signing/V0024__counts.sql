-- What is counted is told from what is published, so that the numbers people see can be frozen while counting goes on.
ALTER TABLE signature_count ADD COLUMN counted bigint NOT NULL DEFAULT 0;
UPDATE signature_count SET counted = confirmed;
ALTER TABLE signature_count ADD COLUMN under_review bigint NOT NULL DEFAULT 0 CHECK (under_review >= 0);
COMMENT ON COLUMN signature_count.counted IS 'the sum of all events read; confirmed is what of it is published';

CREATE INDEX signature_count_under_review ON signature (action_id) WHERE state = 'under_review';

-- What the last nightly look at the counts found: what they differ by from the signatures, and from the events.
CREATE TABLE count_check (
    action_id     uuid        PRIMARY KEY REFERENCES action (id),
    at            timestamptz NOT NULL,
    count_drift   bigint      NOT NULL,
    event_drift   bigint      NOT NULL
);
COMMENT ON COLUMN count_check.at IS 'civic time';
COMMENT ON COLUMN count_check.count_drift IS 'counted too many, or too few where negative';
COMMENT ON COLUMN count_check.event_drift IS 'too many by the record of events, which nothing can change';
