package org.joinvoices.signing;

import java.util.UUID;

/** Identifies one signature within its action. */
public record SignatureId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
