package org.joinvoices.platform.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.FileTypeMap;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.joinvoices.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.ConfigurableMimeFileTypeMap;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Writes mails as they travel, and opens lines to the SMTP server. */
final class SmtpPost {

  static { // else Jakarta Mail looks through the class path for it, for every part of every mail
    System.setProperty("jakarta.mail.util.StreamProvider", MailStreamProvider.class.getName());
  }

  private static final String TIME_OUT_MILLIS = "10000";

  private final Settings.Mail settings;
  private final InstantSource machine;
  private final Session session;
  private final @Nullable Dkim dkim;
  private final @Nullable ReturnPaths returnPaths;

  /**
   * @param returnPaths null where bounces go to the sender
   */
  SmtpPost(Settings.Mail settings, @Nullable ReturnPaths returnPaths, InstantSource machine) {
    this.settings = settings;
    this.returnPaths = returnPaths;
    this.machine = machine;
    this.session = Session.getInstance(properties(settings), login(settings));
    this.dkim =
        settings.dkim() == null
            ? null
            : new Dkim(domain(), settings.dkim().selector(), settings.dkim().keyFile());
  }

  private static Properties properties(Settings.Mail settings) {
    var properties = new Properties();
    properties.setProperty("mail.smtp.host", settings.host());
    properties.setProperty("mail.smtp.port", String.valueOf(settings.port()));
    properties.setProperty("mail.smtp.auth", String.valueOf(settings.user() != null));
    properties.setProperty("mail.smtp.starttls.required", String.valueOf(settings.tls()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.connectiontimeout", TIME_OUT_MILLIS);
    properties.setProperty("mail.smtp.timeout", TIME_OUT_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", TIME_OUT_MILLIS);
    return properties;
  }

  private static Authenticator login(Settings.Mail settings) {
    return new Authenticator() {
      @Override
      protected @Nullable PasswordAuthentication getPasswordAuthentication() {
        return settings.user() == null
            ? null
            : new PasswordAuthentication(settings.user(), settings.password());
      }
    };
  }

  /** A line that is not connected yet. */
  SmtpLine line() {
    return new SmtpLine(this, new SmtpWire(session));
  }

  /**
   * @param id of the row; makes the Message-ID, so that a mail repeated after a crash can be told
   */
  SMTPMessage message(UUID id, OutgoingMail mail) throws MessagingException {
    var message = new SMTPMessage(session);
    boolean plain = mail.html().isEmpty();
    var helper = new Helper(message, !plain || !mail.attachments().isEmpty());
    helper.setTo(mail.to());
    helper.setSubject(MailHeaders.line(mail.subject()));
    if (plain) {
      helper.setText(mail.text());
    } else {
      helper.setText(mail.text(), mail.html());
    }
    for (var file : mail.attachments()) {
      helper.addAttachment(MailHeaders.line(file.fileName()), file.content(), file.mediaType());
    }
    helper.setSentDate(Date.from(machine.instant()));
    if (mail.onBehalf().isPresent()) {
      helper.setFrom(MailHeaders.shownAs(settings.from(), mail.onBehalf().get()));
      helper.setReplyTo(MailHeaders.replyTo(mail.onBehalf().get()));
    } else {
      helper.setFrom(settings.from());
      message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834, section 5
    }
    message.setHeader("Content-Language", mail.language());
    message.saveChanges();
    message.setHeader("Message-ID", "<" + id + "@" + domain() + ">"); // saving makes another
    return withReturnPath(id, dkim == null ? message : dkim.sign(session, message));
  }

  /** Asks for bounces without the body, where the server can (RFC 3461). */
  private SMTPMessage withReturnPath(UUID id, SMTPMessage message) {
    if (returnPaths != null) {
      message.setEnvelopeFrom(returnPaths.of(id));
      message.setNotifyOptions(SMTPMessage.NOTIFY_FAILURE | SMTPMessage.NOTIFY_DELAY);
      message.setReturnOption(SMTPMessage.RETURN_HDRS);
    }
    return message;
  }

  /** Keeps the table of file types, which is read from a file for every mail else. */
  private static final class Helper extends MimeMessageHelper {

    private static final ConfigurableMimeFileTypeMap FILE_TYPES = fileTypes();

    private Helper(MimeMessage message, boolean multipart) throws MessagingException {
      super(message, multipart, UTF_8.name());
    }

    private static ConfigurableMimeFileTypeMap fileTypes() {
      var types = new ConfigurableMimeFileTypeMap();
      types.afterPropertiesSet();
      return types;
    }

    @Override
    protected FileTypeMap getDefaultFileTypeMap(MimeMessage message) {
      return FILE_TYPES;
    }
  }

  private String domain() {
    return settings.from().replaceAll("^.*@|>$", "");
  }
}
