package org.joinvoices.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/**
 * One connection to the SMTP server, for mail after mail: made for the first, and anew where the
 * server ended it. For one thread at a time.
 */
final class SmtpLine implements AutoCloseable {

  private final SmtpPost post;
  private final SmtpWire server;
  private boolean used;

  SmtpLine(SmtpPost post, SmtpWire server) {
    this.post = post;
    this.server = server;
  }

  Posted post(UUID id, OutgoingMail mail) {
    try {
      return post(post.message(id, mail));
    } catch (AddressException e) {
      return new Posted.Refused(e.getClass().getSimpleName());
    } catch (MessagingException e) {
      return new Posted.Unavailable(e.getClass().getSimpleName());
    }
  }

  /**
   * Once more where a line that has served is found dead before it took this mail: servers end one
   * after so many mails.
   */
  private Posted post(SMTPMessage message) {
    boolean again = used;
    Posted result = tryOnce(message);
    return result instanceof Posted.Away && again ? tryOnce(message) : result;
  }

  private Posted tryOnce(SMTPMessage message) {
    try {
      if (!used) {
        server.connect();
        used = true;
      }
      server.sendMessage(message, message.getAllRecipients());
      return new Posted.Accepted();
    } catch (MessagingException e) {
      var result = sort(e);
      if (!(result instanceof Posted.Refused)) {
        close();
      }
      return result;
    }
  }

  private Posted sort(MessagingException failure) {
    var result = SmtpReplies.sort(failure);
    return result instanceof Posted.Away(var code) && used && server.ended()
        ? new Posted.Unclear(code)
        : result;
  }

  @Override
  public void close() {
    used = false;
    try {
      server.close();
    } catch (MessagingException e) {
      // the other side is gone already, and nothing was under way
    }
  }
}
