package org.joinvoices.platform.mail;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** A part of a mail, as plain text has it and as {@code platform/mail/part.jte} shows it. */
public sealed interface MailPart {

  /** The part in the plain text, without the blank line behind it. */
  String text();

  /** A paragraph; addresses in it can be followed. */
  record Says(String text) implements MailPart {}

  /** What the mail is about, such as the title of a letter. */
  record About(String title) implements MailPart {

    @Override
    public String text() {
      return "  " + title;
    }
  }

  /**
   * The page to open. The HTML shows the address as well: a button can be blocked or distrusted.
   *
   * @param label what happens there
   * @param link absolute
   */
  record Opens(String label, String link) implements MailPart {

    @Override
    public String text() {
      return link;
    }
  }

  /** A sentence with a short code to type. */
  record Code(String text) implements MailPart {}

  /** A list under a sentence. */
  record Items(String lead, List<String> items) implements MailPart {

    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String text() {
      return items.stream().map(item -> "\n- " + item).collect(joining("", lead, ""));
    }
  }

  /** What to type where, under a sentence. */
  record Commands(String lead, List<Command> commands) implements MailPart {

    public Commands {
      commands = List.copyOf(commands);
    }

    @Override
    public String text() {
      return commands.stream()
          .map(one -> "\n- " + one.what() + "\n  " + one.line())
          .collect(joining("", lead, ""));
    }
  }

  /**
   * @param what it does
   * @param line to be typed
   */
  record Command(String what, String line) {}
}
