package org.joinvoices.platform.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;

/** Puts what people typed into header fields, where it can neither end a line nor pose as more. */
final class MailHeaders {

  /** Longer names are cut: programs show no more, and some servers refuse long lines. */
  private static final int LONGEST_NAME = 80;

  private MailHeaders() {}

  /** One line: whatever breaks or steers one becomes a space. */
  static String line(String text) {
    return text.codePoints()
        .map(c -> isUnfit(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip()
        .replaceAll(" {2,}", " ");
  }

  /** Controls, line and paragraph separators, marks that turn the direction, halves of letters. */
  private static boolean isUnfit(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    };
  }

  /** Our own address under another name. */
  static InternetAddress shownAs(String from, OutgoingMail.OnBehalf whom) throws AddressException {
    return named(new InternetAddress(from).getAddress(), whom.shownAs());
  }

  static InternetAddress replyTo(OutgoingMail.OnBehalf whom) throws AddressException {
    return named(new InternetAddress(line(whom.replyTo()), true).getAddress(), whom.name());
  }

  /** A name that looks like an address is what forgers write, so none does. */
  private static InternetAddress named(String address, String name) throws AddressException {
    String fit = line(name.replace("@", " "));
    try {
      var named =
          fit.isEmpty()
              ? new InternetAddress(address, true)
              : new InternetAddress(address, cut(fit), UTF_8.name());
      named.validate();
      return named;
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("no UTF-8 in this build", e);
    }
  }

  private static String cut(String name) {
    int length = name.codePointCount(0, name.length());
    return length <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)).strip() + "…";
  }
}
