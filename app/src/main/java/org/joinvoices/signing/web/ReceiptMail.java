package org.joinvoices.signing.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.platform.mail.MailKind;
import org.joinvoices.platform.mail.OutgoingMail;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.ReceiptQueue;
import org.joinvoices.signing.SignatureState;
import org.joinvoices.signing.SignatureView;
import org.joinvoices.signing.Signatures;

/** Sends the link to the receipt to whoever has confirmed, so that it can be found again. */
final class ReceiptMail implements MailKind {

  private final Signatures signatures;
  private final Actions actions;
  private final Links links;
  private final Mails mails;

  ReceiptMail(Signatures signatures, Actions actions, Links links, Mails mails) {
    this.signatures = signatures;
    this.actions = actions;
    this.links = links;
    this.mails = mails;
  }

  @Override
  public String name() {
    return ReceiptQueue.MAIL;
  }

  @Override
  public Optional<OutgoingMail> compose(UUID scope, UUID id) {
    return mails.toSigner(
        signatures, scope, id, view -> view.state() == SignatureState.CONFIRMED, this::view);
  }

  private MailView view(SignatureView view) {
    Words words = ActionPages.TEXTS.in(view.language());
    Action action = actions.get(view.key().action());
    return new MailView(
        words,
        words.get("receipt_mail.subject"),
        "",
        words.get("receipt_mail.lead"),
        action.letter().in(view.language()).title(),
        words.get("receipt_mail.link"),
        mails.absolute(links.receipt(view.key())),
        words.get("thanks.confirmed.receipt"),
        Optional.empty(),
        List.of(words.get("receipt_mail.keep")),
        mails.footer(action, words));
  }
}
