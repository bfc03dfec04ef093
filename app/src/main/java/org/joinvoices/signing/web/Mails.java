package org.joinvoices.signing.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.mail.OutgoingMail;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.EmailAddress;
import org.joinvoices.signing.SignatureId;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SignatureView;
import org.joinvoices.signing.Signatures;
import org.joinvoices.signing.Source;

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

  /**
   * To the signer's own mailbox; empty when it is not due any more, or the mailbox wants none.
   *
   * @param scope the action
   * @param id the signature
   */
  Optional<OutgoingMail> toSigner(
      Signatures signatures,
      UUID scope,
      UUID id,
      Predicate<SignatureView> due,
      Function<SignatureView, MailView> view) {
    var key = new SignatureKey(new ActionId(scope), new SignatureId(id));
    return signatures
        .find(key)
        // who typed in a sheet may have misread the address: it is only ever asked to confirm
        .filter(signed -> signed.source() != Source.SHEET)
        .filter(due)
        .flatMap(
            signed ->
                signatures
                    .findConstituent(key)
                    .filter(person -> signatures.mayMail(person.email()))
                    .map(person -> mail(person.email(), view.apply(signed))));
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
