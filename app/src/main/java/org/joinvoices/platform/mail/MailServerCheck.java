package org.joinvoices.platform.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Talks to the SMTP server as far as a mail would: greeting, EHLO, STARTTLS and login if asked. */
public final class MailServerCheck {

  private static final String TIME_OUT_MILLIS = "5000";

  private MailServerCheck() {}

  /**
   * @param tls whether STARTTLS is insisted on
   * @return what went wrong, without anything the server said; empty when it is ready for mails
   */
  public static Optional<String> problem(
      String host, int port, boolean tls, @Nullable String user, @Nullable String password) {
    var properties = new Properties();
    properties.setProperty("mail.smtp.auth", String.valueOf(user != null));
    properties.setProperty("mail.smtp.starttls.enable", String.valueOf(tls));
    properties.setProperty("mail.smtp.starttls.required", String.valueOf(tls));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.connectiontimeout", TIME_OUT_MILLIS);
    properties.setProperty("mail.smtp.timeout", TIME_OUT_MILLIS);
    try (var transport = Session.getInstance(properties).getTransport("smtp")) {
      transport.connect(host, port, user, password);
      return Optional.empty();
    } catch (AuthenticationFailedException e) {
      return Optional.of("refuses the login");
    } catch (MessagingException e) {
      return Optional.of(
          tls ? "does not answer, or offers no STARTTLS that can be trusted" : "does not answer");
    }
  }
}
