package org.joinvoices.signing.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.districts.Match;
import org.joinvoices.platform.mail.MailKind;
import org.joinvoices.platform.mail.OutgoingMail;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Rematch;
import org.joinvoices.signing.SignatureState;
import org.joinvoices.signing.SignatureView;
import org.joinvoices.signing.Signatures;

/** Asks a signer whose district has new lines to say which one they live in now. */
final class NewDistrictMail implements MailKind {

  private final Signatures signatures;
  private final Actions actions;
  private final Links links;
  private final Mails mails;

  NewDistrictMail(Signatures signatures, Actions actions, Links links, Mails mails) {
    this.signatures = signatures;
    this.actions = actions;
    this.links = links;
    this.mails = mails;
  }

  @Override
  public String name() {
    return Rematch.MAIL;
  }

  @Override
  public Optional<OutgoingMail> compose(UUID scope, UUID id) {
    return mails.toSigner(signatures, scope, id, NewDistrictMail::isDue, this::view);
  }

  private static boolean isDue(SignatureView view) {
    return view.state() == SignatureState.CONFIRMED && !(view.match() instanceof Match.Matched);
  }

  private MailView view(SignatureView view) {
    Words words = ActionPages.TEXTS.in(view.language());
    Action action = actions.get(view.key().action());
    return new MailView(
        words,
        words.get("district_mail.subject"),
        "",
        words.get("district_mail.lead"),
        action.letter().in(view.language()).title(),
        words.get("district_mail.ask"),
        mails.absolute(links.receipt(view.key())),
        words.get("district_mail.button"),
        Optional.empty(),
        List.of(words.get("receipt_mail.keep")),
        mails.footer(action, words));
  }
}
