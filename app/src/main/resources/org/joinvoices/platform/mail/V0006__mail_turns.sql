-- Mails wait for their turn at the receiving provider, and bounces are read back. No column tells who the provider is.
ALTER TABLE mail ADD COLUMN turn_from uuid;
COMMENT ON COLUMN mail.turn_from IS 'which pace gave the moment in due_at; null: none, or that of a retry';
CREATE INDEX mail_settled ON mail (settled_at) WHERE settled_at IS NOT NULL;   -- how fast the queue drains
CREATE INDEX mail_failed ON mail (subject_id) WHERE state = 'failed';          -- the page that says the mail came back
