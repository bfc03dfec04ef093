package org.joinvoices.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.send;
import static org.joinvoices.signing.SampleForms.with;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConfirmedStreamTest {

  private final SigningHouse house = new SigningHouse();
  private final List<BookEntry> entries = new ArrayList<>();

  @AfterEach
  void close() {
    house.close();
  }

  private List<BookEntry> confirmedBetween(Instant from, Instant before) {
    house.signatures.forEachConfirmed(
        house.action.id(), before, from, before, Instant.EPOCH, entries::add);
    return entries;
  }

  @Test
  void showsOnlyWhatEachSignerAllowed() {
    Instant start = house.clock.instant();
    house.confirmed(with(with(send(), "display", "full"), "consent_own_words", "true"));
    house.advance(Duration.ofMinutes(1));
    house.confirmed(with(letter(), "display", "initials"));
    house.advance(Duration.ofMinutes(1));
    house.confirmed(with(send(), "email", "other@mail.example"));
    house.advance(Duration.ofMinutes(1));

    assertThat(confirmedBetween(start, house.clock.instant()))
        .extracting(BookEntry::shownAs)
        .containsExactly("Sample-Amira Testperson", "S. T.", "");
    assertThat(entries)
        .extracting(BookEntry::ownWords)
        .containsExactly("Please read these sample words.", "", "");
  }

  @Test
  void keepsToItsTimes() {
    Instant start = house.clock.instant();
    house.confirmed(letter());
    SignatureKey late = house.sign(send());
    house.advance(Duration.ofDays(1));
    Instant deadline = house.clock.instant();
    house.signing.confirm(late);

    assertThat(confirmedBetween(start, deadline)).hasSize(1);
    assertThat(confirmedBetween(deadline, deadline.plusSeconds(1)))
        .extracting(BookEntry::id)
        .contains(late.signature());
  }

  @Test
  void leavesOutWhoWithdrew() {
    Instant start = house.clock.instant();
    house.signing.withdraw(house.confirmed(letter()));

    assertThat(confirmedBetween(start, start.plusSeconds(1))).isEmpty();
  }
}
