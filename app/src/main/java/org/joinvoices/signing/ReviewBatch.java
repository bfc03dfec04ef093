package org.joinvoices.signing;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.audit.Actor;

/**
 * A decision about many signatures, and how far it is carried out.
 *
 * @param scope which were meant; empty once the key of the letter is destroyed
 * @param madeAt civic instant; nobody who signed later is meant
 * @param undone by whom and when, where it is or was to be undone
 */
public record ReviewBatch(
    ActionId action,
    UUID id,
    ReviewDecision decision,
    Optional<ReviewScope> scope,
    State state,
    Instant madeAt,
    Actor madeBy,
    Optional<Undone> undone,
    Tally tally) {

  /** How far it is. */
  public enum State {
    RUNNING,
    DONE,
    UNDOING,
    UNDONE;

    /** As the database spells it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State parse(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * That it was to be undone.
   *
   * @param at civic instant
   */
  public record Undone(Instant at, Actor by) {}

  /**
   * How many signatures it concerns.
   *
   * @param expected when it was decided
   * @param changed released or invalidated
   * @param doubles not released: the person is counted already
   * @param mailboxesTaken not released: the mailbox speaks for others (D8)
   * @param broughtBack by undoing it
   * @param leftAlone by undoing it: changed since, or the person is counted otherwise
   */
  public record Tally(
      long expected,
      long changed,
      long doubles,
      long mailboxesTaken,
      long broughtBack,
      long leftAlone) {

    Tally plus(Tally more) {
      return new Tally(
          expected + more.expected,
          changed + more.changed,
          doubles + more.doubles,
          mailboxesTaken + more.mailboxesTaken,
          broughtBack + more.broughtBack,
          leftAlone + more.leftAlone);
    }
  }

  /** Whether something of it is still to be done. */
  public boolean isAtWork() {
    return state == State.RUNNING || state == State.UNDOING;
  }

  public boolean canBeUndone() {
    return state == State.RUNNING || state == State.DONE;
  }
}
