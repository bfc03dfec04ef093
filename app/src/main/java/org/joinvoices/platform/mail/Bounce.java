package org.joinvoices.platform.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery status notification (RFC 3464) says of one of our mails.
 *
 * @param mail as posted: the row of the queue, or the id given to {@link DirectMail}
 * @param failed given up by whoever tried; else only delayed
 * @param status of RFC 3463, such as {@code 5.1.1}
 */
public record Bounce(UUID mail, boolean failed, String status) {

  private static final List<String> ADDRESSED =
      List.of("To", "Delivered-To", "X-Original-To", "Envelope-To");

  /** Of a notification that names none, or not in the form of RFC 3463. */
  private static final String NO_STATUS = "0.0.0";

  /** Empty for what is no notification, is of no mail of ours, or tells of a mail that arrived. */
  static Optional<Bounce> read(Message message, ReturnPaths paths)
      throws MessagingException, IOException {
    Optional<UUID> mail = mail(message, paths);
    return mail.isPresent()
            && message.getContent() instanceof MultipartReport report
            && report.getReport() instanceof DeliveryStatus status
            && status.getRecipientDSNCount() == 1
        ? read(mail.get(), status)
        : Optional.empty();
  }

  private static Optional<Bounce> read(UUID mail, DeliveryStatus report) {
    var recipient = report.getRecipientDSN(0);
    String status = field(recipient.getHeader("Status"));
    String known = status.matches("[45]\\.\\d{1,3}\\.\\d{1,3}") ? status : NO_STATUS;
    return switch (field(recipient.getHeader("Action")).toLowerCase(Locale.ROOT)) {
      case "failed" -> Optional.of(new Bounce(mail, true, known));
      case "delayed" -> Optional.of(new Bounce(mail, false, known));
      default -> Optional.empty();
    };
  }

  /** The first word: comments may follow, and echo addresses. */
  private static String field(String @Nullable [] values) {
    return values == null ? "" : values[0].strip().split("[\\s(;]", 2)[0];
  }

  /** A notification is addressed to the envelope sender of the mail (RFC 3464, section 2). */
  private static Optional<UUID> mail(Message message, ReturnPaths paths) throws MessagingException {
    for (String name : ADDRESSED) {
      String[] values = message.getHeader(name);
      for (String value : values == null ? new String[0] : values) {
        for (var address : InternetAddress.parseHeader(value, false)) {
          var mail = paths.read(address);
          if (mail.isPresent()) {
            return mail;
          }
        }
      }
    }
    return Optional.empty();
  }
}
