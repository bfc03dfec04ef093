package org.joinvoices.districts.geocoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.joinvoices.districts.GeoPoint;
import org.joinvoices.districts.Geocoder;
import org.joinvoices.districts.Geocoder.Answer;
import org.joinvoices.districts.Geocoder.Answer.Found;
import org.joinvoices.districts.Geocoder.Answer.Unavailable;
import org.joinvoices.districts.Geocoder.Fault;
import org.joinvoices.districts.StreetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CensusBatchTest extends GeocoderContract {

  @Override
  Geocoder geocoder(FarSide side) {
    return (address, _) -> new CensusBatch(side).locate(List.of(address)).getFirst();
  }

  @Override
  String house(String lat, String lon) {
    return match(0, "Exact", lat, lon);
  }

  @Override
  String twoHouses() {
    return "\"0\",\"1100 Congress Ave, Austin, TX, 78701\",\"Tie\"\n";
  }

  @Override
  String nothing() {
    return "\"0\",\"1100 Congress Ave, Austin, TX, 78701\",\"No_Match\"\n";
  }

  @Test
  void answersComeBackInAnyOrderAndGoToTheirOwnAddress() {
    far.says(
        match(2, "Non_Exact", "41.48", "-81.69")
            + "\"1\",\"x\",\"No_Match\"\n"
            + match(0, "Exact", "30.2747", "-97.7404"));

    var answers = batch().locate(Collections.nCopies(4, CAPITOL));

    assertThat(((Found) answers.get(0)).place().point()).isEqualTo(new GeoPoint(30.2747, -97.7404));
    assertThat(answers.get(1)).isEqualTo(new Answer.None());
    assertThat(((Found) answers.get(2)).place().exact()).isFalse();
    assertThat(answers.get(3)).as("left out").isEqualTo(new Unavailable(Fault.GARBAGE));
  }

  @Test
  void goesAsAFormsFileWithoutAHeader() {
    far.says("");

    batch()
        .locate(List.of(CAPITOL, new StreetAddress("1 \"A\" St, rear", "Juneau", "AK", "99801")));

    assertThat(far.asked().getFirst())
        .startsWith("/base/geographies/addressbatch")
        .contains("name=\"benchmark\"\r\n\r\nPublic_AR_Current\r\n")
        .contains("name=\"vintage\"\r\n\r\n")
        .contains(
            "name=\"addressFile\"; filename=\"addresses.csv\"\r\nContent-Type: text/csv\r\n\r\n")
        .contains(
            "0,1100 Congress Ave,Austin,TX,78701\r\n1,\"1 \"\"A\"\" St, rear\",Juneau,AK,99801\r\n");
  }

  @Override
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>Sorry, 1100 Congress Ave</html>",
        "",
        "\"0\",\"x",
        "0,x,Maybe",
        "0,x,Match"
      })
  void whatIsNotOfTheFormatIsGarbage(String text) {
    super.whatIsNotOfTheFormatIsGarbage(text);
  }

  private CensusBatch batch() {
    return new CensusBatch(new FarSide(far.url(), java.time.Duration.ofSeconds(5), "test"));
  }

  private static String match(int id, String exactness, String lat, String lon) {
    return """
    "%d","1100 Congress Ave, Austin, TX, 78701","Match","%s","1100 CONGRESS AVE, AUSTIN, TX, 78701","%s,%s","63946","L","48","453","001100","1002"
    """
        .formatted(id, exactness, lon, lat);
  }
}
