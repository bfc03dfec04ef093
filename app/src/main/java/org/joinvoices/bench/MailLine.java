package org.joinvoices.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.Properties;
import org.springframework.mail.javamail.MimeMessageHelper;

/** A reference: one SMTP connection, mail after mail, with nothing of ours between. */
final class MailLine implements Load.Worker {

  private static final String TEXT =
      "A sample line of a mail of about the usual length.\n".repeat(20);
  private static final String HTML = "<p>" + TEXT.repeat(4) + "</p>";

  private final Session session = Session.getInstance(new Properties());
  private final Transport server;

  MailLine(int port) throws MessagingException {
    server = session.getTransport("smtp");
    server.connect("127.0.0.1", port, null, null);
  }

  @Override
  public Optional<Boolean> once() throws MessagingException {
    var message = new MimeMessage(session);
    var helper = new MimeMessageHelper(message, true, UTF_8.name());
    helper.setFrom("letters@bench.example");
    helper.setTo("bench@mail.example");
    helper.setSubject("A sample");
    helper.setText(TEXT, HTML);
    message.saveChanges();
    server.sendMessage(message, message.getAllRecipients());
    return Optional.of(true);
  }

  @Override
  public void close() throws MessagingException {
    server.close();
  }
}
