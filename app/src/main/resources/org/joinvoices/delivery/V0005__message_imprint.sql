-- A plain hash lets anybody test a guess of name and address; only keyed ones are kept (decision 0010).
UPDATE delivery SET message_hash = NULL WHERE message_hash IS NOT NULL;
COMMENT ON COLUMN delivery.message_hash IS
    'keyed hash of what the first post said in the person''s name; one posted again must agree (D11)';
