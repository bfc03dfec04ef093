package org.joinvoices.desk;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.desk.OneTimeLinks.Good;
import org.joinvoices.desk.OneTimeLinks.Purpose;
import org.joinvoices.platform.mail.MailKind;
import org.joinvoices.platform.mail.OutgoingMail;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.Words;

/** The link that signs in whoever reads this mailbox; nothing for a mailbox of nobody here. */
final class SignInMail implements MailKind {

  static final String NAME = "desk.sign_in";

  private final Accounts accounts;
  private final OneTimeLinks links;
  private final Pages pages;
  private final URI baseUrl;

  SignInMail(Accounts accounts, OneTimeLinks links, Pages pages, URI baseUrl) {
    this.accounts = accounts;
    this.links = links;
    this.pages = pages;
    this.baseUrl = baseUrl;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Else nobody could come to the desk to let mails go on. */
  @Override
  public boolean goesWhilePaused() {
    return true;
  }

  @Override
  public Optional<OutgoingMail> compose(UUID scope, UUID id) {
    return links
        .find(Purpose.SIGN_IN, id)
        .flatMap(
            link ->
                accounts
                    .find(link.mailboxHash())
                    .filter(Account::isOpen)
                    .flatMap(Account::email)
                    .map(email -> mail(email, link)));
  }

  private OutgoingMail mail(String email, Good link) {
    Words words = DeskPages.WORDS;
    var view =
        new SignInMailView(
            words,
            baseUrl + links.path(Purpose.SIGN_IN, link.id()),
            words.get("mail.until", DeskPages.moment(link.until())),
            baseUrl.getHost());
    return new OutgoingMail(
        email,
        words.get("mail.subject"),
        view.text(),
        pages.render("desk/mail.jte", view),
        words.language());
  }
}
