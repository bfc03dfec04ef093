package org.joinvoices.demo;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One mail as its reader sees it.
 *
 * @param links addresses in the text part, in their order
 */
public record CaughtMail(String to, String subject, String text, String html, List<String> links) {

  /**
   * Up to white space; a full stop or bracket behind an address ends the sentence, not the link.
   */
  private static final Pattern LINK = Pattern.compile("https?://\\S*[^\\s.,;:!?)>\\]]");

  @Override
  public String toString() {
    return "CaughtMail[hidden]";
  }

  /**
   * @param eml as it came by SMTP
   */
  static CaughtMail parse(byte[] eml) throws MessagingException, IOException {
    var message =
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(eml));
    var text = new ArrayList<String>();
    var html = new ArrayList<String>();
    collect(message, text, html);
    var to = message.getHeader("To", ", ");
    var plain = String.join("\n", text).replace("\r\n", "\n");
    return new CaughtMail(
        to == null ? "" : MimeUtility.decodeText(to),
        message.getSubject() == null ? "" : message.getSubject(),
        plain,
        String.join("\n", html),
        LINK.matcher(plain).results().map(MatchResult::group).toList());
  }

  private static void collect(Part part, List<String> text, List<String> html)
      throws MessagingException, IOException {
    if (part.getContent() instanceof Multipart several) {
      for (int i = 0; i < several.getCount(); i++) {
        BodyPart inner = several.getBodyPart(i);
        collect(inner, text, html);
      }
    } else if (part.isMimeType("text/html")) {
      html.add(part.getContent().toString());
    } else if (part.isMimeType("text/plain")) {
      text.add(part.getContent().toString());
    }
  }
}
