package org.joinvoices.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.joinvoices.action.LetterVersion;
import org.joinvoices.action.SampleActions;
import org.joinvoices.districts.Seat;
import org.junit.jupiter.api.Test;

/** What is shown is what is sent, with a word about its language where offices need one. */
class OfficeMessageTest {

  private static final Seat SEAT = new Seat("OH-S1");
  private static final LocalDate DAY = LocalDate.of(2021, 1, 10);
  private final LetterVersion letter = SampleActions.letter().letter();

  @Test
  void leavesEnglishAsItIs() {
    var message = OfficeMessage.to(SEAT, DAY, letter, "en", " Words.\n", "en");

    assertThat(message.statement()).isEqualTo(letter.in("en").toSenators());
    assertThat(message.ownWords()).contains("Words.");
  }

  @Test
  void saysOfOwnWordsInWhichLanguageTheyWereWritten() {
    assertThat(OfficeMessage.to(SEAT, DAY, letter, "en", "Palabras.", "es").ownWords())
        .contains("[Written in Spanish]\n\nPalabras.");
    assertThat(OfficeMessage.to(SEAT, DAY, letter, "en", "Palavras.", "pt-BR").ownWords())
        .contains("[Written in Portuguese]\n\nPalavras.");
  }

  @Test
  void saysItOfAStatementToo() {
    var text = letter.in("es");

    assertThat(OfficeMessage.to(SEAT, DAY, letter, "es", "", "es").statement())
        .isEqualTo(
            text.language().equals("es")
                ? "[Written in Spanish]\n\n" + text.toSenators()
                : text.toSenators());
  }

  @Test
  void leavesOwnWordsOutThatOnlyRepeatTheStatement() {
    String statement = letter.in("en").toSenators();

    assertThat(OfficeMessage.to(SEAT, DAY, letter, "en", statement + "\r\n", "es").ownWords())
        .isEmpty();
    assertThat(OfficeMessage.to(SEAT, DAY, letter, "en", " \n ", "es").ownWords()).isEmpty();
  }

  @Test
  void cutsNoLetterOfTheWordsForTheMark() {
    String words = "ñ".repeat(10_000);

    assertThat(OfficeMessage.to(SEAT, DAY, letter, "en", words, "es").ownWords()).contains(words);
  }
}
