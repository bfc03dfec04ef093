package org.joinvoices.desk;

import java.util.List;
import java.util.Optional;

/**
 * What {@code desk/audit.jte} shows, newest first.
 *
 * @param older path of the next page
 */
public record AuditView(DeskFrame desk, List<Line> lines, Optional<String> older) {

  /**
   * One entry, in words.
   *
   * @param what it was done to
   */
  public record Line(String when, String who, String act, String what) {}

  public AuditView {
    lines = List.copyOf(lines);
  }
}
