-- What an organizer paused: nothing of it leaves until it is resumed. Its rows stay queued and are shown as held, so that
-- pausing a million of them costs one row here, and resuming as little.
CREATE TABLE delivery_pause (
    scope    text        NOT NULL CHECK (scope IN ('action', 'office', 'gateway')),
    subject  text        NOT NULL,                   -- id of the action, seat, or lane
    since    timestamptz NOT NULL,
    PRIMARY KEY (scope, subject)
);
COMMENT ON COLUMN delivery_pause.since IS 'machine time';

-- Claimed by action and office, so that what is paused, or has had its share, is never looked at while it waits.
CREATE INDEX delivery_waiting ON delivery (lane, action_id, target, due_at, id) WHERE state = 'queued';
CREATE INDEX delivery_interrupted ON delivery (lane, lease_until) WHERE state = 'sending';   -- of processes that died
CREATE INDEX delivery_accepted ON delivery (lane, settled_at) WHERE state = 'accepted';      -- the measured pace
DROP INDEX delivery_due;
COMMENT ON COLUMN delivery.due_at IS
    'machine time of the earliest next attempt; of a claimed row the end of its lease, as is lease_until; meaningless once final';
