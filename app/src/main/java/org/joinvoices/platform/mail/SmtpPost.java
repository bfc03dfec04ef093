package org.joinvoices.platform.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.InstantSource;
import java.util.Date;
import java.util.UUID;
import org.joinvoices.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands mails to an SMTP server. */
final class SmtpPost {

  private static final String TIME_OUT_MILLIS = "10000";

  private final JavaMailSenderImpl smtp = new JavaMailSenderImpl();
  private final Settings.Mail settings;
  private final InstantSource machine;
  private final @Nullable Dkim dkim;

  SmtpPost(Settings.Mail settings, InstantSource machine) {
    this.settings = settings;
    this.machine = machine;
    this.dkim =
        settings.dkim() == null
            ? null
            : new Dkim(domain(), settings.dkim().selector(), settings.dkim().keyFile());
    smtp.setHost(settings.host());
    smtp.setPort(settings.port());
    smtp.setUsername(settings.user());
    smtp.setPassword(settings.password());
    smtp.setDefaultEncoding(UTF_8.name());
    var properties = smtp.getJavaMailProperties();
    properties.setProperty("mail.smtp.auth", String.valueOf(settings.user() != null));
    properties.setProperty("mail.smtp.starttls.required", String.valueOf(settings.tls()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.connectiontimeout", TIME_OUT_MILLIS);
    properties.setProperty("mail.smtp.timeout", TIME_OUT_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", TIME_OUT_MILLIS);
  }

  /**
   * @param id of the row; makes the Message-ID, so that a mail repeated after a crash can be told
   */
  Posted post(UUID id, OutgoingMail mail) {
    try {
      smtp.send(message(id, mail));
      return new Posted.Accepted();
    } catch (AddressException e) {
      return new Posted.Refused(e.getClass().getSimpleName());
    } catch (MailException | MessagingException e) {
      return SmtpReplies.sort(e);
    }
  }

  private MimeMessage message(UUID id, OutgoingMail mail) throws MessagingException {
    var message = smtp.createMimeMessage();
    var helper = new MimeMessageHelper(message, true, UTF_8.name());
    helper.setFrom(settings.from());
    helper.setTo(mail.to());
    helper.setSubject(mail.subject());
    helper.setText(mail.text(), mail.html());
    helper.setSentDate(Date.from(machine.instant()));
    message.setHeader("Message-ID", "<" + id + "@" + domain() + ">");
    message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834, section 5
    message.setHeader("Content-Language", mail.language());
    return dkim == null ? message : dkim.sign(smtp.getSession(), message);
  }

  private String domain() {
    return settings.from().replaceAll("^.*@|>$", "");
  }
}
