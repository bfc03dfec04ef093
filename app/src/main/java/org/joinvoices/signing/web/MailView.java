package org.joinvoices.signing.web;

import java.util.List;
import java.util.Optional;
import org.joinvoices.platform.web.Words;

/**
 * One mail of a few sentences around one link. Holds nothing the submitter typed: anybody can type
 * anybody's address, and our mails must not carry a stranger's words there.
 *
 * @param greeting before the lead; empty text for none
 * @param title of the letter
 * @param link absolute
 * @param button words on the link
 * @param code the short code with its sentence, where there is one
 * @param after sentences below the link
 * @param footer who publishes the letter, and where they are
 */
public record MailView(
    Words words,
    String subject,
    String greeting,
    String lead,
    String title,
    String ask,
    String link,
    String button,
    Optional<String> code,
    List<String> after,
    List<String> footer) {

  public MailView {
    after = List.copyOf(after);
    footer = List.copyOf(footer);
  }

  /** The plain-text part; its first link is {@link #link}. */
  String text() {
    var text = new StringBuilder();
    List.of(greeting, lead, "  " + title, ask, link).forEach(part -> add(text, part));
    code.ifPresent(part -> add(text, part));
    after.forEach(part -> add(text, part));
    return text.append("-- \n").append(String.join("\n", footer)).append('\n').toString();
  }

  private static void add(StringBuilder text, String paragraph) {
    if (!paragraph.isEmpty()) {
      text.append(paragraph).append("\n\n");
    }
  }
}
