package org.joinvoices.signing.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.platform.mail.MailKind;
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
        .map(due -> mails.mail(due.to(), view(due, actions.get(due.key().action()))));
  }

  private MailView view(ConfirmationDue due, Action action) {
    return due.earlier()
        .map(earlier -> already(due, earlier, action))
        .orElseGet(() -> asking(due, action));
  }

  /** The page was the same, so this mail alone tells, and nobody but the owner of the mailbox. */
  private MailView already(ConfirmationDue due, ConfirmationDue.Earlier earlier, Action action) {
    Words words = ActionPages.TEXTS.in(due.language());
    String texts = earlier.counted() ? "already_mail" : "review_mail";
    return new MailView(
        words,
        words.get(texts + ".subject"),
        words.get("mail.hello"),
        words.get("already_mail.lead"),
        action.letter().in(due.language()).title(),
        words.get(texts + ".ask"),
        mails.absolute(links.receipt(earlier.key())),
        words.get(texts + ".button"),
        Optional.empty(),
        List.of(
            words.get("already_mail.refuse", Kept.UNCONFIRMED.toDays()),
            words.get("receipt_mail.keep")),
        mails.footer(action, words));
  }

  private MailView asking(ConfirmationDue due, Action action) {
    Words words = ActionPages.TEXTS.in(due.language());
    String until = words.formats().moment(due.expires().atZone(action.deadline().getZone()));
    return new MailView(
        words,
        words.get("mail.subject"),
        words.get("mail.hello"),
        words.get(due.onPaper() ? "mail.paper.what" : "mail.what"),
        action.letter().in(due.language()).title(),
        words.get("mail.ask"),
        mails.absolute(links.confirm(due.key())),
        words.get("mail.button"),
        // who signed on paper has no page to type it on
        due.onPaper() ? Optional.empty() : Optional.of(words.get("mail.code", due.code())),
        List.of(
            words.get("mail.until", until),
            words.get(due.onPaper() ? "mail.paper.before" : "mail.before"),
            words.get("mail.refuse")),
        mails.footer(action, words));
  }
}
