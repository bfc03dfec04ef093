package org.joinvoices.action;

/** What one line of text must fulfil. */
@FunctionalInterface
interface LineRule {

  /** Adds a fault for each way in which {@code text} does not; {@code what} begins the sentence. */
  void check(FileFaults faults, int line, String what, String text);
}
