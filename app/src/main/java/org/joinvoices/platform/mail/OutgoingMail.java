package org.joinvoices.platform.mail;

import java.util.List;
import java.util.Optional;

/**
 * One mail ready to go. Its sender is always ours ({@code mail.from}), for which we sign; whose
 * words it carries is said by the name shown and by where answers go.
 *
 * @param to the recipient's address
 * @param subject one line; whatever could end it becomes a space
 * @param text the plain-text part
 * @param html the HTML part, a whole document; empty text for a mail of plain text only
 * @param language BCP 47, for Content-Language
 * @param onBehalf whose mail this is; empty where the house speaks, which mails by itself
 * @param attachments files, in this order
 */
public record OutgoingMail(
    String to,
    String subject,
    String text,
    String html,
    String language,
    Optional<OnBehalf> onBehalf,
    List<MailAttachment> attachments) {

  /**
   * Somebody for whom we send.
   *
   * @param shownAs beside our address, such as {@code Ruth Sample via Sample Campaign}; never only
   *     their name, because the address is not theirs
   * @param name to whom answers go
   * @param replyTo their address
   */
  public record OnBehalf(String shownAs, String name, String replyTo) {

    @Override
    public String toString() {
      return "OnBehalf[hidden]";
    }
  }

  public OutgoingMail {
    attachments = List.copyOf(attachments);
  }

  /** A mail that the house writes by itself, without files. */
  public OutgoingMail(String to, String subject, String text, String html, String language) {
    this(to, subject, text, html, language, Optional.empty(), List.of());
  }

  @Override
  public String toString() {
    return "OutgoingMail[hidden]";
  }
}
