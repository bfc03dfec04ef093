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
import org.joinvoices.platform.mail.MailPart;
import org.joinvoices.platform.mail.MailSheet;
import org.joinvoices.platform.mail.OutgoingMail;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.SignatureId;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SignatureView;
import org.joinvoices.signing.Signatures;
import org.joinvoices.signing.Source;

/** What the mails about a signature have in common: whom they go to, and who sends them. */
final class Mails {

  private final URI baseUrl;

  /**
   * @param baseUrl without trailing slash; links in mails begin with it
   */
  Mails(URI baseUrl) {
    this.baseUrl = baseUrl;
  }

  /**
   * A mail of a few sentences around one link. Holds nothing the submitter typed: anybody can type
   * anybody's address, and our mails must not carry a stranger's words there.
   */
  MailSheet sheet(Action action, Words words, String subject, List<MailPart> parts) {
    String title = action.letter().in(words.language()).title();
    return new MailSheet(words.language(), subject, title, parts, footer(action, words));
  }

  /** Which letter it is about, in its words for the reader. */
  static MailPart letter(Action action, Words words) {
    return new MailPart.About(action.letter().in(words.language()).title());
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
      Function<SignatureView, MailSheet> sheet) {
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
                    .map(person -> sheet.apply(signed).to(person.email().value())));
  }

  String absolute(String path) {
    return baseUrl + path;
  }

  /**
   * The publishing organization with its postal address, as commercial-mail law asks for, and where
   * to read what is done with personal data.
   */
  private List<String> footer(Action action, Words words) {
    var lines = new ArrayList<String>();
    lines.add(words.get("mail.footer", action.organization().name()));
    lines.addAll(action.organization().postalAddress());
    lines.add(
        words.get("mail.privacy", absolute(PrivacyController.path(action, words.language()))));
    return lines;
  }
}
