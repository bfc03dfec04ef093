package org.joinvoices.cli;

/** Entry of every command of {@code ./joinvoices}. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    throw new UnsupportedOperationException();
  }
}
