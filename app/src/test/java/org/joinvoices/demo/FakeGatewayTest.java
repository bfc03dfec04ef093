package org.joinvoices.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.joinvoices.delivery.Chamber;
import org.joinvoices.delivery.DeliveryResult.LaneStopped;
import org.joinvoices.delivery.DeliveryResult.Unavailable;
import org.joinvoices.delivery.cwc.CwcClient;
import org.joinvoices.delivery.cwc.OutgoingMessage;
import org.joinvoices.delivery.cwc.SampleMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class FakeGatewayTest {

  private static final String KEY = "sample-key";
  private static final String XML = "application/xml";

  @TempDir private Path folder;

  @Test
  void keepsWhatItReceivedWhenItIsStartedAgain() {
    gateway().receive(Chamber.SENATE, KEY, XML, message("SOH01"));

    assertThat(gateway().receive(Chamber.SENATE, KEY, XML, message("SOH01")).status())
        .isEqualTo(409);
    assertThat(new GatewayStore(folder).list())
        .extracting(GatewayStore.Received::status)
        .containsExactly(409, 201);
  }

  @Test
  void ignoresADraftLeftByAKilledServer() throws IOException {
    Files.writeString(folder.resolve("draft1.tmp"), "<CWC>");

    assertThat(new GatewayStore(folder).list()).isEmpty();
  }

  @Test
  void takesARepeatAtTheHouseAndShowsItAsOne() {
    gateway().receive(Chamber.HOUSE, KEY, XML, message("HOH11"));
    gateway().receive(Chamber.HOUSE, KEY, XML, message("HOH11"));

    assertThat(GatewayPage.lines(new GatewayStore(folder).list()))
        .extracting(GatewayPage.Line::repeat)
        .containsExactly(true, false);
  }

  @Test
  void answersInTheDocumentedDialectWhereAPartIsMissing() {
    assertThat(refusal("<Prefix>Ms.</Prefix>\n", ""))
        .contains(
            "Expecting an element Prefix, got nothing",
            "Invalid sequence in interleave",
            "Element Constituent failed to validate content");
  }

  @Test
  void answersInTheDialectOf2021WhereAValueIsWrong() {
    assertThat(refusal("44113", "4411"))
        .containsOnlyOnce("xml version")
        .contains("The 'Zip' element is invalid - The value '4411' is invalid");
  }

  @Test
  void validatesWithoutKeepingOrLookingAtTheAgent() {
    byte[] xml = text("HOH11").replace("JoinVoices Sample", "Someone Else").getBytes(UTF_8);

    assertThat(gateway().validate(KEY, XML, xml).status()).isEqualTo(200);
    assertThat(new GatewayStore(folder).list()).isEmpty();
  }

  @Test
  void wantsItsKeyAndXml() {
    assertThat(gateway().receive(Chamber.HOUSE, "wrong", XML, message("HOH11")).status())
        .isEqualTo(401);
    assertThat(gateway().receive(Chamber.HOUSE, KEY, "text/xml", message("HOH11")).status())
        .isEqualTo(415);
  }

  @Test
  void aClientWithAWrongKeyStopsItsLane() {
    try (var server = new GatewayServer(folder, "JoinVoices Sample")) {
      var client = server.client(Chamber.HOUSE, "wrong");

      assertThat(client.send(new OutgoingMessage(message("HOH11"), false)))
          .isEqualTo(new LaneStopped("401"));
    }
  }

  @Test
  void aClientThatFindsNobodyMayTryAgain() throws IOException {
    int closedPort;
    try (var socket = new ServerSocket(0)) {
      closedPort = socket.getLocalPort();
    }
    var nowhere = URI.create("http://localhost:" + closedPort);
    var client = new CwcClient(Chamber.HOUSE, nowhere, KEY, Duration.ofSeconds(2));

    assertThat(client.send(new OutgoingMessage(message("HOH11"), false)))
        .isEqualTo(new Unavailable("no_connection", Duration.ZERO));
  }

  private String refusal(String from, String to) {
    byte[] broken = text("HOH11").replace(from, to).getBytes(UTF_8);
    return gateway().receive(Chamber.HOUSE, KEY, XML, broken).body();
  }

  private FakeGateway gateway() {
    var keys = Map.of(Chamber.HOUSE, KEY, Chamber.SENATE, KEY);
    var registration = new FakeGateway.Registration(keys, "JoinVoices Sample");
    var store = new GatewayStore(folder);
    return new FakeGateway(registration, store, new GatewayBehaviour(), InstantSource.system());
  }

  private static String text(String office) {
    return new String(message(office), UTF_8);
  }

  private static byte[] message(String office) {
    return SampleMessages.xml(SampleMessages.to(office));
  }
}
