package org.joinvoices.platform.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailSendException;

/**
 * Sorts failures by the server's reply code (RFC 5321, section 4.2.1: 5yz is for good, 4yz passes).
 * Without one the line broke: nothing says that it never will work. Nor does a server that refuses
 * us as the sender: that is for the operator to mend, and no mail shall be lost by it.
 */
final class SmtpReplies {

  private static final int FOR_GOOD = 500;

  /** Mailbox unavailable for now. */
  private static final int AS_IF_IT_PASSES = 450;

  private SmtpReplies() {}

  static Posted sort(Exception failure) {
    var waiting = new ArrayDeque<Throwable>();
    waiting.add(failure);
    while (!waiting.isEmpty()) {
      var next = waiting.remove();
      var code = code(next);
      if (code.isPresent()) {
        return sort(code.getAsInt());
      }
      addBehind(next, waiting);
    }
    return new Posted.Unavailable(failure.getClass().getSimpleName());
  }

  private static Posted sort(int code) {
    return code >= FOR_GOOD
        ? new Posted.Refused("smtp " + code)
        : new Posted.Unavailable("smtp " + code);
  }

  private static OptionalInt code(Throwable failure) {
    return switch (failure) {
      case SMTPAddressFailedException e -> OptionalInt.of(e.getReturnCode());
      case SMTPSenderFailedException e -> OptionalInt.of(AS_IF_IT_PASSES);
      case SMTPSendFailedException e when e.getNextException() == null ->
          OptionalInt.of(e.getReturnCode());
      default -> OptionalInt.empty();
    };
  }

  private static void addBehind(Throwable failure, ArrayDeque<Throwable> waiting) {
    if (failure instanceof MailSendException several) {
      waiting.addAll(several.getFailedMessages().values());
    }
    if (failure instanceof MessagingException chained && chained.getNextException() != null) {
      waiting.add(chained.getNextException());
    } else if (failure.getCause() != null) {
      waiting.add(failure.getCause());
    }
  }
}
