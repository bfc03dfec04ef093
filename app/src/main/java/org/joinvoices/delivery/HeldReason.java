package org.joinvoices.delivery;

/** Why a delivery waits; the words of the database, of JSON and of {@link DeliveryLine}. */
final class HeldReason {

  /** Until somebody holds the seat. */
  static final String VACANT_SEAT = "vacant_seat";

  /** House districts have other lines now: until the signer's own is found anew. */
  static final String NEW_LINES = "new_lines";

  /** Until the gateway lists the office. */
  static final String OFFICE_OFF = "office_off";

  /** The lane is stopped until an operator lets it go on; said of queued rows, never stored. */
  static final String GATEWAY_STOPPED = "gateway_stopped";

  /** The lane has no key; said of queued rows, never stored. */
  static final String NO_CHANNEL = "no_channel";

  /** A Congress is about to begin or has just begun; said of queued rows, never stored. */
  static final String NEW_CONGRESS = "new_congress";

  static final String RETRIES_EXHAUSTED = "retries_exhausted";

  /** The composed message is not what the gateway's schema takes. */
  static final String INVALID_MESSAGE = "invalid_message";

  /** What would be posted again is not what was posted first. */
  static final String MESSAGE_CHANGED = "message_changed";

  /** The office has it from an earlier signature of the same person. */
  static final String SENT_BEFORE = "sent_before";

  /** Printed for the office; until the packet is handed over, or void. */
  static final String IN_PACKET = "in_packet";

  private HeldReason() {}
}
