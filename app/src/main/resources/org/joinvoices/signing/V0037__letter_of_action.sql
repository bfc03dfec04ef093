-- A version of a letter belongs to an action, so the action was checked twice for each signature.
ALTER TABLE signature DROP CONSTRAINT signature_action_id_fkey;
