package org.joinvoices.action;

import java.util.UUID;

/**
 * Identifies one action (a letter with its addressees and dates) for good; the slug may be read,
 * this never changes.
 */
public record ActionId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
