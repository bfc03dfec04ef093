package org.joinvoices.ledger;

/** Placeholder. */
public final class LogHash {
  private LogHash() {}
}
