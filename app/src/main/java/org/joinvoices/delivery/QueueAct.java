package org.joinvoices.delivery;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joinvoices.delivery.cwc.Misfit;
import org.joinvoices.platform.audit.AuditAct;

/**
 * What an organizer may do with messages that wait or went wrong. What an office has, or may have,
 * is nobody's to send again: only of what is unclear may a person say, after asking the office,
 * whether it arrived.
 */
public enum QueueAct {

  /** Queues once more what was refused or given up. */
  RETRY(AuditAct.MESSAGES_RETRIED, Set.of(DeliveryState.REFUSED), Reasons.FOR_A_PERSON),

  /** Keeps what is queued until it is released. */
  HOLD(AuditAct.MESSAGES_HELD, Set.of(DeliveryState.QUEUED), Set.of()),

  /** Queues what was held back, or what waits longer than it needs to. */
  RELEASE(AuditAct.MESSAGES_RELEASED, Set.of(), Reasons.RELEASABLE),

  /** Puts what never left on another channel. */
  MOVE(
      AuditAct.MESSAGES_MOVED,
      Set.of(DeliveryState.QUEUED, DeliveryState.REFUSED),
      union(Reasons.FOR_A_PERSON, Reasons.RELEASABLE)),

  /** The office says that it has what was unclear. */
  SETTLE_ARRIVED(AuditAct.MESSAGES_SETTLED, Set.of(DeliveryState.NEEDS_REVIEW), Set.of()),

  /** The office says that it has not what was unclear: it is queued once more. */
  SETTLE_AGAIN(AuditAct.MESSAGES_SETTLED, Set.of(DeliveryState.NEEDS_REVIEW), Set.of());

  /** Reasons that a person may end; what waits for a seat, a map or a packet waits for that. */
  private static final class Reasons {

    /** What nothing but a person ends; nothing of it is at the office. */
    static final Set<String> FOR_A_PERSON =
        union(
            Set.of(HeldReason.RETRIES_EXHAUSTED, HeldReason.MESSAGE_CHANGED, HeldReason.NO_ADDRESS),
            Arrays.stream(Misfit.values()).map(Misfit::word).collect(toUnmodifiableSet()));

    /** What ends sooner or later without anybody. */
    static final Set<String> RELEASABLE = Set.of(HeldReason.BY_ORGANIZER, HeldReason.OFFICE_OFF);

    private Reasons() {}
  }

  private final AuditAct audit;
  private final Set<DeliveryState> states;
  private final Set<String> reasons;

  QueueAct(AuditAct audit, Set<DeliveryState> states, Set<String> reasons) {
    this.audit = audit;
    this.states = states;
    this.reasons = reasons;
  }

  /** The act of a {@link #word}. */
  public static Optional<QueueAct> find(String word) {
    return Arrays.stream(values()).filter(act -> act.word().equals(word)).findFirst();
  }

  /** The word of forms. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether messages that stand so may be meant; which of them are, {@link QueueActs} looks up.
   *
   * @param reason why it is held, where it is
   */
  public boolean suits(DeliveryState state, Optional<String> reason) {
    return state == DeliveryState.HELD
        ? reason.filter(reasons::contains).isPresent()
        : states.contains(state);
  }

  AuditAct audit() {
    return audit;
  }

  /** The same of rows, as a condition on {@code delivery d}. */
  String condition() {
    return "(d.state IN (%s) OR d.state = 'held' AND d.held_reason IN (%s))"
        .formatted(
            quoted(states.stream().map(DeliveryState::word)), quoted(reasons.stream().sorted()));
  }

  /** Words of ours, never of others. */
  private static String quoted(Stream<String> words) {
    String list = String.join("', '", words.toList());
    return "'" + list + "'";
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    return Stream.concat(one.stream(), other.stream()).collect(toUnmodifiableSet());
  }
}
