-- One row for each kind of consent and moment, with the hashes of all that was shown for it: a signature that sends messages
-- writes two rows in place of four, and in a crowd that is felt.
ALTER TABLE consent ADD COLUMN text_hashes bytea[];
UPDATE consent c SET text_hashes = given.hashes
FROM (SELECT action_id, signature_id, kind, given_at, array_agg(text_hash ORDER BY text_hash) AS hashes
      FROM consent GROUP BY action_id, signature_id, kind, given_at) AS given
WHERE c.action_id = given.action_id AND c.signature_id = given.signature_id AND c.kind = given.kind
  AND c.given_at = given.given_at
  AND c.text_hash = given.hashes[1];
DELETE FROM consent WHERE text_hashes IS NULL;
ALTER TABLE consent DROP CONSTRAINT consent_pkey;
ALTER TABLE consent DROP COLUMN text_hash;
ALTER TABLE consent ALTER COLUMN text_hashes SET NOT NULL;
ALTER TABLE consent ADD CHECK (cardinality(text_hashes) > 0);
ALTER TABLE consent ADD PRIMARY KEY (action_id, signature_id, kind, given_at);
COMMENT ON COLUMN consent.text_hashes IS 'SHA-256 of each text shown: the wording, and for deliver each message';
