package org.joinvoices.platform.clock;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Machine time as it was when this was made, moved on by the machine's own counter: it goes on
 * evenly, whatever somebody does to the machine's clock meanwhile. For what a process keeps in
 * memory and what only asks how long something lasts: with a clock that is put back by an hour, "in
 * a second" would be in an hour. What is compared with times in the database is machine time.
 */
public final class SteadyClock implements InstantSource {

  private final Instant begin;
  private final long beginNanos = System.nanoTime();

  public SteadyClock() {
    this(InstantSource.system());
  }

  SteadyClock(InstantSource machine) {
    this.begin = machine.instant();
  }

  @Override
  public Instant instant() {
    return begin.plusNanos(System.nanoTime() - beginNanos);
  }
}
