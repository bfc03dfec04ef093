package org.joinvoices.accountability.web;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joinvoices.accountability.Responses;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.action.LetterVersion;
import org.joinvoices.delivery.Deliveries;
import org.joinvoices.delivery.DeliveryLine;
import org.joinvoices.delivery.DeliveryState;
import org.joinvoices.delivery.SupporterAct;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Finder;
import org.joinvoices.districts.Officeholder;
import org.joinvoices.districts.Seat;
import org.joinvoices.districts.SeatNames;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Act;
import org.joinvoices.signing.CallScript;
import org.joinvoices.signing.Constituent;
import org.joinvoices.signing.ShareLinks;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SignatureState;
import org.joinvoices.signing.SignatureView;
import org.joinvoices.signing.Signatures;

/** Reads receipts. */
final class Receipts {

  static final Texts TEXTS = Texts.beside(Receipts.class);

  /** Nothing was sent, and nothing will be to a seat that is not the signer's any more. */
  private static final Set<DeliveryState> LEAVING_NO_TRACE =
      EnumSet.of(DeliveryState.QUEUED, DeliveryState.HELD, DeliveryState.WITHDRAWN);

  private final Signatures signatures;
  private final Actions actions;
  private final Deliveries deliveries;
  private final Responses responses;
  private final Districts districts;
  private final CivicClock clock;
  private final URI house;

  /**
   * @param house where it is reached, without trailing slash
   */
  Receipts(
      Signatures signatures,
      Actions actions,
      Deliveries deliveries,
      Responses responses,
      Districts districts,
      CivicClock clock,
      URI house) {
    this.signatures = signatures;
    this.actions = actions;
    this.deliveries = deliveries;
    this.responses = responses;
    this.districts = districts;
    this.clock = clock;
    this.house = house;
  }

  /** The receipt; empty before the signature is confirmed, because nothing has been done yet. */
  Optional<Receipt> find(SignatureKey key) {
    return signatures
        .find(key)
        .filter(view -> view.state() != SignatureState.PENDING)
        .map(this::receipt);
  }

  /** What helps the signer find their district; empty where there is nothing to find. */
  Optional<Finder> finder(
      Receipt receipt, String path, Map<String, String> query, Map<String, String> faults) {
    SignatureView view = receipt.view();
    boolean open = view.act() == Act.SEND && receipt.isStanding();
    return open
        ? Finder.of(
            signatures.search(view, path, districts), query, faults, districts, clock.today())
        : Optional.empty();
  }

  /** How to pass the letter on: for whoever still stands behind it, as long as it can be joined. */
  Optional<ShareLinks> share(Receipt receipt) {
    boolean open = receipt.isStanding() && receipt.action().openAt(clock.instant());
    return open
        ? Optional.of(
            ShareLinks.of(house, receipt.words().language(), receipt.title(), receipt.actionPath()))
        : Optional.empty();
  }

  /** What the signer can say on the telephone, and to whom: as long as they stand behind it. */
  Optional<CallScript> call(Receipt receipt) {
    SignatureView view = receipt.view();
    boolean open = receipt.sends() && receipt.isStanding() && !view.erased();
    return open
        ? CallScript.of(
            receipt.action(),
            receipt.letter(),
            view.language(),
            view.seats(),
            districts,
            clock.today())
        : Optional.empty();
  }

  /** How people reach the office of a seat; empty while nobody holds it. */
  Optional<Office> office(Receipt receipt, Seat seat) {
    return districts
        .officeholder(seat, clock.today())
        .map(holder -> Office.of(holder, seat, receipt.action()));
  }

  /** Notes what the signer did for one office. */
  void note(Receipt receipt, Seat seat, SupporterAct act) {
    deliveries.note(receipt.view().key(), seat, act);
  }

  private Receipt receipt(SignatureView view) {
    Action action = actions.get(view.key().action());
    Words words = TEXTS.in(view.language());
    LetterVersion letter = actions.letter(action.id(), view.letterVersion());
    List<ReceiptLine> lines =
        view.act() == Act.SEND ? lines(view, action, letter, words) : List.of();
    return new Receipt(
        view,
        action,
        letter,
        words,
        lines,
        responses.listOf(action.id(), lines.stream().map(ReceiptLine::seat).toList()),
        view.act() == Act.SEND ? SeatNames.why(view.match(), view.language()) : Optional.empty(),
        words.get(bookKey(view, action)));
  }

  /**
   * One line per seat: as delivery has planned it, or waiting where it has not got to it yet. What
   * left is shown wherever the signer's district lies since.
   */
  private List<ReceiptLine> lines(
      SignatureView view, Action action, LetterVersion letter, Words words) {
    List<DeliveryLine> all = deliveries.list(view.key());
    Map<Seat, DeliveryLine> planned =
        all.stream().collect(Collectors.toMap(DeliveryLine::seat, Function.identity()));
    Stream<Seat> left =
        all.stream()
            .filter(line -> !LEAVING_NO_TRACE.contains(line.state()))
            .map(DeliveryLine::seat);
    var writer =
        new ReceiptLines(
            action,
            letter,
            words,
            signatures.findConstituent(view.key()).map(Constituent::ownWords).orElse(""),
            view.language(),
            clock.today(),
            view.state() == SignatureState.CONFIRMED && !view.erased());
    return Stream.concat(view.seats().stream(), left)
        .distinct()
        .map(
            seat ->
                Optional.ofNullable(planned.get(seat))
                    .map(writer::line)
                    .orElseGet(() -> writer.waiting(seat, holder(seat), view.state())))
        .toList();
  }

  private Optional<String> holder(Seat seat) {
    return districts.officeholder(seat, clock.today()).map(Officeholder::name);
  }

  /** Book, supplement or count only (design decision D16). */
  private static String bookKey(SignatureView view, Action action) {
    if (view.state() == SignatureState.UNDER_REVIEW) {
      return "receipt.book.review";
    }
    if (view.state() != SignatureState.CONFIRMED) {
      return "receipt.book.none";
    }
    Instant deadline = action.deadline().toInstant();
    Instant confirmed = view.confirmedAt().orElseThrow();
    if (view.decided().wasOutAt(deadline)) {
      return "receipt.book.out";
    }
    if (confirmed.isBefore(deadline)) {
      return "receipt.book.in";
    }
    boolean late =
        view.signedAt().isBefore(deadline)
            && confirmed.isBefore(deadline.plus(Duration.ofHours(Action.SUPPLEMENT_HOURS)));
    return late ? "receipt.book.supplement" : "receipt.book.after";
  }
}
