-- A signer may say yes to one partner of the letter: a consent like the others, which names whom it is given to. There is no
-- foreign key: partners are another capability's, and one that has left stays in the evidence.
ALTER TABLE consent ADD COLUMN partner_id uuid;
ALTER TABLE consent DROP CONSTRAINT consent_kind_check;
ALTER TABLE consent ADD CONSTRAINT consent_kind_check
    CHECK (kind IN ('letter', 'deliver', 'own_words', 'updates', 'followup', 'partner'));
ALTER TABLE consent ADD CONSTRAINT consent_partner_named CHECK ((kind = 'partner') = (partner_id IS NOT NULL));
COMMENT ON COLUMN consent.partner_id IS 'to which partner, for kind partner; the row goes with withdrawing and erasing';
CREATE INDEX consent_partner ON consent (action_id, partner_id) WHERE partner_id IS NOT NULL;
