-- Acts of the audit trail: an owner's answer to authors who asked for a pause.
ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_act_check;
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_act_check
    CHECK (act IN ('invited', 'signed_in_by_invitation', 'signed_in_by_passkey', 'signed_in_by_mail', 'signed_out',
                   'session_ended', 'passkey_added', 'access_removed', 'published', 'person_looked_up',
                   'person_exported', 'person_erased', 'person_corrected', 'person_withdrawn', 'house_resumed',
                   'senate_resumed', 'mails_resumed', 'data_release_activated', 'office_mail_resumed',
                   'delivery_paused', 'delivery_resumed', 'messages_retried', 'messages_held', 'messages_released',
                   'messages_moved', 'messages_settled', 'queue_exported', 'test_sent', 'packets_made',
                   'packet_printed', 'packet_voided', 'packet_handed_over', 'book_handed_over', 'proof_downloaded',
                   'event_code_made', 'event_code_ended', 'signatures_released', 'signatures_invalidated',
                   'review_undone', 'signers_looked_at', 'sheets_imported', 'import_undone', 'signing_paused',
                   'signing_resumed', 'mails_paused', 'counts_paused', 'counts_resumed', 'pages_paused',
                   'pages_resumed', 'count_corrected', 'response_recorded', 'response_withdrawn', 'authors_invited',
                   'authors_link_ended', 'text_approved', 'text_approval_withdrawn', 'pause_asked', 'pause_unasked',
                   'pause_answered',
                   'partner_added', 'partner_ended', 'source_link_made', 'partner_export_linked',
                   'partner_exported'));
