package org.joinvoices.desk.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.action.Channel;
import org.joinvoices.delivery.DeliveryState;
import org.joinvoices.delivery.Route;
import org.joinvoices.desk.DeskPages;
import org.joinvoices.platform.clock.CivicWeek;
import org.joinvoices.platform.web.Formats;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.Words;

/** The queue in plain words. */
final class QueueWords {

  static final Words WORDS = Texts.english(QueueWords.class);
  static final Formats FORMATS = WORDS.formats();

  private QueueWords() {}

  static String title(Action action) {
    return action.letter().in(WORDS.language()).title();
  }

  static String state(DeliveryState state) {
    return DeskPages.WORDS.get("state." + state.word());
  }

  /** The class of the stylesheet by which a state looks as it is. */
  static String tone(DeliveryState state) {
    return switch (state) {
      case QUEUED, SENDING, WITHDRAWN -> "";
      case HELD -> "wait";
      case ACCEPTED, HANDED_OVER -> "good";
      case REFUSED, NEEDS_REVIEW -> "bad";
    };
  }

  static String route(Route route) {
    return WORDS.get("route." + route.word());
  }

  static String channel(Channel channel) {
    return WORDS.get("channel." + channel.word());
  }

  /** Why something stands as it does; empty text where the state says all. */
  static String reason(DeliveryState state, Optional<String> reason) {
    return reason
        .map(code -> known("reason." + code).orElseGet(() -> WORDS.get("reason.other", code)))
        .orElseGet(() -> known("reason." + state.word()).orElse(""));
  }

  /** What a person can do about it; empty text where there is nothing to do. */
  static String advice(DeliveryState state, Optional<String> reason) {
    return reason
        .map(code -> known("advice." + code).orElseGet(() -> WORDS.get("advice.other")))
        .orElseGet(() -> known("advice." + state.word()).orElse(""));
  }

  private static Optional<String> known(String key) {
    return Optional.ofNullable(WORDS.texts().get(key));
  }

  /** What came of an attempt, with the code where there is one. */
  static String attempt(String result, String code) {
    String said = WORDS.get("attempt." + result);
    return code.isEmpty()
        ? said
        : said + ": " + known("code." + code).orElseGet(() -> WORDS.get("code.other", code));
  }

  static String moment(Instant at, ZoneId zone) {
    return FORMATS.shortMoment(at.atZone(zone));
  }

  /** Of a message or an attempt: months later only the week is known. */
  static String kept(Instant at, ZoneId zone) {
    return CivicWeek.isAllThatIsLeftOf(at)
        ? WORDS.get("queue.week", FORMATS.date(CivicWeek.of(at).monday()))
        : moment(at, zone);
  }

  static String number(long number) {
    return FORMATS.number(number);
  }
}
