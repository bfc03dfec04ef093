package org.joinvoices.action;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Sample letters for tests; all of it is made up for testing. */
public final class SampleActions {

  /** While the sample letter is open, before its deadline. */
  public static final Instant OPEN = Instant.parse("2021-01-10T17:00:00Z");

  /** When another takes the office, too. */
  private static final ZonedDateTime DEADLINE =
      ZonedDateTime.parse("2021-01-20T12:00:00-05:00[America/New_York]");

  private SampleActions() {}

  /** An open letter in English and Spanish with the dates of the first action. */
  public static Action letter() {
    return new Action(
        new ActionId(UUID.fromString("00000000-0000-7000-8000-000000000001")),
        new Slug("sample-letter"),
        new Organization(
            "Sample Organization",
            List.of("1 Sample Street", "Sampletown, OH 44113"),
            "office@sample.example",
            "202-555-0142",
            "A sample organization that exists in tests only.",
            "Sample Office",
            "https://sample.example"),
        List.of("Sample families"),
        List.of(
            new Addressee(
                "president",
                "President-elect Sample",
                "Transition office",
                List.of("1 Office Way", "Washington, DC 20500"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(DEADLINE.toInstant())),
            new Addressee(
                "president-in-office",
                "President Sample",
                "Office of the President",
                List.of("1 Office Way", "Washington, DC 20500"),
                Optional.empty(),
                Optional.of(DEADLINE.toInstant()),
                Optional.empty())),
        List.of("Immigration"),
        Congress.STANDARD,
        Instant.parse("2020-12-10T05:00:00Z"),
        DEADLINE,
        Instant.parse("2021-05-01T04:00:00Z"),
        1000,
        100,
        KeepContact.STANDARD,
        "en",
        "en",
        new LetterVersion(
            1, List.of(text("en", TextStatus.REVIEWED), text("es", TextStatus.DRAFT))));
  }

  /** {@link #letter()}, stored. */
  public static Action stored(DataSource dataSource) {
    Action action = letter();
    new ActionStore(dataSource).save(action, OPEN);
    return action;
  }

  /** A letter in Spanish only, stored, whose texts try to be more than text. */
  public static Action storedInSpanish(DataSource dataSource, String slug, Instant opens) {
    LetterText plain = text("es", TextStatus.REVIEWED);
    LetterText text =
        new LetterText(
            plain.language(),
            plain.status(),
            "Sample & <b>título</b> \uD83D\uDD4A",
            "Uno.\n\nDos </script><script>alert(1)</script> \uD83D\uDD4A",
            plain.salutation(),
            plain.opening(),
            plain.demands(),
            plain.closing(),
            plain.subject(),
            plain.toSenators(),
            plain.toRepresentatives(),
            plain.toSeats());
    Action like = letter();
    Action action =
        new Action(
            new ActionId(UUID.randomUUID()),
            new Slug(slug),
            like.organization(),
            List.of("Sample families", "Sample friends"),
            like.addressees(),
            like.topics(),
            like.congress(),
            opens,
            like.deadline(),
            like.closes(),
            like.goal(),
            like.responseDays(),
            like.keepContact(),
            "es",
            "es",
            new LetterVersion(1, List.of(text)));
    new ActionStore(dataSource).save(action, OPEN);
    return action;
  }

  static Action withGoal(Action action, int goal) {
    return new Action(
        action.id(),
        action.slug(),
        action.organization(),
        action.authors(),
        action.addressees(),
        action.topics(),
        action.congress(),
        action.opens(),
        action.deadline(),
        action.closes(),
        goal,
        action.responseDays(),
        action.keepContact(),
        action.originalLanguage(),
        action.defaultLanguage(),
        action.letter());
  }

  /** The letter with other words under the same number. */
  public static Action reworded(Action action) {
    return with(
        action,
        new LetterVersion(
            action.letter().number(),
            List.of(text("en", TextStatus.REVIEWED, "Reworded sample opening."))));
  }

  /** The letter in English with another title under the same number. */
  public static Action retitled(Action action, String title) {
    LetterText text = text("en", TextStatus.REVIEWED);
    return with(
        action,
        new LetterVersion(
            action.letter().number(),
            List.of(
                new LetterText(
                    text.language(),
                    text.status(),
                    title,
                    text.introduction(),
                    text.salutation(),
                    text.opening(),
                    text.demands(),
                    text.closing(),
                    text.subject(),
                    text.toSenators(),
                    text.toRepresentatives(),
                    text.toSeats()))));
  }

  static Action with(Action action, LetterVersion letter) {
    return ActionSettings.of(action)
        .action(
            action.id(), action.slug(), action.opens(), action.deadline(), action.closes(), letter);
  }

  private static LetterText text(String language, TextStatus status) {
    return text(language, status, "Sample opening.");
  }

  private static LetterText text(String language, TextStatus status, String opening) {
    return new LetterText(
        language,
        status,
        "Sample title " + language,
        "Sample introduction.",
        "Dear official,",
        opening,
        List.of(new Demand(1, "First sample demand."), new Demand(2, "Second sample demand.")),
        "Sample closing.",
        "Sample subject " + language,
        "Please act, Senator: sample text.",
        "Please act, Representative: sample text.",
        List.of());
  }
}
