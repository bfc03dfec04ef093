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

  private static final Duration NOTICED_WITHIN = Duration.ofSeconds(60);

  private final TorturedHouse house;
  private final MailSink mails;
  private final Browser browser;
  private final Random random;
  private Duration furthest = Duration.ZERO;
  private long troubledMillis;
  private int stuck;
  private int unnoticed;
  private long apologiesOfFullDisks;

  /**
   * @param browser that people use
   */
  Blows(TorturedHouse house, MailSink mails, Browser browser, Random random) {
    this.house = house;
    this.mails = mails;
    this.browser = browser;
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

  /** PostgreSQL may go on for a while in files that it has already; until somebody is told. */
  private void fillDisk() throws IOException {
    var disk = house.disk().orElseThrow(() -> new IllegalStateException("no disk to be filled"));
    long before = browser.apologies();
    disk.fill();
    Pause.millis(someMillis());
    if (!Pause.within(NOTICED_WITHIN, () -> browser.apologies() > before)) {
      unnoticed++;
    }
    apologiesOfFullDisks += browser.apologies() - before;
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

  /** Answers of 503 while the disk was full. */
  long apologiesOfFullDisks() {
    return apologiesOfFullDisks;
  }

  /** Full disks during which everybody was served. */
  int unnoticed() {
    return unnoticed;
  }

  /** Jumps of a clock after which no mail came for a minute. */
  int stuck() {
    return stuck;
  }
}
