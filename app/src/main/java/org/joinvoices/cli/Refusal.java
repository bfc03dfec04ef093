package org.joinvoices.cli;

/** Ends a command that cannot be done with one line for whoever typed it; no personal data. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  Refusal(String line) {
    super(line);
  }
}
