package org.joinvoices.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.send;
import static org.joinvoices.signing.SampleForms.with;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.joinvoices.signing.ReviewDecision;
import org.joinvoices.signing.ReviewScope;
import org.joinvoices.signing.SignatureState;
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

  @Test
  void keepsItsNumbersWhateverOrganizersTakeOutAndBringBack(@TempDir Path dir) throws Exception {
    try (var house = new SigningHouse()) {
      var before = house.confirmed(named("Before", "before@mail.example"));
      var after = house.confirmed(named("After", "after@mail.example"));
      house.confirmed(named("Always", "always@mail.example"));
      var review = house.underReview(named("Review", "review@mail.example"), "honeypot");
      var outBefore = house.takeOut(before);
      house.advance(Duration.between(house.clock.instant(), house.action.deadline()).plusHours(1));
      var books = new PetitionBooks(house.database, house.signatures, house.clock);
      assertThat(books.make(house.action.id(), BookPart.BOOK, dir).signatures()).isEqualTo(2);

      house.advance(Duration.ofHours(1));
      var outAfter = house.takeOut(after);
      house.undo(outBefore);
      house.decide(
          ReviewScope.of(house.action.id(), SignatureState.UNDER_REVIEW),
          new ReviewDecision.Release());
      var copy = books.make(house.action.id(), BookPart.BOOK, dir);
      assertThat(copy.signatures()).isEqualTo(2);
      assertThat(copy.endedSince()).isEqualTo(1);
      assertThat(Files.readString(dir.resolve("signatures.csv")))
          .contains("Always")
          .doesNotContain("Before", "After", "Review");

      house.advance(Duration.ofHours(1));
      house.undo(outAfter);
      house.advance(Duration.ofHours(1));
      house.undo(house.takeOut(before));
      copy = books.make(house.action.id(), BookPart.BOOK, dir);
      assertThat(copy.signatures()).isEqualTo(2);
      assertThat(copy.endedSince()).isZero();
      assertThat(Files.readString(dir.resolve("signatures.csv")))
          .contains("Always", "After")
          .doesNotContain("Before", "Review");
      house.advance(Duration.ofHours(48));
      assertThat(
              books
                  .make(house.action.id(), BookPart.SUPPLEMENT, dir.resolve("supplement"))
                  .signatures())
          .as("what was released in time")
          .isEqualTo(1);
      assertThat(house.signatures.find(review).orElseThrow().confirmedAt()).isPresent();
      assertThat(house.signatures.find(before).orElseThrow().state())
          .as("counts, though in no book")
          .isEqualTo(SignatureState.CONFIRMED);
    }
  }

  private static Map<String, List<String>> named(String name, String email) {
    return with(with(with(letter(), "given_name", name), "email", email), "display", "full");
  }
}
