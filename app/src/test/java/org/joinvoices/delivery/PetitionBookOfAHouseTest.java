package org.joinvoices.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.send;
import static org.joinvoices.signing.SampleForms.with;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.joinvoices.signing.SigningHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the sign form to the book, through the database. */
class PetitionBookOfAHouseTest {

  @Test
  void agreesWithTheDatabase(@TempDir Path dir) throws Exception {
    try (var house = new SigningHouse()) {
      house.confirmed(with(with(send(), "display", "full"), "consent_own_words", "true"));
      var leaves = house.confirmed(with(letter(), "display", "initials"));
      house.sign(with(letter(), "email", "never.confirmed@mail.example"));
      house.advance(Duration.between(house.clock.instant(), house.action.deadline()).plusHours(1));
      var books = new PetitionBooks(house.database, house.signatures, house.clock);

      var frozen = books.make(house.action.id(), BookPart.BOOK, dir);
      assertThat(frozen.signatures()).isEqualTo(2);
      assertThat(Files.readString(dir.resolve("signatures.csv")))
          .contains("Sample-Amira Testperson,Please read these sample words.")
          .contains("S. T.")
          .doesNotContain("Sample-Sam", "mail.example", "44109");

      house.signing.withdraw(leaves);
      var copy = books.make(house.action.id(), BookPart.BOOK, dir);
      assertThat(copy.signatures()).isEqualTo(2);
      assertThat(copy.endedSince()).isEqualTo(1);
      assertThat(Files.readString(dir.resolve("signatures.csv"))).doesNotContain("S. T.");
    }
  }
}
