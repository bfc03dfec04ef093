-- Messages leave by more than the two gateways. A lane is where a row waits: a chamber's gateway, e-mail to offices, the
-- next packet of an office, or the supporter's own hands. What may have gone out is never moved to another lane.
ALTER TABLE delivery DROP CONSTRAINT delivery_lane_check;
ALTER TABLE delivery ADD CONSTRAINT delivery_lane_check
    CHECK (lane IN ('house', 'senate', 'office_mail', 'packet', 'hand_off'));
ALTER TABLE delivery ADD CONSTRAINT delivery_lane_of_channel
    CHECK (channel = CASE lane WHEN 'office_mail' THEN 'mail' WHEN 'packet' THEN 'packet'
                               WHEN 'hand_off' THEN 'hand_off' ELSE 'cwc' END);

ALTER TABLE delivery ADD COLUMN packet_id uuid;           -- the packet it was printed in
ALTER TABLE delivery ADD COLUMN packet_place integer CHECK (packet_place > 0);   -- its number there, printed on the letter
ALTER TABLE delivery ADD CONSTRAINT delivery_packet_place CHECK ((packet_id IS NULL) = (packet_place IS NULL));

-- What supporters tell of a text that was handed to them, or of one that failed: their word, not ours.
ALTER TABLE delivery ADD COLUMN supporter_did text CHECK (supporter_did IN ('called', 'wrote'));
ALTER TABLE delivery ADD COLUMN supporter_did_at timestamptz;
ALTER TABLE delivery ADD CONSTRAINT delivery_supporter_did
    CHECK ((supporter_did IS NULL) = (supporter_did_at IS NULL));
COMMENT ON COLUMN delivery.supporter_did_at IS 'civic time';

-- One packet of letters on paper for one office: which letters it holds is told by their rows. Its PDF is composed anew
-- whenever it is asked for, so no letter lies about in clear.
CREATE TABLE packet (
    action_id   uuid        NOT NULL REFERENCES action (id),
    id          uuid        NOT NULL,                     -- version 7: ordered by time
    target      text        NOT NULL,                     -- seat
    number      integer     NOT NULL CHECK (number > 0),  -- of this office, printed on the cover
    letters     integer     NOT NULL CHECK (letters > 0), -- as made; who withdraws later is taken out by hand
    state       text        NOT NULL CHECK (state IN ('made', 'handed_over', 'void')),
    made_at     timestamptz NOT NULL,
    settled_at  timestamptz,
    PRIMARY KEY (action_id, id),
    CONSTRAINT packet_number UNIQUE (action_id, target, number),
    CHECK ((state = 'made') = (settled_at IS NULL))
);
COMMENT ON COLUMN packet.made_at IS 'civic time, as is settled_at';
ALTER TABLE delivery ADD FOREIGN KEY (action_id, packet_id) REFERENCES packet (action_id, id);
CREATE INDEX delivery_of_packet ON delivery (action_id, packet_id, packet_place) WHERE packet_id IS NOT NULL;

-- A message that is handed over has an attempt like any other, and so has one that came back.
ALTER TABLE delivery_attempt DROP CONSTRAINT delivery_attempt_result_check;
ALTER TABLE delivery_attempt ADD CONSTRAINT delivery_attempt_result_check
    CHECK (result IN ('accepted', 'refused', 'unavailable', 'uncertain', 'handed_over', 'bounced'));

ALTER TABLE delivery_lane DROP CONSTRAINT delivery_lane_lane_check;
ALTER TABLE delivery_lane ADD CONSTRAINT delivery_lane_lane_check CHECK (lane IN ('house', 'senate', 'office_mail'));
