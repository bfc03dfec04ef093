package org.joinvoices.signing;

/**
 * An e-mail address as typed, trimmed. Which forms are accepted: {@code SignForm}; when two are one
 * mailbox: {@code Mailbox}.
 */
public record EmailAddress(String value) {

  @Override
  public String toString() {
    return "EmailAddress[hidden]";
  }
}
