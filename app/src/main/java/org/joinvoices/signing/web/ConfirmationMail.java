package org.joinvoices.signing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.platform.mail.MailKind;
import org.joinvoices.platform.mail.MailPart;
import org.joinvoices.platform.mail.MailSheet;
import org.joinvoices.platform.mail.OutgoingMail;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.ConfirmationDue;
import org.joinvoices.signing.Kept;
import org.joinvoices.signing.SignatureId;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.Signatures;

/**
 * Asks the owner of a mailbox whether they signed; or, where that person is counted already, says
 * so.
 */
final class ConfirmationMail implements MailKind {

  static final String NAME = "confirm";

  private final Signatures signatures;
  private final Actions actions;
  private final Links links;
  private final Mails mails;

  ConfirmationMail(Signatures signatures, Actions actions, Links links, Mails mails) {
    this.signatures = signatures;
    this.actions = actions;
    this.links = links;
    this.mails = mails;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<OutgoingMail> compose(UUID scope, UUID id) {
    return signatures
        .findConfirmationDue(new SignatureKey(new ActionId(scope), new SignatureId(id)))
        .map(due -> sheet(due, actions.get(due.key().action())).to(due.to().value()));
  }

  private MailSheet sheet(ConfirmationDue due, Action action) {
    return due.earlier()
        .map(earlier -> already(due, earlier, action))
        .orElseGet(() -> asking(due, action));
  }

  /** The page was the same, so this mail alone tells, and nobody but the owner of the mailbox. */
  private MailSheet already(ConfirmationDue due, ConfirmationDue.Earlier earlier, Action action) {
    Words words = ActionPages.TEXTS.in(due.language());
    String texts = earlier.counted() ? "already_mail" : "review_mail";
    return mails.sheet(
        action,
        words,
        words.get(texts + ".subject"),
        List.of(
            says(words, "mail.hello"),
            says(words, "already_mail.lead"),
            Mails.letter(action, words),
            says(words, texts + ".ask"),
            new MailPart.Opens(
                words.get(texts + ".button"), mails.absolute(links.receipt(earlier.key()))),
            new MailPart.Says(words.get("already_mail.refuse", Kept.UNCONFIRMED.toDays())),
            says(words, "receipt_mail.keep")));
  }

  private MailSheet asking(ConfirmationDue due, Action action) {
    Words words = ActionPages.TEXTS.in(due.language());
    String until = words.formats().moment(due.expires().atZone(action.deadline().getZone()));
    var parts = new ArrayList<MailPart>();
    parts.add(says(words, "mail.hello"));
    parts.add(says(words, due.onPaper() ? "mail.paper.what" : "mail.what"));
    parts.add(Mails.letter(action, words));
    parts.add(says(words, "mail.ask"));
    parts.add(
        new MailPart.Opens(words.get("mail.button"), mails.absolute(links.confirm(due.key()))));
    if (!due.onPaper()) { // who signed on paper has no page to type it on
      parts.add(new MailPart.Code(words.get("mail.code", due.code())));
    }
    parts.add(new MailPart.Says(words.get("mail.until", until)));
    parts.add(says(words, due.onPaper() ? "mail.paper.before" : "mail.before"));
    parts.add(says(words, "mail.refuse"));
    return mails.sheet(action, words, words.get("mail.subject"), parts);
  }

  private static MailPart says(Words words, String key) {
    return new MailPart.Says(words.get(key));
  }
}
