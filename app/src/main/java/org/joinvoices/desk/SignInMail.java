package org.joinvoices.desk;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.desk.OneTimeLinks.Good;
import org.joinvoices.desk.OneTimeLinks.Purpose;
import org.joinvoices.platform.mail.MailKind;
import org.joinvoices.platform.mail.MailPart;
import org.joinvoices.platform.mail.MailSheet;
import org.joinvoices.platform.mail.OutgoingMail;
import org.joinvoices.platform.web.Words;

/** The link that signs in whoever reads this mailbox; nothing for a mailbox of nobody here. */
final class SignInMail implements MailKind {

  static final String NAME = "desk.sign_in";

  private final Accounts accounts;
  private final OneTimeLinks links;
  private final URI baseUrl;

  SignInMail(Accounts accounts, OneTimeLinks links, URI baseUrl) {
    this.accounts = accounts;
    this.links = links;
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
    String until = words.get("mail.until", DeskPages.moment(link.until()));
    return new MailSheet(
            words.language(),
            words.get("mail.subject"),
            until,
            List.of(
                new MailPart.Says(words.get("mail.lead")),
                new MailPart.Opens(
                    words.get("mail.button"), baseUrl + links.path(Purpose.SIGN_IN, link.id())),
                new MailPart.Says(until),
                new MailPart.Says(words.get("mail.other"))),
            List.of(words.get("mail.footer", baseUrl.getHost())))
        .to(email);
  }
}
