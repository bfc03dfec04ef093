-- What any server needs: keys, the civic clock, the mail queue, recurring jobs.

-- One wrapped data key per scope (an action, or the house itself); destroying a row makes all that it sealed unreadable.
CREATE TABLE data_key (
    scope       uuid        NOT NULL,
    purpose     text        NOT NULL CHECK (purpose IN ('seal', 'hash', 'token')),
    wrapped     bytea       NOT NULL,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (scope, purpose)
);
COMMENT ON COLUMN data_key.wrapped IS 'Tink keyset encrypted with the master key, which is never in the database';

-- A demo replays the past: civic time is machine time plus this offset. No row means none.
CREATE TABLE civic_clock (
    only_row       boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    offset_millis  bigint  NOT NULL
);

-- Outgoing mails as ids only; the letter is composed when it is sent.
CREATE TABLE mail (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind         text        NOT NULL,
    scope        uuid        NOT NULL,
    subject_id   uuid        NOT NULL,
    state        text        NOT NULL DEFAULT 'queued'
                 CHECK (state IN ('queued', 'sending', 'sent', 'dropped', 'failed')),
    queued_at    timestamptz NOT NULL,
    due_at       timestamptz NOT NULL,
    lease_until  timestamptz,
    attempts     smallint    NOT NULL DEFAULT 0,
    settled_at   timestamptz,
    CHECK (state <> 'sending' OR lease_until IS NOT NULL)
);
COMMENT ON COLUMN mail.queued_at IS 'civic time';
COMMENT ON COLUMN mail.due_at IS 'machine time of the earliest next attempt, as are lease_until and settled_at';
CREATE INDEX mail_due ON mail (due_at) WHERE state IN ('queued', 'sending');   -- the worker's only query

-- db-scheduler 16, as its documentation gives it
CREATE TABLE scheduled_tasks (
    task_name             text        NOT NULL,
    task_instance         text        NOT NULL,
    task_data             bytea,
    execution_time        timestamptz NOT NULL,
    picked                boolean     NOT NULL,
    picked_by             text,
    last_success          timestamptz,
    last_failure          timestamptz,
    consecutive_failures  integer,
    last_heartbeat        timestamptz,
    version               bigint      NOT NULL,
    priority              smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);
CREATE INDEX scheduled_tasks_priority ON scheduled_tasks (priority DESC, execution_time ASC);
