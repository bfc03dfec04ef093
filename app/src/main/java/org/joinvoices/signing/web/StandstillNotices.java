package org.joinvoices.signing.web;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
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
    Optional<Notice> closed = closed(words, action);
    return new StandstillView(
        closed
            .map(List::of)
            .orElseGet(
                () ->
                    Stream.of(mails(words, action), delivery(words, action))
                        .flatMap(Optional::stream)
                        .toList()),
        closed.isPresent(),
        switches.isPaused(Switch.COUNTS));
  }

  private Optional<Notice> closed(Words words, Action action) {
    return switches
        .findSigning(action.id().value())
        .map(
            standstill ->
                notice(
                    standstill,
                    standstill.what().equals(Switch.PAGES)
                        ? "standstill.pages"
                        : "standstill.signing",
                    words,
                    action));
  }

  private Optional<Notice> mails(Words words, Action action) {
    return switches
        .find(Switch.MAILS)
        .map(standstill -> waiting(standstill, "standstill.mails", words, action));
  }

  private Optional<Notice> delivery(Words words, Action action) {
    return switches
        .find(Switch.DELIVERY)
        .filter(_ -> action.writesToCongress())
        .map(standstill -> waiting(standstill, "standstill.delivery", words, action));
  }

  /** Said to somebody whose signature was not stored because of it. */
  Notice refusal(Standstill standstill, Words words, Action action) {
    return notice(standstill, "form.paused", words, action);
  }

  /** After how many seconds a program should try again. */
  long seconds(Standstill standstill) {
    return standstill.retryAfter(civic.instant()).toSeconds();
  }

  /** Nobody needs to come back for what goes on by itself. */
  private Notice waiting(Standstill standstill, String key, Words words, Action action) {
    return said(key, until(standstill, words, action).orElse(""), words);
  }

  private Notice notice(Standstill standstill, String key, Words words, Action action) {
    return said(
        key, until(standstill, words, action).orElseGet(() -> words.get("standstill.open")), words);
  }

  private static Notice said(String key, String back, Words words) {
    return new Notice(words.get(key + ".title"), words.get(key, back).strip());
  }

  private Optional<String> until(Standstill standstill, Words words, Action action) {
    ZoneId zone = action.deadline().getZone();
    return standstill
        .ends(civic.instant())
        .map(end -> words.get("standstill.until", words.formats().moment(end.atZone(zone))));
  }
}
