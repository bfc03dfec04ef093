-- Who was told by mail how the messages in their name went on: each kind once for a signature, whatever happens later.
CREATE TABLE delivery_notice (
    action_id    uuid        NOT NULL,
    signature_id uuid        NOT NULL,
    kind         text        NOT NULL CHECK (kind IN ('message_failed', 'messages_delivered')),
    told_at      timestamptz NOT NULL,
    PRIMARY KEY (action_id, signature_id, kind),
    FOREIGN KEY (action_id, signature_id) REFERENCES signature (action_id, id)
);
COMMENT ON COLUMN delivery_notice.told_at IS 'civic time at which the mail was queued';

-- The two questions of the job, both about the last days. Both times are machine time but created_at, which is civic;
-- outside a replay the two agree, and then only what took long is in the second one.
CREATE INDEX delivery_needs_signer ON delivery ((coalesce(settled_at, due_at)))
    WHERE state = 'refused' OR state = 'held' OR (state = 'handed_over' AND lane = 'hand_off');
CREATE INDEX delivery_took_long ON delivery (settled_at)
    WHERE state IN ('accepted', 'handed_over') AND settled_at - created_at > interval '24 hours';
