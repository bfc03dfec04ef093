package org.joinvoices.accountability.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.action.LetterVersion;
import org.joinvoices.delivery.DeliveryLine;
import org.joinvoices.delivery.DeliveryState;
import org.joinvoices.districts.Seat;
import org.joinvoices.districts.SeatNames;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.OfficeMessage;
import org.joinvoices.signing.SignatureState;

/** Puts the state of each message of one signature into words. */
record ReceiptLines(
    Action action,
    LetterVersion letter,
    Words words,
    String ownWords,
    String ownLanguage,
    LocalDate today) {

  ReceiptLine line(DeliveryLine line) {
    return new ReceiptLine(
        SeatNames.of(line.seat(), words.language()),
        line.officeholder(),
        line.state(),
        words.get("result." + line.state().word()),
        note(line),
        line.lastAttempt()
            .map(at -> at.atZone(action.deadline().getZone()))
            .map(words.formats()::shortMoment),
        line.receipt(),
        message(line.seat(), line.lastAttempt().map(ReceiptLines::day).orElse(today)));
  }

  /** A seat delivery has not got to yet, which takes seconds; or never will, once withdrawn. */
  ReceiptLine waiting(Seat seat, Optional<String> holder, SignatureState signature) {
    DeliveryState state =
        signature == SignatureState.CONFIRMED ? DeliveryState.QUEUED : DeliveryState.WITHDRAWN;
    return new ReceiptLine(
        SeatNames.of(seat, words.language()),
        holder,
        state,
        words.get("result." + state.word()),
        words.get("result." + state.word() + ".note"),
        Optional.empty(),
        Optional.empty(),
        message(seat, today));
  }

  private String note(DeliveryLine line) {
    return words.get(
        line.heldReason()
            .map(reason -> "held." + reason)
            .orElse("result." + line.state().word() + ".note"),
        line.heldUntil()
            .map(until -> words.formats().moment(until.atZone(action.deadline().getZone())))
            .orElse(""));
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
