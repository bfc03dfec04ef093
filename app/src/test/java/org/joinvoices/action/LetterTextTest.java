package org.joinvoices.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joinvoices.districts.Seat;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class LetterTextTest {

  /** As release 0.1.0 stored it. */
  private static final String OLD =
      """
      [{"language":"en","status":"REVIEWED","title":"Sample title en","introduction":"Sample introduction.",\
      "salutation":"Dear official,","opening":"Sample opening.","demands":[{"number":1,"text":"First sample demand."},\
      {"number":2,"text":"Second sample demand."}],"closing":"Sample closing.","subject":"Sample subject en",\
      "toSenators":"Please act, Senator: sample text.",\
      "toRepresentatives":"Please act, Representative: sample text."}]""";

  private static final String OLD_HASH =
      "9fbd942f8737161c86712440b47679ca5e5074694509ee98db71d735ac0095cd";

  private static final Seat HARRIS = new Seat("CA-S3");
  private static final LocalDate RESIGNED = LocalDate.parse("2021-01-19");

  @Test
  void staysByteForByteWhatItWasWhereNoSeatHasWordsOfItsOwn() {
    List<LetterText> texts = read(OLD);

    assertThat(LetterVersion.json(texts)).isEqualTo(OLD);
    assertThat(new LetterVersion(1, texts).contentHash()).isEqualTo(OLD_HASH);
    assertThat(texts.getFirst().toSeats()).isEmpty();
  }

  @Test
  void isKnownByItsWordsHoweverFarItHasComeWithItsAuthors() {
    String words = read(OLD).getFirst().wordsHash();

    assertThat(read(OLD.replace("REVIEWED", "APPROVED_BY_AUTHORS")).getFirst().wordsHash())
        .isEqualTo(words);
    for (String other :
        List.of("title en", "introduction", "Dear", "opening", "Second", "closing")) {
      assertThat(read(OLD.replace(other, "Other")).getFirst().wordsHash())
          .as(other)
          .isNotEqualTo(words);
    }
    assertThat(withSeats().wordsHash()).as("messages to single seats").isNotEqualTo(words);
  }

  @Test
  void comesBackWithTheWordsOfSingleSeats() {
    List<LetterText> texts = List.of(withSeats());

    assertThat(read(LetterVersion.json(texts))).isEqualTo(texts);
    assertThat(new LetterVersion(1, texts).contentHash()).isNotEqualTo(OLD_HASH);
  }

  @Test
  void writesToASeatInItsOwnWordsAndNoLongerOnceSomebodyElseMayHoldIt() {
    LetterText text = withSeats();

    assertThat(text.to(HARRIS, RESIGNED.minusDays(1))).isEqualTo("Dear colleague-to-be");
    assertThat(text.to(HARRIS, RESIGNED)).isEqualTo("Dear successor");
    assertThat(text.to(new Seat("CA-S1"), RESIGNED)).isEqualTo(text.toSenators());
    assertThat(text.to(new Seat("CA-12"), RESIGNED)).isEqualTo(text.toRepresentatives());
  }

  @Test
  void namesTheMessagesASignerOfAStateCanHaveSent() {
    assertThat(withSeats().messagesFrom("CA")).hasSize(4).contains("Dear successor");
    assertThat(withSeats().messagesFrom("OH"))
        .containsExactly(
            "Please act, Senator: sample text.", "Please act, Representative: sample text.");
  }

  private static LetterText withSeats() {
    LetterText text = read(OLD).getFirst();
    return new LetterText(
        text.language(),
        text.status(),
        text.title(),
        text.introduction(),
        text.salutation(),
        text.opening(),
        text.demands(),
        text.closing(),
        text.subject(),
        text.toSenators(),
        text.toRepresentatives(),
        List.of(
            new SeatText(HARRIS, Optional.empty(), "Dear successor"),
            new SeatText(HARRIS, Optional.of(RESIGNED), "Dear colleague-to-be")));
  }

  private static List<LetterText> read(String json) {
    return JsonMapper.shared().readValue(json, new TypeReference<List<LetterText>>() {});
  }
}
