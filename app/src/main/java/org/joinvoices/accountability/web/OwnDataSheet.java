package org.joinvoices.accountability.web;

import static java.util.stream.Collectors.joining;
import static org.joinvoices.accountability.web.ReceiptLine.joined;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.joinvoices.action.Channel;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Constituent;
import org.joinvoices.signing.Persons;
import org.joinvoices.signing.PostalAddress;
import org.joinvoices.signing.Referrals;
import org.joinvoices.signing.SignatureView;
import org.joinvoices.signing.Signatures;

/** Puts what is held about one signer into words for reading; the download holds every column. */
public final class OwnDataSheet {

  /** One line. */
  public record Fact(String label, String value) {
    @Override
    public String toString() {
      return "Fact[hidden]";
    }
  }

  private final Signatures signatures;
  private final Persons persons;
  private final Referrals referrals;

  OwnDataSheet(Signatures signatures, Persons persons, Referrals referrals) {
    this.signatures = signatures;
    this.persons = persons;
    this.referrals = referrals;
  }

  List<Fact> of(Receipt receipt) {
    Words words = receipt.words();
    SignatureView view = receipt.view();
    Stream<Fact> person =
        signatures.findConstituent(view.key()).stream().flatMap(one -> person(words, one).stream());
    return Stream.concat(person, signature(receipt, words, view))
        .filter(fact -> !fact.value().isEmpty())
        .toList();
  }

  private static List<Fact> person(Words words, Constituent person) {
    PostalAddress address = person.address();
    return List.of(
        fact(
            words,
            "name",
            joined(" ", person.name().prefix(), person.name().given(), person.name().family())),
        fact(words, "email", person.email().value()),
        fact(words, "phone", person.phone()),
        fact(
            words,
            "address",
            joined(
                ", ",
                address.line(),
                address.line2(),
                address.locality(),
                joined(" ", address.region(), address.postalCode()),
                address.country())),
        fact(words, "own_words", person.ownWords()));
  }

  private Stream<Fact> signature(Receipt receipt, Words words, SignatureView view) {
    ZoneId zone = receipt.action().deadline().getZone();
    return Stream.concat(
        Stream.of(
            fact(words, "state", receipt.lead()),
            fact(words, "signed", moment(words, view.signedAt(), zone)),
            fact(
                words,
                "confirmed",
                view.confirmedAt().map(at -> moment(words, at, zone)).orElse("")),
            fact(
                words,
                "shown",
                view.erased() ? "" : words.get("receipt.shown." + view.display().word())),
            fact(words, "consents", consents(words, view))),
        receipt.lines().stream().map(OwnDataSheet::message));
  }

  private String consents(Words words, SignatureView view) {
    return persons
        .export(view.key())
        .get("consents")
        .valueStream()
        .map(
            consent ->
                words.get(
                    "consent." + consent.get("kind").asString(),
                    referrals.partnerOf(view.key().action(), consent)))
        .distinct()
        .sorted()
        .collect(joining(", "));
  }

  private static Fact message(ReceiptLine line) {
    String way = line.way().channel() == Channel.HAND_OFF ? "" : line.channel();
    return new Fact(
        line.holder().orElse(line.office()),
        joined(" · ", line.result(), line.when().orElse(""), way));
  }

  private static String moment(Words words, Instant at, ZoneId zone) {
    return words.formats().shortMoment(at.atZone(zone));
  }

  private static Fact fact(Words words, String key, String value) {
    return new Fact(words.get("sheet." + key), value);
  }
}
