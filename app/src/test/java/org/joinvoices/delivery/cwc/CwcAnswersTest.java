package org.joinvoices.delivery.cwc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import org.joinvoices.delivery.Chamber;
import org.joinvoices.delivery.DeliveryResult;
import org.joinvoices.delivery.DeliveryResult.LaneStopped;
import org.joinvoices.delivery.DeliveryResult.OfficeOff;
import org.joinvoices.delivery.DeliveryResult.Refused;
import org.joinvoices.delivery.DeliveryResult.Unavailable;
import org.joinvoices.delivery.DeliveryResult.Uncertain;
import org.joinvoices.delivery.cwc.GatewayWire.NoAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CwcAnswersTest {

  private static final Duration ASKED = Duration.ofSeconds(90);

  @ParameterizedTest
  @CsvSource({
    "HOUSE, 200, false, Accepted, 200",
    "HOUSE, 201, false, Uncertain, 201",
    "HOUSE, 204, false, Uncertain, 204",
    "HOUSE, 302, false, LaneStopped, 302",
    "HOUSE, 401, false, LaneStopped, 401",
    "HOUSE, 403, false, LaneStopped, 403",
    "HOUSE, 404, false, LaneStopped, 404",
    "HOUSE, 405, false, LaneStopped, 405",
    "HOUSE, 408, false, Unavailable, 408",
    "HOUSE, 409, false, Refused, 409",
    "HOUSE, 413, false, Refused, 413",
    "HOUSE, 415, false, LaneStopped, 415",
    "HOUSE, 429, false, Unavailable, 429",
    "HOUSE, 500, false, Uncertain, 500",
    "HOUSE, 502, false, Uncertain, 502",
    "HOUSE, 503, false, Unavailable, 503",
    "HOUSE, 504, false, Uncertain, 504",
    "HOUSE, 101, false, Uncertain, 101",
    "SENATE, 201, false, Accepted, 201",
    "SENATE, 200, false, Uncertain, 200",
    "SENATE, 409, true, Accepted, 409_accepted_earlier",
    "SENATE, 409, false, Uncertain, 409_on_first_try",
    "SENATE, 415, false, LaneStopped, 415",
    "SENATE, 429, false, Unavailable, 429",
    "SENATE, 500, false, Unavailable, 500",
    "SENATE, 504, true, Unavailable, 504"
  })
  void sortsStatuses(Chamber chamber, int status, boolean tried, String result, String code) {
    var sorted = CwcAnswers.sorted(chamber, status, new byte[0], ASKED, tried);

    assertThat(sorted.getClass().getSimpleName()).isEqualTo(result);
    assertThat(sorted.code()).isEqualTo(code);
  }

  @Test
  void keepsHowLongTheGatewayAsksToWait() {
    assertThat(CwcAnswers.sorted(Chamber.HOUSE, 503, new byte[0], ASKED, false))
        .isEqualTo(new Unavailable("503", ASKED));
  }

  @ParameterizedTest
  @CsvSource({
    "401, LaneStopped, 401",
    "403, LaneStopped, 403",
    "415, LaneStopped, 415",
    "302, LaneStopped, validate_302",
    "404, LaneStopped, validate_404",
    "400, Refused, unreadable",
    "413, Refused, validate_413",
    "408, Unavailable, validate_408",
    "429, Unavailable, validate_429",
    "500, Unavailable, validate_500",
    "502, Unavailable, validate_502",
    "503, Unavailable, validate_503",
    "201, Unavailable, validate_201"
  })
  void sortsWhatAValidationSays(int status, String result, String code) {
    var sorted = CwcAnswers.validated(status, new byte[0], ASKED).orElseThrow();

    assertThat(sorted.getClass().getSimpleName()).isEqualTo(result);
    assertThat(sorted.code()).isEqualTo(code);
    assertThat(CwcAnswers.validated(200, new byte[0], ASKED)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Expecting an element Prefix, got nothing | missing_Prefix",
        "Expecting element Prefix, got FirstName | missing_Prefix",
        "Invalid sequence in interleave | sequence",
        "Element Constituent failed to validate content | invalid_Constituent",
        "Did not expect element Bill there | unexpected_Bill",
        "Extra element MoreInfo in interleave | unexpected_MoreInfo",
        "Type string doesn't allow value 'rosa@example' | value",
        "Error validating datatype string | value",
        "The 'Zip' element is invalid - The value '1' is invalid | invalid_Zip",
        "The element 'Constituent' has incomplete content. List of possible elements expected: 'City'. | missing_City",
        "The element 'Message' has invalid child element 'Bill'. | unexpected_Bill",
        "Delivery Id has already been used | repeated_DeliveryId",
        "Rosa Sample of 1 Sample Street | other"
      })
  void sortsEachTextOfBothDialects(String text, String code) {
    String body = "<Errors><Error>" + text + "</Error><Error>" + text + "</Error></Errors>";

    assertThat(sorted400(body.getBytes(UTF_8))).isEqualTo(new Refused(code));
    assertThat(sorted400(("[\"" + text + "\"]").getBytes(UTF_8))).isEqualTo(new Refused(code));
  }

  @Test
  void stopsTheLaneForWhateverIsWrongWithTheAgent() {
    String body =
        "<Errors><Error>The 'DeliveryAgentContactPhone' element is invalid</Error></Errors>";

    assertThat(sorted400(body.getBytes(UTF_8)))
        .isEqualTo(new LaneStopped("invalid_DeliveryAgentContactPhone"));
  }

  @Test
  void sortsTheDocumentedDialect() throws IOException {
    assertThat(refused("house-400-documented-style.xml"))
        .isEqualTo(new Refused("missing_Prefix+sequence+invalid_Constituent"));
  }

  @Test
  void sortsTheDialectSeenIn2021AndKeepsNoAddress() throws IOException {
    assertThat(refused("house-400-seen-in-2021-style.xml")).isEqualTo(new Refused("invalid_Email"));
  }

  @Test
  void stopsTheLaneWhenTheAgentIsNotTheRegisteredOne() throws IOException {
    assertThat(refused("house-400-agent.xml")).isEqualTo(new LaneStopped("agent_mismatch"));
  }

  @Test
  void knowsAnOfficeThatTakesNoMessages() throws IOException {
    assertThat(refused("house-400-office-off.xml")).isEqualTo(new OfficeOff("office_off"));
  }

  @Test
  void neverPutsAnEchoedValueIntoACode() {
    String echo = "<Errors><Error>The 'rosa' element is invalid - x</Error></Errors>";

    assertThat(sorted400(echo.getBytes(UTF_8))).isEqualTo(new Refused("other"));
    assertThat(sorted400("{\"errors\":1}".getBytes(UTF_8))).isEqualTo(new Refused("unreadable"));
    assertThat(sorted400(new byte[0])).isEqualTo(new Refused("unreadable"));
  }

  @Test
  void isSureOfWhatWasNeverWrittenOnly() {
    assertThat(CwcAnswers.sorted(new NoAnswer("connect_timeout", false)))
        .isEqualTo(new Unavailable("connect_timeout", Duration.ZERO));
    assertThat(CwcAnswers.sorted(new NoAnswer("timeout", true)))
        .isEqualTo(new Uncertain("timeout"));
  }

  private static DeliveryResult refused(String file) throws IOException {
    try (InputStream body = CwcAnswersTest.class.getResourceAsStream(file)) {
      return sorted400(Objects.requireNonNull(body).readAllBytes());
    }
  }

  private static DeliveryResult sorted400(byte[] body) {
    return CwcAnswers.sorted(Chamber.HOUSE, 400, body, Duration.ZERO, false);
  }
}
