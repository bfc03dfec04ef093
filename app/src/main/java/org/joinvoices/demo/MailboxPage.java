package org.joinvoices.demo;

import java.util.List;
import org.joinvoices.platform.web.Frame;

/** What {@code demo/mail.jte} shows; mails newest first. */
public record MailboxPage(Frame frame, List<CaughtMail> mails) {

  /**
   * The address of a mail as programs show it.
   *
   * @param index in {@link #mails}
   */
  public String html(int index) {
    return "/demo/mail/" + (mails.size() - index) + ".html";
  }
}
