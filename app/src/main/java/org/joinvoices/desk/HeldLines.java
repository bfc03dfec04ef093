package org.joinvoices.desk;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.delivery.Deliveries;
import org.joinvoices.delivery.DeliveryLine;
import org.joinvoices.desk.Held.Fact;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Constituent;
import org.joinvoices.signing.PersonName;
import org.joinvoices.signing.Persons;
import org.joinvoices.signing.PostalAddress;
import org.joinvoices.signing.Referrals;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SignatureView;
import org.joinvoices.signing.Signatures;

/** Puts what is held about one person into words; the whole of it is in the download. */
final class HeldLines {

  private static final Words WORDS = DeskPages.WORDS;

  private final Actions actions;
  private final Signatures signatures;
  private final Persons persons;
  private final Referrals referrals;
  private final Deliveries deliveries;

  HeldLines(
      Actions actions,
      Signatures signatures,
      Persons persons,
      Referrals referrals,
      Deliveries deliveries) {
    this.actions = actions;
    this.signatures = signatures;
    this.persons = persons;
    this.referrals = referrals;
    this.deliveries = deliveries;
  }

  /**
   * @param person all signatures of one person in one letter, the earliest first
   */
  Held held(List<SignatureKey> person) {
    SignatureKey last = person.getLast();
    Action action = actions.get(last.action());
    Optional<Constituent> contact = signatures.findConstituent(last);
    return new Held(
        action.letter().in(WORDS.language()).title(),
        last.action().value(),
        last.signature().value(),
        contact.map(known -> name(known.name())).orElse(""),
        contact.map(HeldLines::contact).orElse(List.of()),
        person.stream()
            .flatMap(key -> signatures.find(key).stream())
            .map(view -> signature(view, action))
            .toList());
  }

  private static String name(PersonName name) {
    return words(" ", name.prefix(), name.given(), name.family());
  }

  private static List<Fact> contact(Constituent person) {
    return facts(
        fact("email", person.email().value()),
        fact("phone", person.phone()),
        fact("address", address(person.address())),
        fact("own_words", person.ownWords()));
  }

  private static String address(PostalAddress address) {
    return words(
        ", ",
        address.line(),
        address.line2(),
        address.locality(),
        words(" ", address.region(), address.postalCode()),
        address.country());
  }

  private Held.Signature signature(SignatureView view, Action action) {
    return new Held.Signature(
        facts(
            fact("standing", WORDS.get("standing." + view.state().word())),
            fact("signed", moment(view.signedAt(), action)),
            fact("confirmed", view.confirmedAt().map(at -> moment(at, action)).orElse("")),
            fact("act", WORDS.get("held.act." + view.act().word())),
            fact("display", WORDS.get("shown." + view.display().word())),
            fact("consents", consents(view.key()))),
        deliveries.list(view.key()).stream().map(HeldLines::message).toList());
  }

  /** By civic time, as everything of a letter. */
  private static String moment(Instant at, Action action) {
    return WORDS.formats().shortMoment(at.atZone(action.deadline().getZone()));
  }

  private String consents(SignatureKey key) {
    return persons
        .export(key)
        .get("consents")
        .valueStream()
        .map(
            consent ->
                WORDS.get(
                    "consent." + consent.get("kind").asString(),
                    referrals.partnerOf(key.action(), consent)))
        .distinct()
        .sorted()
        .collect(joining(", "));
  }

  private static String message(DeliveryLine line) {
    return words(" ", line.seat().value(), line.officeholder().orElse(""))
        + ": "
        + WORDS.get("state." + line.state().word());
  }

  private static String words(String between, String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(joining(between));
  }

  private static Fact fact(String key, String value) {
    return new Fact(WORDS.get("held." + key), value);
  }

  private static List<Fact> facts(Fact... some) {
    return Stream.of(some).filter(fact -> !fact.value().isEmpty()).toList();
  }
}
