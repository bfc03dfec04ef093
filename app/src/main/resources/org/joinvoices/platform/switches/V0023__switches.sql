-- What people switched off, of the house or of one letter, office or lane; one table, which running servers follow. Delivery
-- had one of its own.
ALTER TABLE delivery_pause RENAME TO house_switch;
ALTER TABLE house_switch RENAME CONSTRAINT delivery_pause_pkey TO house_switch_pkey;
ALTER TABLE house_switch DROP CONSTRAINT delivery_pause_scope_check;
ALTER TABLE house_switch ADD CONSTRAINT house_switch_scope_check
    CHECK (scope IN ('action', 'office', 'gateway', 'delivery', 'signing', 'mails', 'counts', 'pages'));
ALTER TABLE house_switch ADD COLUMN until timestamptz;
COMMENT ON COLUMN house_switch.subject IS 'id of the action, seat or lane; empty text for the whole house';
COMMENT ON COLUMN house_switch.until IS 'civic time at which people are told to come back; ends nothing by itself';

-- While mails are paused, the link by which an owner signs in still goes.
CREATE INDEX mail_sign_in ON mail (due_at, id) WHERE state IN ('queued', 'sending') AND kind = 'desk.sign_in';

ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_act_check;
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_act_check
    CHECK (act IN ('invited', 'signed_in_by_invitation', 'signed_in_by_passkey', 'signed_in_by_mail',
                   'signed_out', 'session_ended', 'passkey_added', 'access_removed', 'published',
                   'person_looked_up', 'person_exported', 'person_erased',
                   'house_resumed', 'senate_resumed', 'mails_resumed', 'data_release_activated',
                   'office_mail_resumed', 'delivery_paused', 'delivery_resumed', 'messages_retried', 'messages_held',
                   'messages_released', 'messages_moved', 'messages_settled', 'queue_exported', 'test_sent',
                   'packets_made', 'packet_printed', 'packet_voided', 'packet_handed_over', 'book_handed_over',
                   'proof_downloaded', 'signing_paused', 'signing_resumed', 'mails_paused', 'counts_paused',
                   'counts_resumed', 'pages_paused', 'pages_resumed', 'count_corrected'));
