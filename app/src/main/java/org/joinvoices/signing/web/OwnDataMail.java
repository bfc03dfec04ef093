package org.joinvoices.signing.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.platform.mail.MailKind;
import org.joinvoices.platform.mail.OutgoingMail;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Kept;
import org.joinvoices.signing.SignatureView;
import org.joinvoices.signing.Signatures;

/** Sends the link that opens all that is held about a signer, to that signer's own mailbox. */
final class OwnDataMail implements MailKind {

  private final Signatures signatures;
  private final Actions actions;
  private final Links links;
  private final Mails mails;

  OwnDataMail(Signatures signatures, Actions actions, Links links, Mails mails) {
    this.signatures = signatures;
    this.actions = actions;
    this.links = links;
    this.mails = mails;
  }

  @Override
  public String name() {
    return "own_data";
  }

  @Override
  public Optional<OutgoingMail> compose(UUID scope, UUID id) {
    return mails.toSigner(signatures, scope, id, _ -> true, this::view);
  }

  private MailView view(SignatureView view) {
    Words words = ActionPages.TEXTS.in(view.language());
    Action action = actions.get(view.key().action());
    return new MailView(
        words,
        words.get("data_mail.subject"),
        "",
        words.get("data_mail.lead"),
        action.letter().in(view.language()).title(),
        words.get("data_mail.ask"),
        mails.absolute(links.ownData(view.key())),
        words.get("data_mail.button"),
        Optional.empty(),
        List.of(
            words.get("data_mail.until", Kept.DATA_LINK.toMinutes()),
            words.get("data_mail.ignore")),
        mails.footer(action, words));
  }
}
