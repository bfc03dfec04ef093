package org.joinvoices.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.action.Bill;
import org.joinvoices.action.Stance;
import org.joinvoices.delivery.cwc.BillType;
import org.joinvoices.delivery.cwc.CwcMessage;
import org.joinvoices.delivery.cwc.OfficeCode;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.crypto.Sha256;
import org.joinvoices.signing.Constituent;
import org.joinvoices.signing.PersonName;
import org.joinvoices.signing.PostalAddress;
import org.joinvoices.signing.SignatureView;

/** Composes one signature's message to one seat, from the letter version it is bound to. */
final class MessageComposer {

  private final Actions actions;
  private final MessageTexts texts;
  private final CwcMessage.Agent agent;

  MessageComposer(Actions actions, CwcMessage.Agent agent) {
    this.actions = actions;
    this.texts = new MessageTexts(actions);
    this.agent = agent;
  }

  /**
   * @param code DeliveryId
   * @param date in Washington
   */
  CwcMessage compose(
      SignatureView signature, Constituent person, Seat seat, String code, LocalDate date) {
    Action action = actions.get(signature.key().action());
    var text = texts.to(action, seat, date, signature, person);
    var stance = action.stance().map(MessageComposer::stance);
    return new CwcMessage(
        new CwcMessage.Delivery(
            code, date, agent, organization(action), campaignId(action.id(), stance)),
        new CwcMessage.Recipient(OfficeCode.of(seat), signature.replyWanted()),
        constituent(person, seat, isVerified(signature.match())),
        new CwcMessage.Message(
            text.subject(),
            action.topics(),
            action.bills().stream().map(MessageComposer::bill).toList(),
            stance,
            text.statement(),
            text.ownWords().orElse("")));
  }

  private static CwcMessage.Stance stance(Stance ours) {
    return switch (ours) {
      case PRO -> CwcMessage.Stance.PRO;
      case CON -> CwcMessage.Stance.CON;
    };
  }

  private static CwcMessage.Bill bill(Bill ours) {
    return new CwcMessage.Bill(
        ours.congress(), BillType.of(ours.type()).orElseThrow(), ours.number());
  }

  /** One for each action and stance: offices group by it, and weed out doubles. */
  static String campaignId(ActionId action, Optional<CwcMessage.Stance> stance) {
    String name =
        "joinvoices:"
            + action.value()
            + stance.map(which -> ":" + which.word().toLowerCase(Locale.ROOT)).orElse("");
    return Sha256.hex(name.getBytes(UTF_8));
  }

  /** Only who was found by a street: neither a ZIP code nor a choice proves an address. */
  private static boolean isVerified(Match match) {
    return match instanceof Match.Matched(_, Match.How how, Match.Confidence confidence, _)
        && how == Match.How.STREET
        && confidence == Match.Confidence.EXACT_POINT;
  }

  private static CwcMessage.Organization organization(Action action) {
    var organization = action.organization();
    return new CwcMessage.Organization(
        organization.name(),
        organization.contactName(),
        organization.email(),
        organization.phone(),
        organization.about());
  }

  private static CwcMessage.Constituent constituent(
      Constituent person, Seat seat, boolean addressVerified) {
    PersonName name = person.name();
    PostalAddress address = person.address();
    return new CwcMessage.Constituent(
        name.prefix(),
        name.given(),
        name.family(),
        address.line(),
        address.line2(),
        address.locality(),
        address.region().isBlank() ? seat.state() : address.region(),
        address.postalCode(),
        person.phone(),
        person.email().value(),
        addressVerified);
  }
}
