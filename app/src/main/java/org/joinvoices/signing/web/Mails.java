package org.joinvoices.signing.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.joinvoices.action.Action;
import org.joinvoices.platform.mail.OutgoingMail;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.EmailAddress;

/** Turns a view of a mail into a mail. */
final class Mails {

  private final Pages pages;
  private final URI baseUrl;

  /**
   * @param baseUrl without trailing slash; links in mails begin with it
   */
  Mails(Pages pages, URI baseUrl) {
    this.pages = pages;
    this.baseUrl = baseUrl;
  }

  OutgoingMail mail(EmailAddress to, MailView view) {
    return new OutgoingMail(
        to.value(),
        view.subject(),
        view.text(),
        pages.render("signing/web/mail.jte", view),
        view.words().language());
  }

  String absolute(String path) {
    return baseUrl + path;
  }

  /**
   * The publishing organization with its postal address, as commercial-mail law asks for, and where
   * to read what is done with personal data.
   */
  List<String> footer(Action action, Words words) {
    var lines = new ArrayList<String>();
    lines.add(words.get("mail.footer", action.organization().name()));
    lines.addAll(action.organization().postalAddress());
    lines.add(words.get("mail.privacy", absolute(ActionPaths.privacy(action, words.language()))));
    return lines;
  }
}
