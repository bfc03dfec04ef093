package org.joinvoices.action;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/** Reads {@code action.yaml}: everything of an action but its texts. */
final class ActionYaml {

  static final String FILE = "action.yaml";

  static final String TIME =
      "Write date, time and zone, such as 2021-01-20T12:00 America/New_York;"
          + " not an hour at which clocks are changed.";

  private static final String KEEP =
      "Write days or months after closes, two years at most, such as 6 months or 90 days.";

  private final YamlKeys keys;
  private final boolean writesToCongress;
  private final FileFaults faults;

  ActionYaml(YamlKeys keys, boolean writesToCongress) {
    this.keys = keys;
    this.writesToCongress = writesToCongress;
    faults = keys.faults();
  }

  /** Worth using only where no fault was found; {@code texts} come from the language files. */
  Draft read(List<LetterText> texts) {
    Draft draft =
        new Draft(slug(), settings(), time("opens").toInstant(), time("deadline"), closes(), texts);
    keys.refuseOthers();
    checkOrder(draft);
    return draft;
  }

  /** The subject of messages, for language files that have none of their own. */
  String subject() {
    return keys.line("subject", Length.CWC_LINE);
  }

  private Slug slug() {
    return keys.parsed(
            "slug", Slug::parse, "Write 3 to 80 lower-case letters, digits and single hyphens.")
        .orElse(new Slug("no-slug"));
  }

  private ActionSettings settings() {
    return new ActionSettings(
        organization(),
        keys.lines("authors", 1, Length.LINE),
        new AddresseesYaml(keys).read(),
        topics(),
        new CongressYaml(keys).read(),
        number("goal", 1, 100_000_000),
        number("response_days", 1, 3_650),
        keys.optional("keep_contact", KeepContact::parse, KEEP).orElse(KeepContact.STANDARD),
        language("original_language"),
        language("default_language"));
  }

  private List<String> topics() {
    return writesToCongress
        ? keys.lines("topics", 1, PolicyAreas::check)
        : keys.optionalLines("topics", PolicyAreas::check);
  }

  private Organization organization() {
    YamlKeys of = keys.block("organization");
    Organization organization =
        new Organization(
            of.line("name", Length.CWC_LINE),
            of.lines("postal_address", 2, Length.LINE),
            of.parsed("email", Forms::email, Forms.EMAIL_REMEDY).orElse(""),
            of.parsed("phone", Forms::phone, Forms.PHONE_REMEDY).orElse(""),
            of.line("about", Length.CWC_LINE),
            of.line("contact_name", new Length(2, 500)),
            of.optional("website", Forms::website, "Write the whole address, with https://.")
                .orElse(""));
    of.refuseOthers();
    return organization;
  }

  private int number(String key, int min, int max) {
    return keys.parsed(
            key,
            text -> Forms.wholeNumber(text, min, max),
            "Write a whole number from " + min + " to " + max + ".")
        .orElse(min);
  }

  private String language(String key) {
    return keys.parsed(key, Forms::language, "Write a language code, such as en or es.").orElse("");
  }

  private ZonedDateTime time(String key) {
    return keys.parsed(key, ZonedTimes::parse, TIME).orElse(ZonedTimes.NONE);
  }

  private Instant closes() {
    return time("closes").toInstant();
  }

  private void checkOrder(Draft draft) {
    Instant deadline = draft.deadline().toInstant();
    if (isSet(deadline) && isSet(draft.opens()) && !draft.opens().isBefore(deadline)) {
      faults.at(keys.line("deadline"), "deadline is not after opens", "Mend one of them.");
    }
    if (isSet(deadline) && isSet(draft.closes()) && draft.closes().isBefore(deadline)) {
      faults.at(
          keys.line("closes"), "closes is before the deadline", "Let it be the same or later.");
    }
    if (isSet(deadline) && isSet(draft.closes()) && endsBeforeTheBook(draft)) {
      faults.at(
          keys.line("keep_contact"),
          "keep_contact ends before the supplement of the petition book is made",
          "Let it end three days after the deadline, or later.");
    }
  }

  private static boolean endsBeforeTheBook(Draft draft) {
    var closes = draft.closes().atZone(draft.deadline().getZone());
    var made = draft.deadline().plusHours(Action.SUPPLEMENT_HOURS).plusDays(1);
    return draft.settings().keepContact().after(closes).isBefore(made);
  }

  private static boolean isSet(Instant time) {
    return !time.equals(ZonedTimes.NONE.toInstant());
  }
}
