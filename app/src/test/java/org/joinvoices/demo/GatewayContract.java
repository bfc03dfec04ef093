package org.joinvoices.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.joinvoices.delivery.Chamber;
import org.joinvoices.delivery.DeliveryResult.Accepted;
import org.joinvoices.delivery.cwc.CwcContract;
import org.joinvoices.delivery.cwc.Gateway;
import org.joinvoices.delivery.cwc.OutgoingMessage;
import org.joinvoices.delivery.cwc.SampleMessages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real client against the fake gateway of one chamber. */
@SuppressWarnings("NullAway.Init")
abstract class GatewayContract extends CwcContract {

  private static final String ID = "0123456789abcdef0123456789abcdef";

  @TempDir private Path folder;
  private final Chamber chamber;
  private GatewayServer server;

  GatewayContract(Chamber chamber) {
    this.chamber = chamber;
  }

  @BeforeEach
  void start() {
    server = new GatewayServer(folder, AGENT);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  protected Gateway client() {
    return server.client(chamber());
  }

  @Override
  protected Chamber chamber() {
    return chamber;
  }

  @Override
  protected void next(String answer) {
    server.next(chamber(), answer);
  }

  @Override
  protected void speakAsIn2021() {
    server.speak(GatewayDialect.SEEN_IN_2021);
  }

  @Test
  void takesATestThatReachesNoOffice() {
    var message = SampleMessages.withId(chamber == Chamber.HOUSE ? "HOH11" : "SOH01", ID, AGENT);
    var outgoing = new OutgoingMessage(SampleMessages.xml(message), false);

    assertThat(server.client(chamber).test(outgoing)).isInstanceOf(Accepted.class);
    // another host of the House than its own takes messages for tests as any other
    assertThat(server.accepted()).isEqualTo(chamber == Chamber.HOUSE ? 1 : 0);
  }

  @Override
  protected int accepted() {
    return server.accepted();
  }
}
