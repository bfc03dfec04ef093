package org.joinvoices.demo;

import java.nio.file.Path;
import org.joinvoices.delivery.Chamber;
import org.joinvoices.delivery.cwc.CwcContract;
import org.joinvoices.delivery.cwc.Gateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The real client against the fake gateway of one chamber. */
@SuppressWarnings("NullAway.Init")
abstract class GatewayContract extends CwcContract {

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
  protected int accepted() {
    return server.accepted();
  }
}
