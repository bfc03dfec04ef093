package org.joinvoices.signing.web;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.joinvoices.action.Action;
import org.joinvoices.platform.switches.Standstill;
import org.joinvoices.platform.switches.Switch;
import org.joinvoices.platform.switches.Switchboard;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.FormView.Notice;

/** Puts what people paused into words for those who sign. */
final class StandstillNotices {

  private final Switchboard switches;
  private final InstantSource civic;

  StandstillNotices(Switchboard switches, InstantSource civic) {
    this.switches = switches;
    this.civic = civic;
  }

  /** Where nobody can sign, what else is paused does not matter. */
  StandstillView in(Words words, Action action) {
    Optional<Notice> pages = notice(Switch.PAGES, "standstill.pages", words, action);
    Optional<Notice> signing =
        notice(Switch.SIGNING, "standstill.signing", words, action)
            .or(() -> notice(letter(action), "standstill.signing", words, action));
    return new StandstillView(
        Stream.of(pages.or(() -> signing), mails(words, action), delivery(words, action))
            .flatMap(Optional::stream)
            .toList(),
        pages.isPresent(),
        switches.isPaused(Switch.COUNTS));
  }

  private static Switch letter(Action action) {
    return Switch.signing(action.id().value());
  }

  private Optional<Notice> mails(Words words, Action action) {
    return notice(Switch.MAILS, "standstill.mails", words, action);
  }

  private Optional<Notice> delivery(Words words, Action action) {
    return action.writesToCongress()
        ? notice(Switch.DELIVERY, "standstill.delivery", words, action)
        : Optional.empty();
  }

  private Optional<Notice> notice(Switch what, String key, Words words, Action action) {
    return switches.find(what).map(standstill -> notice(standstill, key, words, action));
  }

  /** Said to somebody whose signature was not stored because of it. */
  Notice refusal(Standstill standstill, Words words, Action action) {
    return notice(standstill, "form.paused", words, action);
  }

  /** After how many seconds a program should try again. */
  long seconds(Standstill standstill) {
    return standstill.retryAfter(civic.instant()).toSeconds();
  }

  private Notice notice(Standstill standstill, String key, Words words, Action action) {
    ZoneId zone = action.deadline().getZone();
    String back =
        standstill
            .ends(civic.instant())
            .map(end -> words.get("standstill.until", words.formats().moment(end.atZone(zone))))
            .orElseGet(() -> words.get("standstill.open"));
    return new Notice(words.get(key + ".title"), words.get(key, back));
  }
}
