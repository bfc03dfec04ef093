package org.joinvoices.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.send;
import static org.joinvoices.signing.SampleForms.with;

import java.util.List;
import java.util.Map;
import org.joinvoices.districts.BuiltIn;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.Match.Ambiguous;
import org.joinvoices.districts.Match.Candidate;
import org.joinvoices.districts.Match.Confidence;
import org.joinvoices.districts.Match.How;
import org.joinvoices.districts.Match.Matched;
import org.joinvoices.districts.Seat;
import org.joinvoices.signing.DistrictForms.Next;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Supporters find their district; 44109 lay in OH-09 and OH-11 in January 2021. */
class DistrictFormsTest {

  private static final Map<String, String> LAKEWOOD = place("41.4820", "-81.7982");
  private static final Map<String, String> COLUMBUS = place("39.9612", "-82.9988");
  private static final Map<String, String> AUSTIN = place("30.2747", "-97.7404");

  private final SigningHouse house = new SigningHouse();
  private final DistrictForms forms = new DistrictForms(house.signing);

  @AfterEach
  void close() {
    house.close();
  }

  private static Map<String, String> place(String lat, String lon) {
    return Map.of("lat", lat, "lon", lon, "accuracy", "20");
  }

  private Match match(SignatureKey key) {
    return house.signatures.find(key).orElseThrow().match();
  }

  private List<String> seats(SignatureKey key) {
    return house.signatures.find(key).orElseThrow().seats().stream().map(Seat::value).toList();
  }

  private List<String> candidates(SignatureKey key) {
    return ((Ambiguous) match(key))
        .candidates().stream().map(Candidate::seat).map(Seat::value).toList();
  }

  private SignatureKey unknownZip() {
    return house.sign(with(send(), "postal_code", "44000"));
  }

  @Test
  void settlesByTheDistrictThePlaceLiesInAndKeepsNoPlace() {
    SignatureKey key = house.sign(send());

    assertThat(forms.answer("location", key, LAKEWOOD)).isEqualTo(new Next.Look(""));

    Matched settled = (Matched) match(key);
    assertThat(settled.how()).isEqualTo(How.POINT);
    assertThat(settled.confidence()).isEqualTo(Confidence.EXACT_POINT);
    assertThat(seats(key)).containsExactly("OH-09", "OH-S1", "OH-S3");
    assertThat(house.rows("signature WHERE match::text LIKE '%41.%'")).isZero();
  }

  @Test
  void leavesTheChoiceToThePersonNearABorderNearestFirst() {
    SignatureKey key = house.sign(send());

    assertThat(
            forms.answer(
                "location", key, Map.of("lat", "41.4820", "lon", "-81.7982", "accuracy", "12000")))
        .isEqualTo(new Next.Look("?note=several#district"));

    assertThat(candidates(key)).startsWith("OH-09").contains("OH-11");
    assertThat(((Ambiguous) match(key)).confidence()).isEqualTo(Confidence.NEAR_BORDER);
    assertThat(seats(key)).containsExactly("OH-S1", "OH-S3");
  }

  @Test
  void offersBothWhereThePlaceLiesOutsideTheZipCode() {
    SignatureKey key = house.sign(send());

    assertThat(forms.answer("location", key, COLUMBUS))
        .isEqualTo(new Next.Look("?note=elsewhere#district"));

    assertThat(candidates(key)).containsExactlyInAnyOrder("OH-03", "OH-09", "OH-11");
    assertThat(candidates(key)).startsWith("OH-03");
    var shown = house.signatures.match(house.signatures.find(key).orElseThrow(), BuiltIn.DISTRICTS);
    assertThat(((Ambiguous) shown).candidates()).allMatch(one -> !one.towns().isEmpty());
    assertThat(forms.answer("district", key, Map.of("seat", "OH-03"))).isEqualTo(new Next.Look(""));
    assertThat(((Matched) match(key)).how()).isEqualTo(How.CHOSEN);
  }

  @Test
  void isNotSureOfSenatorsWhereThePlaceLiesInAnotherState() {
    SignatureKey key = house.sign(send());
    forms.answer("location", key, AUSTIN);
    assertThat(seats(key)).isEmpty();

    SignatureKey sent = house.confirmed(with(send(), "email", "other.testperson@mail.example"));
    assertThat(forms.answer("location", sent, AUSTIN)).isEqualTo(mend("location", "find.refused"));
    assertThat(seats(sent)).containsExactly("OH-S1", "OH-S3");
  }

  @Test
  void settlesAfterConfirmingOnceAndTellsTheReaders() {
    SignatureKey key = house.confirmed(send());

    forms.answer("location", key, LAKEWOOD);

    assertThat(house.rows("signature_event WHERE kind = 'district_chosen'")).isEqualTo(1);
    assertThat(forms.answer("location", key, COLUMBUS)).isEqualTo(mend("location", "find.refused"));
    assertThat(seats(key)).startsWith("OH-09");
  }

  @Test
  void takesAnotherZipCodeWhereThatOfTheAddressIsUnknown() {
    SignatureKey key = unknownZip();
    assertThat(house.signatures.find(key).orElseThrow().anywhere()).isTrue();

    assertThat(forms.answer("zip", key, Map.of("zip", " 44113 "))).isEqualTo(new Next.Look(""));

    assertThat(((Matched) match(key)).how()).isEqualTo(How.CHOSEN);
    assertThat(((Matched) match(key)).confidence()).isEqualTo(Confidence.CHOSEN);
    assertThat(seats(key)).startsWith("OH-11");
  }

  @Test
  void goesOnToTheDistrictsOfThatZipCodeAndTakesAWrongOneBack() {
    SignatureKey key = unknownZip();

    assertThat(forms.answer("zip", key, Map.of("zip", "44109")))
        .isEqualTo(new Next.Look("#district"));
    assertThat(candidates(key)).containsExactlyInAnyOrder("OH-09", "OH-11");
    assertThat(forms.answer("zip", key, Map.of("zip", "82001"))).isEqualTo(new Next.Look(""));
    assertThat(seats(key)).startsWith("WY-00");
    assertThat(forms.answer("district", key, Map.of("seat", "OH-03"))).isEqualTo(new Next.Look(""));
    assertThat(seats(key)).startsWith("OH-03");
  }

  @Test
  void takesAnyDistrictThereIsWhereTheZipCodeIsMilitary() {
    SignatureKey key = house.sign(with(send(), "postal_code", "09012"));

    assertThat(forms.answer("district", key, Map.of("seat", "OH-44")))
        .isInstanceOf(Next.Mend.class);
    assertThat(forms.answer("district", key, Map.of("seat", "OH-S1")))
        .isInstanceOf(Next.Mend.class);
    assertThat(forms.answer("district", key, Map.of("seat", "TX-21"))).isEqualTo(new Next.Look(""));
    assertThat(seats(key)).startsWith("TX-21").hasSize(3);
  }

  @Test
  void keepsTheStateOnceItsSenatorsMayHaveHeard() {
    SignatureKey key = house.confirmed(with(send(), "postal_code", "09012"));
    forms.answer("zip", key, Map.of("zip", "44109"));
    assertThat(seats(key)).containsExactly("OH-S1", "OH-S3");

    assertThat(forms.answer("district", key, Map.of("seat", "TX-21")))
        .isInstanceOf(Next.Mend.class);
    assertThat(forms.answer("district", key, Map.of("seat", "OH-09"))).isEqualTo(new Next.Look(""));
  }

  @Test
  void takesNoOtherZipCodeForAnAddressThatIsKnown() {
    SignatureKey key = house.sign(send());
    assertThat(forms.answer("zip", key, Map.of("zip", "82001")))
        .isEqualTo(new Next.Mend(Map.of("zip", "find.refused"), Map.of("zip", "82001")));
  }

  @Test
  void saysWhatIsWrongAndChangesNothing() {
    SignatureKey key = unknownZip();
    Match before = match(key);

    assertThat(forms.answer("zip", key, Map.of("zip", "4411")))
        .isEqualTo(new Next.Mend(Map.of("zip", "find.zip.wrong"), Map.of("zip", "4411")));
    assertThat(forms.answer("zip", key, Map.of("zip", "00000")))
        .isEqualTo(new Next.Mend(Map.of("zip", "unmatched.unknown_zip"), Map.of("zip", "00000")));
    assertThat(forms.answer("location", key, Map.of())).isEqualTo(mend("location", "locate.wrong"));
    assertThat(forms.answer("location", key, place("91", "0")))
        .isEqualTo(mend("location", "locate.wrong"));
    assertThat(forms.answer("location", key, place("48.85", "2.35")))
        .isEqualTo(mend("location", "unmatched.outside_districts"));
    assertThat(
            forms.answer(
                "location", key, Map.of("lat", "41.48", "lon", "-81.79", "accuracy", "90000")))
        .isEqualTo(mend("location", "locate.coarse"));
    assertThat(forms.answer("district", key, Map.of())).isEqualTo(mend("seat", "choose.missing"));
    assertThat(match(key)).isEqualTo(before);
  }

  private static Next mend(String field, String key) {
    return new Next.Mend(Map.of(field, key), Map.of());
  }
}
