package org.joinvoices.delivery;

import com.google.crypto.tink.util.Bytes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.action.OfficeContact;
import org.joinvoices.delivery.mail.OfficeMail;
import org.joinvoices.delivery.mail.OfficeMailClient;
import org.joinvoices.delivery.mail.OfficeMailMessage;
import org.joinvoices.districts.Seat;
import org.joinvoices.signing.Constituent;
import org.joinvoices.signing.SignatureView;

/**
 * The lane of e-mail to offices: to the addresses that the letter names, by our own mail server.
 */
final class MailLane implements Lane {

  /**
   * An inbox that people read: more at once would look like an attack on it, and be filtered so.
   */
  static final int PER_SECOND = 1;

  /** Longer than the time-outs of a whole conversation with the mail server. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final Actions actions;
  private final MessageTexts texts;
  private final OfficeMail mails;
  private final OfficeMailClient client;
  private final MessageImprint imprint;

  MailLane(Actions actions, OfficeMail mails, OfficeMailClient client, MessageImprint imprint) {
    this.actions = actions;
    this.texts = new MessageTexts(actions);
    this.mails = mails;
    this.client = client;
    this.imprint = imprint;
  }

  /** Where the office of a seat takes e-mail, as far as the letter knows. */
  static Optional<String> address(Action action, Seat seat) {
    return action.office(seat).flatMap(OfficeContact::email);
  }

  @Override
  public Route route() {
    return Route.OFFICE_MAIL;
  }

  @Override
  public int perSecond() {
    return PER_SECOND;
  }

  @Override
  public Duration lease() {
    return LEASE;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public Serves serves(Action action, Seat seat) {
    return address(action, seat).isPresent() ? Serves.YES : Serves.NO;
  }

  @Override
  public void forgetOffices() {
    // the letter itself says which offices there are
  }

  @Override
  public Prepared prepare(
      SignatureView signature, Constituent person, Seat seat, String code, LocalDate date) {
    Action action = actions.get(signature.key().action());
    return compose(action, signature, person, seat, code, date)
        .map(mail -> ready(action, mail))
        .orElseGet(() -> new Prepared.Held(HeldReason.NO_ADDRESS));
  }

  private Optional<OfficeMailMessage> compose(
      Action action,
      SignatureView signature,
      Constituent person,
      Seat seat,
      String code,
      LocalDate date) {
    var text = texts.to(action, seat, date, signature, person);
    return address(action, seat)
        .flatMap(to -> mails.compose(text, person, signature.replyWanted(), action, to, code));
  }

  @Override
  public Optional<Bytes> imprint(
      SignatureView signature, Constituent person, Seat seat, String code, LocalDate date) {
    Action action = actions.get(signature.key().action());
    return compose(action, signature, person, seat, code, date)
        .map(mail -> imprint.of(action.id(), mail.said()));
  }

  private Prepared ready(Action action, OfficeMailMessage mail) {
    return new Prepared.Ready(imprint.of(action.id(), mail.said()), _ -> client.send(mail));
  }
}
