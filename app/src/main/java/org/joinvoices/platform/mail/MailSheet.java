package org.joinvoices.platform.mail;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.joinvoices.platform.web.Formats;
import org.joinvoices.platform.web.Pages;

/**
 * A mail of the house, written once and sent as two that say the same: plain text, and HTML for
 * programs that show it. Both are made of the same parts, so that neither can say more.
 *
 * <p>The HTML asks for nothing from anywhere: no picture, no font, nothing that tells who has read
 * it. What offices get from constituents is plain text and no sheet ({@code OfficeMail}).
 *
 * @param language BCP 47
 * @param subject one line
 * @param glance what many programs show beside the subject; a text that the mail says anyway
 * @param parts in their order
 * @param footer lines under the signature mark: who sends this, and where they are
 */
public record MailSheet(
    String language, String subject, String glance, List<MailPart> parts, List<String> footer) {

  private static final Pages PAGES = new Pages();

  /** Up to white space; what ends a sentence behind an address does not belong to it. */
  private static final Pattern LINK = Pattern.compile("https?://\\S*[^\\s.,;:!?)>\\]]");

  /** A piece of a line. */
  public record Run(String text, boolean isLink) {}

  public MailSheet {
    parts = List.copyOf(parts);
    footer = List.copyOf(footer);
  }

  /** The plain-text part; its first link is that of the first button. */
  public String text() {
    return parts.stream().map(MailPart::text).collect(joining("\n\n"))
        + "\n\n-- \n"
        + String.join("\n", footer)
        + "\n";
  }

  /** The HTML part, a whole document. */
  public String html() {
    return PAGES.render("platform/mail/sheet.jte", this);
  }

  /** For {@code dir}. */
  public String direction() {
    return Formats.direction(language);
  }

  /** A text in pieces, so that the addresses in it can be followed. */
  public static List<Run> runs(String text) {
    var runs = new ArrayList<Run>();
    int from = 0;
    var found = LINK.matcher(text);
    while (found.find()) {
      runs.add(new Run(text.substring(from, found.start()), false));
      runs.add(new Run(found.group(), true));
      from = found.end();
    }
    runs.add(new Run(text.substring(from), false));
    return runs.stream().filter(run -> !run.text().isEmpty()).toList();
  }

  /** As the house itself sends it. */
  public OutgoingMail to(String address) {
    return new OutgoingMail(address, subject, text(), html(), language);
  }

  @Override
  public String toString() {
    return "MailSheet[hidden]";
  }
}
