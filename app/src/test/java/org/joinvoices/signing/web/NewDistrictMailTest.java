package org.joinvoices.signing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.send;
import static org.joinvoices.signing.SampleForms.with;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.joinvoices.districts.BuiltIn;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.mail.OutgoingMail;
import org.joinvoices.signing.Rematch;
import org.joinvoices.signing.SignatureKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NewDistrictMailTest {

  private final PublicPages pages = new PublicPages();
  private final SignerMail mail =
      SignerMail.newDistrict(pages.house.signatures, pages.house.actions, pages.links, pages.mails);
  private SignatureKey key;

  /** In one district of January 2021, in two of February 2023. */
  @BeforeEach
  void divide() {
    key = pages.house.confirmed(with(with(send(), "postal_code", "43021"), "language", "en"));
    var later = Instant.parse("2023-02-01T17:00:00Z");
    pages.house.advance(Duration.between(pages.house.clock.instant(), later));
    new Rematch(pages.house.database, pages.house.vault, BuiltIn.DISTRICTS, pages.house.clock)
        .run(key);
  }

  @AfterEach
  void close() {
    pages.close();
  }

  @Test
  void asksForTheDistrictAndLeadsToTheReceipt() {
    assertThat(compose())
        .get()
        .satisfies(
            sent -> {
              assertThat(sent.subject()).isEqualTo("Where do you live now on the new House map?");
              assertThat(sent.text()).contains("has changed since", "https://house.example/r/");
              assertThat(sent.text()).doesNotContain("43021", "Samplestreet");
            });
  }

  @Test
  void isNotSentAnyMoreOnceTheDistrictIsChosen() {
    pages.house.signing.chooseDistrict(key, new Seat("OH-12"));

    assertThat(compose()).isEmpty();
  }

  private Optional<OutgoingMail> compose() {
    return mail.compose(key.action().value(), key.signature().value());
  }
}
