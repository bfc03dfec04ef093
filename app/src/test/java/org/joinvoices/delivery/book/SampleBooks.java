package org.joinvoices.delivery.book;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Addressee;
import org.joinvoices.action.Congress;
import org.joinvoices.action.Demand;
import org.joinvoices.action.LetterText;
import org.joinvoices.action.LetterVersion;
import org.joinvoices.action.SampleActions;
import org.joinvoices.action.Slug;
import org.joinvoices.action.TextStatus;
import org.joinvoices.delivery.BookPart;
import org.joinvoices.signing.Act;
import org.joinvoices.signing.BookEntry;
import org.joinvoices.signing.SignatureId;
import org.joinvoices.signing.Source;

/** The words of the first letter, and signers who are made up for testing. */
final class SampleBooks {

  static final Instant DEADLINE = Instant.parse("2021-01-20T17:00:00Z");
  static final Instant EARLY = Instant.parse("2021-01-11T15:00:00Z");

  static final List<Demand> DEMANDS =
      List.of(
          new Demand(
              1,
              "Open the US-Mexico border to receive people seeking asylum and end "
                  + "Title 42 expulsions, since the Center for Disease Control (CDC) has "
                  + "said that the closure of borders does not protect the health, and "
                  + "asylum seekers are at risk in all border cities."),
          new Demand(
              2,
              "Immediately eliminate MPP, also known as the “Remain in Mexico” "
                  + "Program, taking into account the Convention on the Status of "
                  + "Refugees and ensuring that the people subject to the program can "
                  + "carry out their asylum cases within the United States in freedom, "
                  + "not in the detention centers where so many people have been infected "
                  + "with COVID-19, and without ankle monitors that serve as a digital "
                  + "prison."),
          new Demand(
              3,
              "Immediately eliminate the waitlist to apply for asylum and invest in "
                  + "more USCIS personnel trained to serve migrants more quickly"),
          new Demand(
              4,
              "Immediately eliminate the separation of migrant families and take "
                  + "immediate action for their family reunification."),
          new Demand(5, "Guarantee legal representation for asylum seekers"),
          new Demand(
              6,
              "Guarantee the right to seek asylum, especially for vulnerable "
                  + "populations, for example, pregnant women and unaccompanied "
                  + "minors. Many women have seen directly that simply for being "
                  + "pregnant, border authorities dissuade them from or present obstacles "
                  + "to their pursuit of asylum."));

  private static final String OPENING =
      "A cordial greeting and congratulations on winning the 2020 election. "
          + "We trust that under your administration, many of the proposals you "
          + "have committed to during your campaign, related to the defense of "
          + "migrants, will be quickly implemented. At the US-Mexico border, "
          + "there are thousands of families in danger and waiting for a positive "
          + "response to their asylum claims for more than a year. As you can "
          + "imagine, this has been detrimental to these men, women, girls, and "
          + "boys. For the sake of their lives, we ask that as soon as you assume "
          + "leadership that you respect their right to asylum in the following "
          + "ways:";

  private static final String CLOSING =
      "These are the key issues for families waiting for asylum at the "
          + "border, and we who advocate on their behalf. We recognize that there "
          + "is a great deal of work needed to achieve a fair and humane "
          + "migration system in the United States, and we ask that with every "
          + "decision you make, that you consider the human rights of migrants "
          + "under international law, which was made to protect people fleeing "
          + "persecution.\n\n"
          + "The asylum seekers are committed to complying with the health "
          + "measures put in place to protect us all, both for themselves and for "
          + "US citizens, measures that should not paralyze the asylum process.\n\n"
          + "We appreciate your attention to these requests and look forward to a "
          + "favorable response within the first hundred days of your "
          + "administration.";

  private SampleBooks() {}

  private static final BookFiles FILES = new BookFiles();

  /** Reads the entries and writes the files of their book. */
  static Manifest write(Edition edition, List<BookEntry> entries, Path dir) {
    try (Roll roll =
        Roll.read(dir, edition.action().deadline().getZone(), entries::forEach, _ -> {})) {
      return FILES.write(edition, roll, dir);
    }
  }

  static Edition frozen(LetterVersion... letters) {
    return edition(BookPart.BOOK, true, Optional.empty(), letters);
  }

  static Edition again(Manifest original) {
    return edition(BookPart.BOOK, true, Optional.of(original), letter(1));
  }

  static Edition provisional() {
    return edition(BookPart.BOOK, false, Optional.empty(), letter(1));
  }

  static Edition supplement() {
    return edition(BookPart.SUPPLEMENT, true, Optional.empty(), letter(1));
  }

  private static Edition edition(
      BookPart part, boolean frozen, Optional<Manifest> original, LetterVersion... letters) {
    var printed = letters.length == 0 ? List.of(letter(1)) : List.of(letters);
    var asOf = frozen ? part.end(action()) : EARLY;
    return new Edition(action(), part, printed, frozen, asOf, asOf.plusSeconds(7), original);
  }

  static LetterVersion letter(int version) {
    return new LetterVersion(
        version,
        List.of(
            new LetterText(
                "en",
                TextStatus.DRAFT,
                "Join Voices with Asylum Seekers",
                "",
                "Dear President-Elect Joe Biden and Vice President-Elect Kamala Harris,",
                version == 1 ? OPENING : "Another sample opening.",
                DEMANDS,
                CLOSING,
                "Sample subject",
                "",
                "",
                List.of())));
  }

  static Action action() {
    return new Action(
        new ActionId(new UUID(0, 1)),
        new Slug("join-voices-with-asylum-seekers"),
        SampleActions.letter().organization(),
        List.of("Sample families waiting at the border"),
        List.of(
            addressee("old", "Nobody Any More", Optional.empty(), Optional.of(DEADLINE)),
            addressee("president", "President Sample", Optional.of(DEADLINE), Optional.empty()),
            addressee("vice", "Vice President Sample", Optional.empty(), Optional.empty())),
        List.of("Immigration"),
        Congress.STANDARD,
        Instant.parse("2020-12-10T05:00:00Z"),
        ZonedDateTime.parse("2021-01-20T12:00:00-05:00[America/New_York]"),
        Instant.parse("2021-05-01T04:00:00Z"),
        1000,
        100,
        SampleActions.letter().keepContact(),
        "en",
        "en",
        letter(1));
  }

  private static Addressee addressee(
      String id, String name, Optional<Instant> from, Optional<Instant> to) {
    return new Addressee(
        id, name, "Sample office", List.of("1 Office Way"), Optional.empty(), from, to);
  }

  static BookEntry entry(String shownAs, String region, Instant confirmed, String words) {
    return entry(1, shownAs, region, confirmed, words);
  }

  static BookEntry entry(
      int version, String shownAs, String region, Instant confirmed, String words) {
    return new BookEntry(
        new SignatureId(UUID.randomUUID()),
        version,
        Act.SEND,
        confirmed.minus(Duration.ofHours(1)),
        confirmed,
        shownAs,
        region,
        "US",
        "en",
        words,
        Source.WEB);
  }

  /** Counted on the word of a witness. */
  static BookEntry onPaper(String region) {
    return new BookEntry(
        new SignatureId(UUID.randomUUID()),
        1,
        Act.LETTER,
        EARLY,
        EARLY,
        "",
        region,
        "US",
        "en",
        "",
        Source.SHEET);
  }

  /** So many who are only counted. */
  static List<BookEntry> counted(int number, String region, Instant confirmed) {
    var entries = new ArrayList<BookEntry>();
    for (int i = 0; i < number; i++) {
      entries.add(entry("", region, confirmed, ""));
    }
    return entries;
  }
}
