-- Six months after an attempt nobody here can tell any more at which moment it was made: its week stays, and its office. The
-- server may add to the table of attempts and change nothing in it; this one change is the owner's, and can only round.
CREATE FUNCTION civic_week(moment timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN date_trunc('week', moment, 'America/New_York');
COMMENT ON FUNCTION civic_week IS 'the Monday, 0:00 in Washington, of the week of a moment';

CREATE FUNCTION round_attempts(of_action uuid, before timestamptz, most integer) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH old AS (
        SELECT delivery_id, attempt_no FROM delivery_attempt
        WHERE action_id = of_action AND started_at < before AND (started_at <> civic_week(started_at) OR took_ms > 0)
        LIMIT most),
    rounded AS (
        UPDATE delivery_attempt a SET started_at = civic_week(a.started_at), took_ms = 0
        FROM old WHERE a.action_id = of_action AND a.delivery_id = old.delivery_id AND a.attempt_no = old.attempt_no
        RETURNING 1)
    SELECT count(*) FROM rounded
$$;

-- The id of a row tells when it was planned, to the millisecond; it gets another that tells nothing, and so do its attempts.
ALTER TABLE delivery_attempt DROP CONSTRAINT delivery_attempt_action_id_delivery_id_fkey;
ALTER TABLE delivery_attempt ADD FOREIGN KEY (action_id, delivery_id) REFERENCES delivery (action_id, id) ON UPDATE CASCADE;
ALTER TABLE delivery ADD COLUMN coarse boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN delivery.coarse IS
    'all its times are the beginnings of their weeks, its id is random, and nothing tells which packet it was in';

ALTER TABLE retention_run DROP CONSTRAINT retention_run_kind_check;
ALTER TABLE retention_run ADD CONSTRAINT retention_run_kind_check
    CHECK (kind IN ('unconfirmed', 'own_words', 'moments', 'contact', 'key'));

-- Before own words go, their signer is offered a copy.
ALTER TABLE delivery_notice DROP CONSTRAINT delivery_notice_kind_check;
ALTER TABLE delivery_notice ADD CONSTRAINT delivery_notice_kind_check
    CHECK (kind IN ('message_failed', 'messages_delivered', 'words_going'));
