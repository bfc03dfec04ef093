-- What an owner does at the desk with the data of one person. Entries name the session or the action, never the person.
ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_act_check;
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_act_check
    CHECK (act IN ('invited', 'signed_in_by_invitation', 'signed_in_by_passkey', 'signed_in_by_mail',
                   'signed_out', 'session_ended', 'passkey_added', 'access_removed', 'published',
                   'person_looked_up', 'person_exported', 'person_erased'));
