-- Only the primary key leads with the action. PostgreSQL keeps plans, and takes statistics about once a minute: one made
-- while the table is empty, as when a first letter opens, holds any index for as good as the key, and would read all
-- signatures of the action for each signer's mail. For the same reason queries that find by a key name no state, which
-- would make the partial indexes eligible.
DROP INDEX signature_one_per_person, signature_one_per_form, signature_mailbox, signature_pending, signature_confirmed;
CREATE UNIQUE INDEX signature_one_per_person ON signature (mailbox_hash, person_hash, action_id)
    WHERE state = 'confirmed';
CREATE UNIQUE INDEX signature_one_per_form ON signature (content_hash, action_id) WHERE state = 'pending';
CREATE INDEX signature_mailbox ON signature (mailbox_hash, action_id);
CREATE INDEX signature_pending ON signature (signed_at, action_id) INCLUDE (muted) WHERE state = 'pending';
CREATE INDEX signature_confirmed ON signature (confirmed_at, action_id, id) WHERE state = 'confirmed';
