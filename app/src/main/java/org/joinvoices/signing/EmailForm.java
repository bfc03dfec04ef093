package org.joinvoices.signing;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * E-mail addresses, stricter than CWC's pattern, which lets {@code user@gmail} through and whose
 * gateway then refuses it: a plain local part (RFC 5321, 4.1.2, Dot-string) and a dotted domain.
 */
final class EmailForm {

  /** RFC 5321, 4.5.3.1: a path is at most 256 octets with its brackets. */
  private static final int LONGEST = 254;

  private static final int LONGEST_LOCAL = 64;

  /** Letters newer than Unicode 3.2 are told to us too, or look-alikes among them would pass. */
  private static final int IDN_RULES = IDN.USE_STD3_ASCII_RULES | IDN.ALLOW_UNASSIGNED;

  private static final Pattern LOCAL =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern TOP = Pattern.compile("[a-z]{2,63}|xn--[a-z0-9-]{1,59}");

  private EmailForm() {}

  static EmailAddress read(FormFields form) {
    String typed = form.line("email", LONGEST);
    form.require("email", typed, FormFault.EMAIL_MISSING);
    return read(form, typed);
  }

  /** As on paper, where it may be left empty. */
  static EmailAddress readIfGiven(FormFields form) {
    String typed = form.line("email", LONGEST);
    return typed.isEmpty() ? EmailAddress.NONE : read(form, typed);
  }

  private static EmailAddress read(FormFields form, String typed) {
    int at = typed.lastIndexOf('@');
    String local = typed.substring(0, Math.max(at, 0));
    Optional<String> domain = asciiDomain(typed.substring(at + 1));
    faultOf(local, domain, typed.substring(at + 1)).ifPresent(fault -> form.fault("email", fault));
    return new EmailAddress(local + "@" + domain.orElse(""));
  }

  private static Optional<FormFault> faultOf(
      String local, Optional<String> ascii, String typedDomain) {
    if (!LOCAL.matcher(local).matches() || local.length() > LONGEST_LOCAL || ascii.isEmpty()) {
      return Optional.of(FormFault.EMAIL_FORM);
    }
    if (ascii.get().indexOf('.') < 0) {
      return Optional.of(FormFault.EMAIL_WITHOUT_DOT);
    }
    if (local.length() + 1 + ascii.get().length() > LONGEST || !wellFormed(ascii.get())) {
      return Optional.of(FormFault.EMAIL_FORM);
    }
    return DomainScripts.mayDeceive(IDN.toUnicode(ascii.get(), IDN_RULES))
            || DomainScripts.mayDeceive(typedDomain)
        ? Optional.of(FormFault.EMAIL_MIXED_SCRIPTS)
        : Optional.empty();
  }

  private static Optional<String> asciiDomain(String typed) {
    try {
      String ascii = IDN.toASCII(typed, IDN_RULES).toLowerCase(Locale.ROOT);
      return ascii.isEmpty() ? Optional.empty() : Optional.of(ascii);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean wellFormed(String domain) {
    String[] labels = domain.split("\\.", -1);
    for (String label : labels) {
      if (!LABEL.matcher(label).matches()) {
        return false;
      }
    }
    return TOP.matcher(labels[labels.length - 1]).matches();
  }
}
