package org.joinvoices.torture;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;

/** Lets one trouble after another befall a house. */
final class Blows {

  private static final int SHORTEST_MILLIS = 2_000;
  private static final int LONGEST_MILLIS = 15_000;

  /** Short of what the life of a link is about. */
  private static final int MOST_HOURS = 6;

  /** New mails come every second; the mail server is down for three at most. */
  private static final Duration GOES_ON_WITHIN = Duration.ofSeconds(60);

  private final TorturedHouse house;
  private final MailSink mails;
  private final Random random;
  private Duration furthest = Duration.ZERO;
  private long troubledMillis;
  private int stuck;

  Blows(TorturedHouse house, MailSink mails, Random random) {
    this.house = house;
    this.mails = mails;
    this.random = random;
  }

  /** Returns when it is over; what it did to the house may not be. */
  void deal(Trouble what) throws IOException {
    Node node = house.nodes().get(random.nextInt(house.nodes().size()));
    switch (what) {
      case POSTGRES, SERVER, BOTH -> house.kill(what, node);
      case FULL_DISK -> fillDisk();
      case STANDSTILL -> house.postgres().standStill(someMillis());
      case CLOCK_JUMP -> jump(node);
    }
  }

  private void fillDisk() throws IOException {
    var disk = house.disk().orElseThrow(() -> new IllegalStateException("no disk to be filled"));
    disk.fill();
    Pause.millis(someMillis());
    disk.makeRoom();
    house.awaitPostgres();
  }

  private long someMillis() {
    long millis = random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS);
    troubledMillis += millis;
    return millis;
  }

  /** To any time within hours, and looks whether work goes on there. */
  private void jump(Node node) throws IOException {
    int most = (int) Duration.ofHours(MOST_HOURS).toSeconds();
    set(node, Duration.ofSeconds(random.nextInt(-most, most)));
    int before = mails.list().size();
    if (!Pause.within(GOES_ON_WITHIN, () -> mails.list().size() > before)) {
      stuck++;
    }
  }

  private void set(Node node, Duration ahead) throws IOException {
    node.setClock(ahead);
    furthest = ahead.compareTo(furthest) > 0 ? ahead : furthest;
  }

  /**
   * What was to be done an hour later by a clock that was ahead is due only when the clock is there
   * again, for which nobody waits here.
   */
  void end() throws IOException {
    for (Node node : house.nodes()) {
      if (!furthest.isZero()) {
        set(node, furthest);
      }
    }
  }

  /** How long the disk was full or the database stood still. */
  long troubledSeconds() {
    return troubledMillis / 1_000;
  }

  /** Jumps of a clock after which no mail came for a minute. */
  int stuck() {
    return stuck;
  }
}
