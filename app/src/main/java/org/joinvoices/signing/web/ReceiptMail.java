package org.joinvoices.signing.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.platform.mail.MailKind;
import org.joinvoices.platform.mail.MailQueue;
import org.joinvoices.platform.mail.OutgoingMail;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.SignatureEvent;
import org.joinvoices.signing.SignatureEvents;
import org.joinvoices.signing.SignatureState;
import org.joinvoices.signing.SignatureView;
import org.joinvoices.signing.Signatures;

/** Sends the link to the receipt to whoever has confirmed, so that it can be found again. */
final class ReceiptMail implements MailKind {

  private static final int BATCH = 500;

  private final SignatureEvents events;
  private final Signatures signatures;
  private final Actions actions;
  private final Links links;
  private final Mails mails;

  ReceiptMail(
      SignatureEvents events, Signatures signatures, Actions actions, Links links, Mails mails) {
    this.events = events;
    this.signatures = signatures;
    this.actions = actions;
    this.links = links;
    this.mails = mails;
  }

  @Override
  public String name() {
    return "receipt";
  }

  /** Queues a mail for each new confirmation, together with the cursor. */
  void queueNext() {
    events.read(
        "signing.receipt_mail",
        BATCH,
        (connection, batch) -> MailQueue.enqueue(connection, items(batch), lastOf(batch)));
  }

  private List<MailQueue.Item> items(List<SignatureEvent> batch) {
    return batch.stream()
        .filter(event -> event.kind() == SignatureEvent.Kind.CONFIRMED)
        .map(SignatureEvent::key)
        .map(key -> new MailQueue.Item(name(), key.action().value(), key.signature().value()))
        .toList();
  }

  private static Instant lastOf(List<SignatureEvent> batch) {
    return batch.getLast().at();
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
