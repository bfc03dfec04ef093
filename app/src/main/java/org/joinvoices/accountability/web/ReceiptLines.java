package org.joinvoices.accountability.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.action.Channel;
import org.joinvoices.action.LetterVersion;
import org.joinvoices.delivery.DeliveryLine;
import org.joinvoices.delivery.DeliveryState;
import org.joinvoices.districts.Seat;
import org.joinvoices.districts.SeatNames;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.clock.CivicWeek;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.OfficeMessage;
import org.joinvoices.signing.SignatureState;

/**
 * Puts the state of each message of one signature into words.
 *
 * @param isOpen whether the signer may still act: it counts, and nothing of it is erased
 */
record ReceiptLines(
    Action action,
    LetterVersion letter,
    Words words,
    String ownWords,
    String ownLanguage,
    LocalDate today,
    boolean isOpen) {

  ReceiptLine line(DeliveryLine line) {
    boolean open = isOpen && line.isForTheSigner();
    return new ReceiptLine(
        line.seat(),
        SeatNames.of(line.seat(), words.language()),
        line.officeholder(),
        way(line.channel()),
        line.state(),
        result(line),
        note(line),
        line.lastAttempt().filter(_ -> !isHandedToSigner(line)).map(this::when),
        line.receipt(),
        open,
        line.supporterDid().map(did -> words.get("receipt.told." + did)),
        message(line.seat(), line.lastAttempt().map(ReceiptLines::day).orElse(today)),
        line.fingerprint());
  }

  /** A seat delivery has not got to yet, which takes seconds; or never will, once withdrawn. */
  ReceiptLine waiting(Seat seat, Optional<String> holder, SignatureState signature) {
    DeliveryState state =
        switch (signature) {
          case CONFIRMED -> DeliveryState.QUEUED;
          case UNDER_REVIEW -> DeliveryState.HELD;
          case PENDING, WITHDRAWN, INVALIDATED -> DeliveryState.WITHDRAWN;
        };
    return new ReceiptLine(
        seat,
        SeatNames.of(seat, words.language()),
        holder,
        new ReceiptLine.Way(Channel.CWC, ""),
        state,
        words.get("result." + state.word()),
        words.get(
            state == DeliveryState.HELD ? "held.under_review" : "result." + state.word() + ".note"),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        message(seat, today),
        Optional.empty());
  }

  /** Months later only the week is known. */
  private String when(Instant at) {
    var formats = words.formats();
    if (!CivicWeek.isAllThatIsLeftOf(at)) {
      return formats.shortMoment(at.atZone(action.deadline().getZone()));
    }
    var week = CivicWeek.of(at);
    return words.get("receipt.week", formats.date(week.monday()), formats.date(week.sunday()));
  }

  private ReceiptLine.Way way(Channel channel) {
    return new ReceiptLine.Way(channel, words.get("receipt.channel." + channel.word()));
  }

  private static boolean isHandedToSigner(DeliveryLine line) {
    return line.state() == DeliveryState.HANDED_OVER && line.channel() == Channel.HAND_OFF;
  }

  private String result(DeliveryLine line) {
    if (line.heldReason().filter("in_packet"::equals).isPresent()) {
      return words.get("result.in_packet");
    }
    return words.get(
        line.cameBack() ? "result.bounced" : key("result." + line.state().word(), line));
  }

  /** A reason none of our texts knows yet still says that the message waits. */
  private String note(DeliveryLine line) {
    String state = "result." + (line.cameBack() ? "bounced" : line.state().word());
    String of =
        line.heldReason()
            .map(reason -> key("held." + reason, line))
            .filter(words.texts()::containsKey)
            .orElseGet(() -> key(state + ".note", line));
    return words.get(
        of,
        line.heldUntil()
            .map(until -> words.formats().moment(until.atZone(action.deadline().getZone())))
            .orElse(""));
  }

  /** The key for this channel where it has words of its own. */
  private String key(String key, DeliveryLine line) {
    String own = key + "." + line.channel().word();
    return words.texts().containsKey(own) ? own : key;
  }

  private static LocalDate day(Instant attempt) {
    return LocalDate.ofInstant(attempt, CivicClock.CONGRESS);
  }

  private OfficeMessage message(Seat seat, LocalDate day) {
    return OfficeMessage.to(seat, day, letter, action.defaultLanguage(), ownWords, ownLanguage);
  }

  @Override
  public String toString() {
    return "ReceiptLines[hidden]";
  }
}
