package org.joinvoices.signing;

import java.util.regex.Pattern;
import org.joinvoices.platform.web.Digits;

/** An optional US phone number, {@code NNN-NNN-NNNN} as CWC's element Phone asks. */
final class PhoneForm {

  private static final Pattern FILLING = Pattern.compile("[\\s()./+\\p{Pd}]");

  /** North American numbering: neither area code nor exchange begins with 0 or 1. */
  private static final Pattern DIGITS = Pattern.compile("1?([2-9]\\d{2})([2-9]\\d{2})(\\d{4})");

  private PhoneForm() {}

  static String read(FormFields form) {
    String typed = Digits.latin(form.line("phone", 40));
    if (typed.isEmpty()) {
      return "";
    }
    var digits = DIGITS.matcher(FILLING.matcher(typed).replaceAll(""));
    if (!digits.matches()) {
      form.fault("phone", FormFault.PHONE_FORM);
      return "";
    }
    return digits.group(1) + "-" + digits.group(2) + "-" + digits.group(3);
  }
}
