package org.joinvoices.platform.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * Sorts failures by the server's reply: by its enhanced code (RFC 3463) where that says more than
 * its first digit (RFC 5321, section 4.2.1).
 *
 * <table>
 * <caption>What a reply means</caption>
 * <tr><td>none, or one to us and not to a mail (greeting, login, MAIL FROM)</td>
 *     <td>away: that is for the operator to mend, and no mail shall be lost by it; barred where it is
 *     5yz to our login or sender. No reply to a mail that was sent to its end is unclear, which
 *     {@link SmtpLine} knows</td></tr>
 * <tr><td>552 or 5.3.4 to MAIL FROM, which tells the size</td> <td>refused: it is about this mail</td></tr>
 * <tr><td>421; subject 7, security or policy, with 4 or 5 before it</td>
 *     <td>slow down: it is about what we may do there, not about the mailbox</td></tr>
 * <tr><td>4yz; 5.2.2, mailbox full, which section 3.3 calls persistent transient</td>
 *     <td>unavailable</td></tr>
 * <tr><td>5yz</td> <td>refused</td></tr>
 * </table>
 */
final class SmtpReplies {

  private static final Pattern ENHANCED =
      Pattern.compile("^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

  private static final int CLOSING = 421;
  private static final int TOO_LARGE = 552;
  private static final int FOR_NOW = 400;
  private static final int FOR_GOOD = 500;

  private SmtpReplies() {}

  static Posted sort(Exception failure) {
    return switch (failure) {
      case SMTPAddressFailedException e -> toMail(e.getReturnCode(), e);
      case SMTPSendFailedException e when e.getCommand().startsWith("MAIL ") -> toSender(e);
      case AuthenticationFailedException e when !isForNow(e) -> new Posted.Barred("smtp login");
      case SMTPSendFailedException e -> toMail(e.getReturnCode(), e);
      case MessagingException e when e.getNextException() != null -> sort(e.getNextException());
      default -> new Posted.Away(failure.getClass().getSimpleName());
    };
  }

  /** Its words begin with the reply, where there was one. */
  private static boolean isForNow(AuthenticationFailedException login) {
    return String.valueOf(login.getMessage()).startsWith("4");
  }

  private static Posted toSender(SMTPSendFailedException failure) {
    int reply = failure.getReturnCode();
    String enhanced = enhanced(failure);
    String code = code(reply, enhanced);
    if (reply == TOO_LARGE || enhanced.equals("5.3.4")) {
      return new Posted.Refused(code);
    }
    return reply < FOR_GOOD ? new Posted.Away(code) : new Posted.Barred(code);
  }

  private static Posted toMail(int reply, Exception words) {
    String enhanced = enhanced(words);
    String code = code(reply, enhanced);
    if (reply < FOR_NOW) {
      return new Posted.Away(code);
    }
    if (reply == CLOSING || enhanced.matches("[45]\\.7\\..*")) {
      return new Posted.SlowDown(code);
    }
    return reply < FOR_GOOD || enhanced.equals("5.2.2")
        ? new Posted.Unavailable(code)
        : new Posted.Refused(code);
  }

  private static String code(int reply, String enhanced) {
    return "smtp %d %s".formatted(reply, enhanced).strip();
  }

  /** Nothing else of a server's words is kept: they quote addresses. */
  private static String enhanced(Exception words) {
    var found = ENHANCED.matcher(String.valueOf(words.getMessage()));
    return found.find() ? found.group(1) : "";
  }
}
