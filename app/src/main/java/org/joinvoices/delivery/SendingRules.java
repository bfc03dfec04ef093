package org.joinvoices.delivery;

import java.time.InstantSource;
import java.util.List;
import org.joinvoices.action.Actions;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.clock.CivicClock;

/** Whose turn it is of what waits: pauses, hours, precedence, and the share of each office. */
final class SendingRules {

  private final Pauses pauses;
  private final SendingLimits limits;
  private final OfficePace offices;
  private final Actions actions;
  private final CivicClock clock;
  private final InstantSource machine;
  private final InstantSource steady;

  /**
   * @param machine what hours go by
   * @param steady what the shares of offices go by
   */
  SendingRules(
      Pauses pauses,
      SendingLimits limits,
      Actions actions,
      CivicClock clock,
      InstantSource machine,
      InstantSource steady) {
    this.pauses = pauses;
    this.limits = limits;
    this.offices = new OfficePace(limits.perOfficePerMinute());
    this.actions = actions;
    this.clock = clock;
    this.machine = machine;
    this.steady = steady;
  }

  /** Those that may go by the lane now, first those that go first. */
  List<Waiting> order(Route lane, List<Waiting> waiting) {
    var paused = pauses.now();
    var precedence =
        new Precedence(action -> actions.get(action).deadline().toInstant(), clock.instant());
    boolean open = limits.areHours(machine.instant());
    return precedence.sorted(waiting).stream()
        .filter(one -> paused.obstacle(one.action(), one.office(), lane).isEmpty())
        .filter(one -> open || precedence.isPressing(one.action()))
        .toList();
  }

  /** How many more messages the office may get now. */
  int room(Seat office) {
    return offices.room(office, steady.instant());
  }

  /** Notes a message to the office. */
  void take(Seat office) {
    offices.take(office, steady.instant());
  }
}
