package org.joinvoices.platform.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Knows how far a mail got before its line broke. Until the line with a single dot is sent a server
 * must throw away what it has (RFC 5321, section 4.1.1.4); from then on it may have taken the mail,
 * whatever we hear of it.
 */
final class SmtpWire extends SMTPTransport {

  private boolean ended;

  SmtpWire(Session session) {
    super(session, new URLName("smtp", null, -1, null, null, null));
  }

  @Override
  public synchronized void sendMessage(Message message, Address[] recipients)
      throws MessagingException {
    ended = false;
    super.sendMessage(message, recipients);
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    ended = true;
    super.finishData();
  }

  /** Whether the mail sent last was sent to its end. */
  synchronized boolean ended() {
    return ended;
  }
}
