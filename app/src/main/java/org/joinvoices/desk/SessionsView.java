package org.joinvoices.desk;

import java.util.List;

/** What {@code desk/sessions.jte} shows: one's own browsers, those of others, one's passkeys. */
public record SessionsView(
    DeskFrame desk, List<Line> own, List<Line> others, List<Passkey> passkeys) {

  /**
   * One browser that is signed in, in words.
   *
   * @param endPath where to post to end it; empty text if whoever looks may not
   * @param here whether it is the one that shows this page
   */
  public record Line(
      String person, String device, String since, String seen, String endPath, boolean here) {}

  /** One passkey, in words. */
  public record Passkey(String label, String since, String used) {}

  public SessionsView {
    own = List.copyOf(own);
    others = List.copyOf(others);
    passkeys = List.copyOf(passkeys);
  }
}
