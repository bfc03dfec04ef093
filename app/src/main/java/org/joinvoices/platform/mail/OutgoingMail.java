package org.joinvoices.platform.mail;

/**
 * One mail ready to go.
 *
 * @param to the recipient's address
 * @param subject one line
 * @param text the plain-text part
 * @param html the HTML part, a whole document
 * @param language BCP 47, for Content-Language
 */
public record OutgoingMail(String to, String subject, String text, String html, String language) {

  @Override
  public String toString() {
    return "OutgoingMail[hidden]";
  }
}
