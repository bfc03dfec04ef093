-- A table whose comment begins with "append only" is one the server may add to and never change: see ServerRole.
COMMENT ON TABLE signature_event IS 'append only';
COMMENT ON TABLE delivery_attempt IS 'append only';
COMMENT ON TABLE petition_book IS 'append only';
