package org.joinvoices.torture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.joinvoices.torture.Books.Delivery;
import org.joinvoices.torture.Books.Mail;
import org.joinvoices.torture.Books.Signature;
import org.joinvoices.torture.FlappingGateway.Taken;
import org.joinvoices.torture.TortureReport.Line;

/**
 * Compares what people were told, what mailboxes and gateways received, and what the house wrote
 * down. Who is who is told by mails: to whom they went, and about which signature.
 */
final class Reckoning {

  /** Of messages; all of these people's seats are held by somebody, so that none has to wait. */
  private static final Set<String> SETTLED =
      Set.of("accepted", "needs_review", "withdrawn", "handed_over");

  private static final Set<String> LANES = Set.of("house", "senate", "office_mail", "packet");

  private final Books books;
  private final List<Supporter> people;
  private final List<MailSink.Caught> caught;
  private final List<Taken> taken;
  private final long onPaper;
  private final Map<UUID, Signature> signatures;
  private final List<Mail> mails;
  private final List<Delivery> deliveries;
  private final Map<String, Set<UUID>> signaturesByEmail;

  /**
   * @param taken by the gateways and by the inboxes of offices
   * @param onPaper letters that were handed over in packets
   */
  Reckoning(
      Books books,
      List<Supporter> people,
      List<MailSink.Caught> caught,
      List<Taken> taken,
      long onPaper) {
    this.books = books;
    this.people = people;
    this.caught = caught;
    this.taken = taken;
    this.onPaper = onPaper;
    this.signatures =
        books.signatures().stream().collect(toMap(Signature::id, Function.identity()));
    this.mails = books.mails();
    this.deliveries = books.deliveries();
    this.signaturesByEmail = signaturesByEmail();
  }

  private Map<String, Set<UUID>> signaturesByEmail() {
    Map<UUID, UUID> subjects = mails.stream().collect(toMap(Mail::id, Mail::signature));
    Map<String, Set<UUID>> found = new LinkedHashMap<>();
    for (MailSink.Caught mail : caught) {
      UUID subject = subjects.get(mail.row());
      if (subject != null) {
        found.computeIfAbsent(mail.to(), _ -> new HashSet<>()).add(subject);
      }
    }
    return found;
  }

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    lines.add(none("people not answered as promised", count(people, p -> p.fault().isPresent())));
    signing(lines);
    mailing(lines);
    delivering(lines);
    return lines;
  }

  private void signing(List<Line> lines) {
    lines.add(both("thanked = stored, once", Supporter::isThanked, (p, s) -> true));
    lines.add(
        none("stored, nobody thanked", signatures.size() - count(people, Supporter::isThanked)));
    lines.add(
        both("told confirmed = confirmed", Supporter::isConfirmed, (p, s) -> s.everConfirmed()));
    lines.add(none("confirmed, nobody told", ever() - count(people, Supporter::isConfirmed)));
    lines.add(new Line("confirmed = noted once as such", ever(), books.confirmedEvents()));
    long counting = count(signatures.values(), s -> s.state().equals("confirmed"));
    books
        .counted()
        .forEach(
            counted ->
                lines.add(new Line("confirmed and not withdrawn = counted", counting, counted)));
    lines.add(
        both(
            "told withdrawn = withdrawn",
            Supporter::isWithdrawn,
            (p, s) -> s.state().equals("withdrawn")));
    lines.add(
        both(
            "district chosen = kept",
            p -> p.chosen().isPresent(),
            (p, s) -> s.seats().contains(p.chosen().orElseThrow())));
  }

  private long ever() {
    return count(signatures.values(), Signature::everConfirmed);
  }

  private void mailing(List<Line> lines) {
    Set<UUID> received = caught.stream().map(MailSink.Caught::row).collect(toSet());
    lines.add(
        new Line(
            "mails sent = received",
            count(mails, mail -> mail.state().equals("sent")),
            count(mails, mail -> mail.state().equals("sent") && received.contains(mail.id()))));
    lines.add(
        none(
            "mails that neither left nor were needless",
            count(mails, mail -> !Set.of("sent", "dropped").contains(mail.state()))));
    lines.add(
        none(
            "mails twice under two Message-IDs",
            mails.size() - mails.stream().map(m -> m.kind() + m.signature()).distinct().count()));
    Set<UUID> known = mails.stream().map(Mail::id).collect(toSet());
    lines.add(none("mails received, not in the queue", count(received, id -> !known.contains(id))));
  }

  private void delivering(List<Line> lines) {
    Map<String, List<Taken>> byId = taken.stream().collect(groupingBy(Taken::deliveryId));
    Map<String, Delivery> byCode =
        deliveries.stream().collect(toMap(Delivery::code, Function.identity()));
    Set<String> planned = deliveries.stream().map(d -> d.signature() + d.target()).collect(toSet());
    lines.add(
        new Line(
            "offices to be told = planned",
            wanted().count(),
            wanted().filter(planned::contains).count()));
    lines.add(
        none(
            "messages that are not settled", count(deliveries, d -> !SETTLED.contains(d.state()))));
    lines.add(
        none(
            "messages twice at an office",
            taken.size() - taken.stream().map(t -> t.email() + t.office()).distinct().count()));
    lines.add(
        new Line(
            "messages booked as accepted = taken",
            count(deliveries, d -> d.state().equals("accepted")),
            count(deliveries, d -> d.state().equals("accepted") && byId.containsKey(d.code()))));
    lines.add(
        new Line(
            "messages taken = booked as accepted or unclear",
            byId.size(),
            count(byId.keySet(), id -> mayBeThere(Optional.ofNullable(byCode.get(id))))));
    lines.add(
        new Line(
            "letters in packets handed over = booked so",
            onPaper,
            count(deliveries, d -> d.state().equals("handed_over") && d.lane().equals("packet"))));
    lines.add(
        new Line(
            "messages on each lane that was asked for",
            LANES.size(),
            deliveries.stream().map(Delivery::lane).filter(LANES::contains).distinct().count()));
    lines.add(none("messages in another's name", count(taken, t -> !isOfItsPerson(t, byCode))));
  }

  private static boolean mayBeThere(Optional<Delivery> delivery) {
    return delivery
        .filter(d -> d.state().equals("accepted") || d.state().equals("needs_review"))
        .isPresent();
  }

  private boolean isOfItsPerson(Taken message, Map<String, Delivery> byCode) {
    Delivery delivery = byCode.get(message.deliveryId());
    return delivery != null
        && signaturesByEmail.getOrDefault(message.email(), Set.of()).contains(delivery.signature());
  }

  private Stream<String> wanted() {
    return signatures.values().stream()
        .filter(signature -> signature.state().equals("confirmed"))
        .flatMap(signature -> signature.seats().stream().map(seat -> signature.id() + seat));
  }

  /** How hard it was. */
  Map<String, Long> facts(long downs, long unclear) {
    Map<String, Long> facts = new LinkedHashMap<>();
    Set<String> ids = taken.stream().map(Taken::deliveryId).collect(toSet());
    facts.put("people", (long) people.size());
    facts.put("mail server or gateways down", downs);
    facts.put("answers of gateways that say nothing", unclear);
    facts.put("mails repeated under one Message-ID", repeated());
    facts.put("messages at offices by e-mail", count(taken, t -> t.office().contains("@")));
    facts.put("letters on paper", onPaper);
    facts.put("messages left for a person", reviewed(d -> true));
    facts.put("of these taken by the gateway", reviewed(d -> ids.contains(d.code())));
    people.stream()
        .flatMap(person -> person.fault().stream())
        .forEach(fault -> facts.merge("people for whom: " + fault, 1L, Long::sum));
    return facts;
  }

  private long repeated() {
    return caught.size() - caught.stream().map(MailSink.Caught::row).distinct().count();
  }

  private long reviewed(Predicate<Delivery> more) {
    return count(deliveries, d -> d.state().equals("needs_review") && more.test(d));
  }

  /** Whether a signature is as its person was told. */
  @FunctionalInterface
  private interface Agreement {
    boolean holds(Supporter person, Signature signature);
  }

  private Line both(String what, Predicate<Supporter> told, Agreement agreement) {
    return new Line(
        what,
        count(people, told),
        count(
            people,
            person ->
                told.test(person)
                    && find(person).filter(s -> agreement.holds(person, s)).isPresent()));
  }

  /** Somebody's one signature; empty where there is none, or another one. */
  private Optional<Signature> find(Supporter person) {
    Set<UUID> ids = signaturesByEmail.getOrDefault(person.email(), Set.of());
    return ids.size() == 1
        ? Optional.ofNullable(signatures.get(ids.iterator().next()))
        : Optional.empty();
  }

  private static Line none(String what, long found) {
    return new Line(what, 0, found);
  }

  private static <T> long count(Collection<T> some, Predicate<T> which) {
    return some.stream().filter(which).count();
  }
}
