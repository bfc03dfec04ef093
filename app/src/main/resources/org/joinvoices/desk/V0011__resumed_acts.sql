-- What an operator lets go on after a gateway or a restore stopped it. The subject is the house: all zeros, as of its keys.
ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_act_check;
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_act_check
    CHECK (act IN ('invited', 'signed_in_by_invitation', 'signed_in_by_passkey', 'signed_in_by_mail',
                   'signed_out', 'session_ended', 'passkey_added', 'access_removed', 'published',
                   'person_looked_up', 'person_exported', 'person_erased',
                   'house_resumed', 'senate_resumed', 'mails_resumed'));
