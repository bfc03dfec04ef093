package org.joinvoices.delivery;

import java.time.Instant;
import java.util.Optional;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Addressee;

/**
 * What becomes of one part of the petition book for one addressee.
 *
 * @param addressee who is in office when the part is frozen
 * @param byMail whether it goes by e-mail of its own accord; else a person prints it and hands it
 *     over
 * @param due civic instant at which the part is frozen and to be handed over
 * @param postBy civic instant by which post must leave to be there when it is due; empty where it
 *     goes by mail or there is no postal address. What is posted then is a provisional book
 * @param state how far it has come
 * @param at civic instant of the hand-over, where it was handed over
 * @param reason why a mail did not do, as a code
 */
public record BookTask(
    ActionId action,
    BookPart part,
    Addressee addressee,
    boolean byMail,
    Instant due,
    Optional<Instant> postBy,
    State state,
    Optional<Instant> at,
    Optional<String> reason) {

  /** Where it stands; only two ask something of a person. */
  public enum State {
    /** The part is not frozen yet. */
    NOT_YET,
    /** Its mail leaves within minutes, or is tried again. */
    MAIL_WAITS,
    /** Our mail server took it. */
    MAILED,
    /** A mail may have left: a person asks the addressee, and records a hand-over. */
    MAIL_UNCLEAR,
    /** A person prints it, hands it over and records that. */
    TO_HAND_OVER,
    /** There is a record of the hand-over. */
    HANDED_OVER
  }

  public boolean needsPerson() {
    return state == State.TO_HAND_OVER || state == State.MAIL_UNCLEAR;
  }
}
