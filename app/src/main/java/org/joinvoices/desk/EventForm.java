package org.joinvoices.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.EventCodes;

/**
 * What was typed for a new event code, kept as it was typed, and what is wrong with it.
 *
 * @param faults field to message, in the order of the form; empty where all is well
 */
public record EventForm(String from, String until, String most, Map<String, String> faults) {

  private static final Words WORDS = DeskPages.WORDS;

  /** What can be made. */
  record Filled(Instant from, Instant until, int most) {}

  static EventForm empty() {
    return new EventForm("", "", "", Map.of());
  }

  /**
   * @param zone of the letter's deadline, in which the moments are written
   */
  static EventForm read(Map<String, String> fields, ZoneId zone) {
    String from = fields.getOrDefault("from", "").strip();
    String until = fields.getOrDefault("until", "").strip();
    String most = fields.getOrDefault("most", "").strip();
    Optional<Instant> begins = TypedMoment.parse(from, zone);
    Optional<Instant> ends = TypedMoment.parse(until, zone);
    var faults = new LinkedHashMap<String, String>();
    if (begins.isEmpty()) {
      faults.put("from", WORDS.get("events.moment.fault"));
    }
    if (ends.isEmpty()) {
      faults.put("until", WORDS.get("events.moment.fault"));
    } else if (begins.isPresent() && !begins.get().isBefore(ends.get())) {
      faults.put("until", WORDS.get("events.until.fault"));
    }
    if (number(most).isEmpty()) {
      faults.put("most", WORDS.get("events.most.fault", WORDS.formats().number(EventCodes.MOST)));
    }
    return new EventForm(from, until, most, faults);
  }

  /** Empty while something is wrong. */
  Optional<Filled> filled(ZoneId zone) {
    return faults.isEmpty()
        ? Optional.of(
            new Filled(
                TypedMoment.parse(from, zone).orElseThrow(),
                TypedMoment.parse(until, zone).orElseThrow(),
                number(most).orElseThrow()))
        : Optional.empty();
  }

  public Optional<String> fault(String field) {
    return Optional.ofNullable(faults.get(field));
  }

  private static Optional<Integer> number(String typed) {
    return Optional.of(typed)
        .filter(text -> text.matches("[1-9]\\d{0,5}"))
        .map(Integer::parseInt)
        .filter(number -> number <= EventCodes.MOST);
  }
}
