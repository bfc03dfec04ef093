package org.joinvoices.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.request;
import static org.joinvoices.signing.SampleForms.send;
import static org.joinvoices.signing.SampleForms.with;

import java.time.Duration;
import org.joinvoices.districts.BuiltIn;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.GeocoderKind;
import org.joinvoices.districts.Geocoders;
import org.joinvoices.districts.Match.Ambiguous;
import org.joinvoices.districts.Match.Confidence;
import org.joinvoices.districts.Match.How;
import org.joinvoices.districts.Match.Matched;
import org.joinvoices.districts.Seat;
import org.joinvoices.districts.StreetMatcher;
import org.joinvoices.districts.geocoder.FakeFarSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A house whose geocoder answers, or does not. */
class StreetSigningTest {

  /** A cold machine needs some of it to read the borders, which a house does at its start. */
  private static final Duration TIMEOUT = Duration.ofMillis(500);

  private static final Districts DISTRICTS = BuiltIn.DISTRICTS;

  private final FakeFarSide far = new FakeFarSide();
  private final SigningHouse house =
      new SigningHouse(
          StreetMatcher.asking(
              DISTRICTS,
              Geocoders.open(GeocoderKind.NOMINATIM, far.url(), TIMEOUT, "JoinVoices test")));

  @BeforeEach
  void readBorders() {
    DISTRICTS.match(new org.joinvoices.districts.GeoPoint(41.5, -81.7), house.clock.today());
  }

  @AfterEach
  void close() {
    house.close();
    far.close();
  }

  @Test
  void theStreetSettlesTheDistrictAndHowIsKept() {
    far.says(
        """
        [{"lat":"41.4993","lon":"-81.6944","address":{"house_number":"1"}}]""");

    var outcome = (SignOutcome.Signed) house.signing.sign(request(send()));

    var match = (Matched) outcome.match();
    assertThat(match.how()).isEqualTo(How.STREET);
    assertThat(match.confidence()).isEqualTo(Confidence.EXACT_POINT);
    SignatureView view = house.signatures.find(outcome.key()).orElseThrow();
    assertThat(view.seats()).extracting(Seat::value).containsExactly("OH-11", "OH-S1", "OH-S3");
    assertThat(house.rows("signature WHERE match->>'how' = 'STREET'")).isEqualTo(1);
    assertThat(far.asked()).singleElement().asString().doesNotContain("Amira", "mail.example");
  }

  @Test
  void aGeocoderThatDoesNotAnswerDelaysASignatureByItsTimeOutAtMost() {
    far.sticks();
    long begun = System.nanoTime();

    var outcome = (SignOutcome.Signed) house.signing.sign(request(send()));

    assertThat(outcome.match()).isInstanceOf(Ambiguous.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(TIMEOUT.multipliedBy(4));
  }

  @Test
  void aGeocoderThatFailsBlocksNobody() {
    far.says(500, "sorry");

    assertThat(((SignOutcome.Signed) house.signing.sign(request(send()))).match())
        .isInstanceOf(Ambiguous.class);
  }

  @Test
  void whoSignsTheLetterOnlyIsNotAskedAbout() {
    house.sign(with(letter(), "postal_code", "44109"));
    house.sign(with(send(), "postal_code", "44113"));

    assertThat(far.asked()).isEmpty();
  }
}
