package org.joinvoices.action;

/**
 * How long a text may be, in Unicode characters.
 *
 * @param min at least
 * @param max at most
 */
record Length(int min, int max) implements LineRule {

  /** One line whose bounds nobody outside sets. */
  static final Length LINE = new Length(1, 500);

  /** A page title; the upper bound is ours. */
  static final Length TITLE = new Length(6, 200);

  /** Subject, Organization, OrganizationAbout in CWC 2.0 (House profile). */
  static final Length CWC_LINE = new Length(6, 500);

  /** OrganizationStatement in CWC 2.0; used for the parts of the letter as well. */
  static final Length STATEMENT = new Length(6, 10_000);

  /** One demand; the bound is ours: a demand is shown, linked and answered as a whole. */
  static final Length DEMAND = new Length(6, 2_000);

  @Override
  public void check(FileFaults faults, int line, String what, String text) {
    int length = text.codePointCount(0, text.length());
    if (length < min) {
      faults.at(line, what + " has " + length + " characters", "Write at least " + min + ".");
    } else if (length > max) {
      faults.at(line, what + " has " + length + " characters", "Shorten it to " + max + ".");
    }
  }
}
