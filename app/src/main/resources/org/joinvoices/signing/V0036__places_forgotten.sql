-- The first three digits of the ZIP code go with the contact data; they had stayed where that was forgotten before.
UPDATE signature SET zip3 = '' WHERE erased_at IS NOT NULL AND zip3 <> '';
