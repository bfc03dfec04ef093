package org.joinvoices.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.action.LetterVersion;
import org.joinvoices.delivery.cwc.CwcMessage;
import org.joinvoices.delivery.cwc.OfficeCode;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.crypto.Sha256;
import org.joinvoices.signing.Constituent;
import org.joinvoices.signing.OfficeMessage;
import org.joinvoices.signing.PersonName;
import org.joinvoices.signing.PostalAddress;
import org.joinvoices.signing.SignatureView;

/** Composes one signature's message to one seat, from the letter version it is bound to. */
final class MessageComposer {

  private record Version(ActionId action, int number) {}

  private final Actions actions;

  /** What a version says never changes, and there are few. */
  private final Map<Version, LetterVersion> letters = new ConcurrentHashMap<>();

  private final CwcMessage.Agent agent;

  MessageComposer(Actions actions, CwcMessage.Agent agent) {
    this.actions = actions;
    this.agent = agent;
  }

  /**
   * @param code DeliveryId
   * @param date in Washington
   */
  CwcMessage compose(
      SignatureView signature, Constituent person, Seat seat, String code, LocalDate date) {
    Action action = actions.get(signature.key().action());
    var letter = letter(action.id(), signature.letterVersion());
    var text = OfficeMessage.to(seat, date, letter, action.defaultLanguage(), person.ownWords());
    return new CwcMessage(
        new CwcMessage.Delivery(code, date, agent, organization(action), campaignId(action.id())),
        new CwcMessage.Recipient(OfficeCode.of(seat), signature.replyWanted()),
        constituent(person, seat),
        new CwcMessage.Message(
            text.subject(), action.topics(), text.statement(), text.ownWords().orElse("")));
  }

  private LetterVersion letter(ActionId action, int number) {
    return letters.computeIfAbsent(
        new Version(action, number), one -> actions.letter(one.action(), one.number()));
  }

  /** A letter takes one stance; were there two, offices would need an id for each. */
  static String campaignId(ActionId action) {
    byte[] name = ("joinvoices:" + action.value()).getBytes(UTF_8);
    return Sha256.hex(name);
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

  private static CwcMessage.Constituent constituent(Constituent person, Seat seat) {
    PersonName name = person.name();
    PostalAddress address = person.address();
    return new CwcMessage.Constituent(
        name.prefix(),
        // CWC wants both names; a single one stands in both rather than something made up
        name.given().isBlank() ? name.family() : name.given(),
        name.family(),
        address.line(),
        address.line2(),
        address.locality(),
        address.region().isBlank() ? seat.state() : address.region(),
        address.postalCode(),
        person.phone(),
        person.email().value());
  }
}
