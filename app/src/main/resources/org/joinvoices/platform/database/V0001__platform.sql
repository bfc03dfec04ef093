-- What any server needs: wrapped keys, outgoing mail, recurring work, civic time.

CREATE TABLE data_key (   -- keys that seal contact data, each wrapped by the master key, which is never here
    scope       uuid   NOT NULL,                        -- an action; all zeros: the house
    purpose     text   NOT NULL CHECK (purpose IN ('seal', 'hash')),
    wrapped     bytea  NOT NULL,
    PRIMARY KEY (scope, purpose)
);
COMMENT ON TABLE data_key IS 'deleting a row makes everything sealed under it unreadable for good';

CREATE TABLE mail (   -- ids only: a mail is composed when it is sent
    id          uuid        PRIMARY KEY,                -- version 7: ordered by time; also the Message-ID
    kind        text        NOT NULL,
    scope       uuid        NOT NULL,                   -- the action
    subject_id  uuid        NOT NULL,                   -- the signature
    queued_at   timestamptz NOT NULL,
    state       text        NOT NULL DEFAULT 'queued'
                CHECK (state IN ('queued', 'sending', 'sent', 'dropped', 'failed')),
    due_at      timestamptz NOT NULL DEFAULT '-infinity',
    attempts    smallint    NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    settled_at  timestamptz,
    problem     text,       -- class of the last failure or the server's reply code; never its words, which echo addresses
    CONSTRAINT mail_settled CHECK ((settled_at IS NOT NULL) = (state IN ('sent', 'dropped', 'failed')))
);
COMMENT ON COLUMN mail.queued_at IS 'civic time';
COMMENT ON COLUMN mail.due_at IS 'machine time: queued, earliest next attempt; sending, end of the lease';
COMMENT ON COLUMN mail.settled_at IS 'machine time';
CREATE INDEX mail_due ON mail (due_at, id) WHERE state IN ('queued', 'sending');   -- the worker's only query

CREATE TABLE civic_clock (   -- at most one row; none: civic time is machine time
    only_row       boolean  PRIMARY KEY DEFAULT true CHECK (only_row),
    offset_millis  bigint   NOT NULL
);
COMMENT ON COLUMN civic_clock.offset_millis IS 'what is added to machine time; only ever grows';

-- db-scheduler 16's own table, as its documentation gives it
CREATE TABLE scheduled_tasks (
    task_name             text         NOT NULL,
    task_instance         text         NOT NULL,
    task_data             bytea,
    execution_time        timestamptz  NOT NULL,
    picked                boolean      NOT NULL,
    picked_by             text,
    last_success          timestamptz,
    last_failure          timestamptz,
    consecutive_failures  integer,
    last_heartbeat        timestamptz,
    version               bigint       NOT NULL,
    priority              smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);
