-- What organizers look at. Few rows wait for a person, among millions that do not: these are found without reading the others.
-- And accepted messages are counted by the hour from the index alone.
CREATE INDEX delivery_for_people ON delivery (action_id, target, id) WHERE state IN ('held', 'refused', 'needs_review');
CREATE INDEX delivery_attempt_accepted ON delivery_attempt (action_id, started_at) WHERE result = 'accepted';
