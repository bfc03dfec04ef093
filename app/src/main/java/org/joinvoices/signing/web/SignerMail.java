package org.joinvoices.signing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.districts.Match;
import org.joinvoices.platform.mail.MailKind;
import org.joinvoices.platform.mail.MailPart;
import org.joinvoices.platform.mail.MailSheet;
import org.joinvoices.platform.mail.OutgoingMail;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Kept;
import org.joinvoices.signing.ReceiptQueue;
import org.joinvoices.signing.Rematch;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SignatureState;
import org.joinvoices.signing.SignatureView;
import org.joinvoices.signing.Signatures;
import org.joinvoices.signing.SignerNotices;

/** Mails that tell signers of their signature on a letter and lead to one page of theirs. */
final class SignerMail implements MailKind {

  /**
   * @param texts beginning of the keys of subject, lead, ask and button
   * @param due looked at just before sending
   * @param link path of the page
   * @param ending paragraphs below the button
   */
  private record About(
      String name,
      String texts,
      Predicate<SignatureView> due,
      Function<SignatureKey, String> link,
      Function<Words, List<String>> ending) {}

  private final About about;
  private final Signatures signatures;
  private final Actions actions;
  private final Mails mails;

  private SignerMail(About about, Signatures signatures, Actions actions, Mails mails) {
    this.about = about;
    this.signatures = signatures;
    this.actions = actions;
    this.mails = mails;
  }

  /** The link to the receipt, for whoever has confirmed, so that it can be found again. */
  static SignerMail receipt(Signatures signatures, Actions actions, Links links, Mails mails) {
    var about =
        new About(
            ReceiptQueue.MAIL,
            "receipt_mail",
            SignerMail::isConfirmed,
            links::receipt,
            words -> List.of(words.get("receipt_mail.keep")));
    return new SignerMail(about, signatures, actions, mails);
  }

  /** Asks whoever has new district lines which district they live in now. */
  static SignerMail newDistrict(Signatures signatures, Actions actions, Links links, Mails mails) {
    var about =
        new About(
            Rematch.MAIL,
            "district_mail",
            view -> isConfirmed(view) && !(view.match() instanceof Match.Matched),
            links::receipt,
            words -> List.of(words.get("receipt_mail.keep")));
    return new SignerMail(about, signatures, actions, mails);
  }

  /** Tells whoever has a message that we could not deliver, and leads to how they can. */
  static SignerMail messageFailed(
      Signatures signatures, Actions actions, Links links, Mails mails) {
    return notice(SignerNotices.MESSAGE_FAILED, "failed_mail", signatures, actions, links, mails);
  }

  /** Tells that all messages were taken, where that came long after the receipt. */
  static SignerMail messagesDelivered(
      Signatures signatures, Actions actions, Links links, Mails mails) {
    return notice(
        SignerNotices.MESSAGES_DELIVERED, "delivered_mail", signatures, actions, links, mails);
  }

  /** Offers a copy of what was sent, before the own words in it are deleted here. */
  static SignerMail wordsGoing(Signatures signatures, Actions actions, Links links, Mails mails) {
    var about =
        new About(
            SignerNotices.WORDS_GOING,
            "going_mail",
            view -> !view.erased() && !view.ownWordsErased(),
            links::receipt,
            words -> List.of(words.get("going_mail.after"), words.get("receipt_mail.keep")));
    return new SignerMail(about, signatures, actions, mails);
  }

  private static SignerMail notice(
      String kind, String texts, Signatures signatures, Actions actions, Links links, Mails mails) {
    var about =
        new About(
            kind,
            texts,
            SignerMail::isConfirmed,
            links::receipt,
            words -> List.of(words.get("receipt_mail.keep")));
    return new SignerMail(about, signatures, actions, mails);
  }

  /** The link that opens all that is held about a signer. */
  static SignerMail ownData(Signatures signatures, Actions actions, Links links, Mails mails) {
    var about =
        new About(
            "own_data",
            "data_mail",
            _ -> true,
            links::ownData,
            words ->
                List.of(
                    words.get("data_mail.until", Kept.DATA_LINK.toMinutes()),
                    words.get("data_mail.ignore")));
    return new SignerMail(about, signatures, actions, mails);
  }

  private static boolean isConfirmed(SignatureView view) {
    return view.state() == SignatureState.CONFIRMED;
  }

  @Override
  public String name() {
    return about.name();
  }

  @Override
  public Optional<OutgoingMail> compose(UUID scope, UUID id) {
    return mails.toSigner(signatures, scope, id, about.due(), this::sheet);
  }

  private MailSheet sheet(SignatureView view) {
    Words words = ActionPages.TEXTS.in(view.language());
    Action action = actions.get(view.key().action());
    var parts = new ArrayList<MailPart>();
    parts.add(new MailPart.Says(words.get(about.texts() + ".lead")));
    parts.add(Mails.letter(action, words));
    parts.add(new MailPart.Says(words.get(about.texts() + ".ask")));
    parts.add(
        new MailPart.Opens(
            words.get(about.texts() + ".button"), mails.absolute(about.link().apply(view.key()))));
    about.ending().apply(words).forEach(text -> parts.add(new MailPart.Says(text)));
    return mails.sheet(action, words, words.get(about.texts() + ".subject"), parts);
  }
}
