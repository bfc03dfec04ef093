package org.joinvoices.cli;

import org.joinvoices.delivery.LaneStops;

/** What is stopped, why, and what lets it go on; in the same words wherever a command says it. */
final class Stopped {

  /** What comes before letting restored messages or mails go. */
  static final String LOOK = "Look at what was sent since the backup (docs/operate/backup.md)";

  private Stopped() {}

  static String lane(String lane, String code) {
    return code.equals(LaneStops.RESTORED)
        ? "%s: nothing is sent since the restore. %s, then %s".formatted(lane, LOOK, resume(lane))
        : "%s: its gateway stopped us (%s). Mend what the code says (docs/reference.md), then %s"
            .formatted(lane, code, resume(lane));
  }

  static String mails(long number) {
    return "mails: %d from before the restore. %s, then %s"
        .formatted(number, LOOK, resume("mails"));
  }

  private static String resume(String name) {
    return "./joinvoices resume " + name;
  }
}
