package org.joinvoices.desk;

import org.joinvoices.platform.web.Words;

/**
 * What {@code desk/mail.jte} shows.
 *
 * @param link absolute; opens once
 * @param house where it leads, for the footer
 */
public record SignInMailView(Words words, String link, String until, String house) {

  /** The plain-text part. */
  String text() {
    return String.join(
        "\n\n",
        words.get("mail.lead"),
        link,
        until,
        words.get("mail.other"),
        "-- \n" + words.get("mail.footer", house) + "\n");
  }

  @Override
  public String toString() {
    return "SignInMailView[hidden]";
  }
}
