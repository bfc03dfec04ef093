-- What waits for the next packet of an office: without it each of 535 offices would read everybody's letters.
CREATE INDEX delivery_for_packet ON delivery (action_id, target) WHERE lane = 'packet' AND state = 'queued';
