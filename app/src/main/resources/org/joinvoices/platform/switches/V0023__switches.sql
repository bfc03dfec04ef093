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
