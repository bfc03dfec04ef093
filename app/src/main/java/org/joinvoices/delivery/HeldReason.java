package org.joinvoices.delivery;

import java.util.Set;
import org.joinvoices.delivery.cwc.Misfit;

/** Why a delivery waits; the words of the database, of JSON and of {@link DeliveryLine}. */
final class HeldReason {

  /** Until somebody holds the seat. */
  static final String VACANT_SEAT = "vacant_seat";

  /** House districts have other lines now: until the signer's own is found anew. */
  static final String NEW_LINES = "new_lines";

  /** Until the gateway lists the office. */
  static final String OFFICE_OFF = "office_off";

  /** An organizer held it back, and an organizer lets it go. */
  static final String BY_ORGANIZER = "by_organizer";

  /** The lane is stopped until an operator lets it go on; said of queued rows, never stored. */
  static final String GATEWAY_STOPPED = "gateway_stopped";

  /** The lane has no key; said of queued rows, never stored. */
  static final String NO_CHANNEL = "no_channel";

  /** A Congress is about to begin or has just begun; said of queued rows, never stored. */
  static final String NEW_CONGRESS = "new_congress";

  /** The letter or its lane is paused until an organizer lets it go on; never stored. */
  static final String PAUSED = "paused";

  /** The office is paused until an organizer lets it go on; never stored. */
  static final String OFFICE_PAUSED = "office_paused";

  static final String RETRIES_EXHAUSTED = "retries_exhausted";

  /** The composed message is not what the gateway's schema takes, for none of the reasons below. */
  static final String INVALID_MESSAGE = Misfit.INVALID_MESSAGE.word();

  // What no gateway takes, and only a person can mend; each as Misfit explains it.
  static final String NO_TITLE = Misfit.NO_TITLE.word();
  static final String NAME_TOO_LONG = Misfit.NAME_TOO_LONG.word();
  static final String ADDRESS_TOO_SHORT = Misfit.ADDRESS_TOO_SHORT.word();
  static final String ADDRESS_TOO_LONG = Misfit.ADDRESS_TOO_LONG.word();
  static final String CITY_TOO_SHORT = Misfit.CITY_TOO_SHORT.word();
  static final String STATE_NOT_SERVED = Misfit.STATE_NOT_SERVED.word();
  static final String WORDS_TOO_LONG = Misfit.WORDS_TOO_LONG.word();

  /** What would be posted again is not what was posted first. */
  static final String MESSAGE_CHANGED = "message_changed";

  /** The office has it from an earlier signature of the same person. */
  static final String SENT_BEFORE = "sent_before";

  /** The letter names an e-mail address for the office that no mail can go to. */
  static final String NO_ADDRESS = "no_address";

  /** Printed for the office; until the packet is handed over, or void. */
  static final String IN_PACKET = "in_packet";

  /** The message cannot go as its signer typed it. */
  static final Set<String> AS_TYPED =
      Set.of(
          INVALID_MESSAGE,
          NO_TITLE,
          NAME_TOO_LONG,
          ADDRESS_TOO_SHORT,
          ADDRESS_TOO_LONG,
          CITY_TOO_SHORT,
          STATE_NOT_SERVED,
          WORDS_TOO_LONG);

  /**
   * Nothing will be sent unless a person acts, and the office does not have it: so the signer is
   * offered to reach the office. A message that was changed may be there already and is not among
   * them.
   */
  static final Set<String> FOR_GOOD =
      Set.of(
          RETRIES_EXHAUSTED,
          INVALID_MESSAGE,
          NO_TITLE,
          NAME_TOO_LONG,
          ADDRESS_TOO_SHORT,
          ADDRESS_TOO_LONG,
          CITY_TOO_SHORT,
          STATE_NOT_SERVED,
          WORDS_TOO_LONG,
          NO_ADDRESS);

  private HeldReason() {}
}
