package org.joinvoices.signing;

/**
 * The unsealed person behind one signature, for composing a message or showing the holder their own
 * data. Keep it no longer than that.
 */
public record Constituent(
    PersonName name, EmailAddress email, String phone, PostalAddress address, String ownWords) {

  @Override
  public String toString() {
    return "Constituent[hidden]";
  }
}
