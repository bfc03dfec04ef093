package org.joinvoices.signing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An e-mail address as typed, trimmed. Which forms are accepted: {@code SignForm}; when two are one
 * mailbox: {@code Mailbox}.
 */
public record EmailAddress(String value) {

  /** Of somebody who gave none, on a sheet of paper. */
  static final EmailAddress NONE = new EmailAddress("");

  /** Not {@code is…}: that would be one more field of what is sealed. */
  boolean wasGiven() {
    return !value.isEmpty();
  }

  /** Behind the at sign, in lower case. */
  String domain() {
    return value.substring(value.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  /** As the form of a letter takes it, so that both mean one mailbox; empty if it would not. */
  public static Optional<EmailAddress> parse(String typed) {
    var form = new FormFields(Map.of("email", List.of(typed)));
    EmailAddress email = EmailForm.read(form);
    return form.errors().isEmpty() ? Optional.of(email) : Optional.empty();
  }

  @Override
  public String toString() {
    return "EmailAddress[hidden]";
  }
}
