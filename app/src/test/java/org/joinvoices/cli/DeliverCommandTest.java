package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.joinvoices.delivery.Chamber;
import org.joinvoices.demo.GatewayServer;
import org.joinvoices.platform.crypto.KeyStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.database.BegunHome;
import org.joinvoices.platform.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeliverCommandTest {

  private static final String AGENT = "JoinVoices Sample";

  private final Path folder;

  DeliverCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void wantsOneThingAtATime() {
    var typing = new Typing();

    assertThat(typing.type("deliver")).isEqualTo(2);
    assertThat(typing.type("deliver", "--dry-run", "--test", "house")).isEqualTo(2);
    assertThat(typing.type("deliver", "--test", "house", "--to", "a@b.example")).isEqualTo(2);
    assertThat(typing.type("deliver", "--test", "packet")).isEqualTo(2);
    assertThat(typing.err.toString())
        .contains("Give one of --dry-run and --test.", "--to goes with --test office_mail")
        .contains("name house, senate or office_mail");
  }

  @Test
  void triesBothGatewaysAndNotesItAndReachesNoOffice() throws IOException {
    try (var gateway = new GatewayServer(folder.resolve("gateway"), AGENT)) {
      Path config = config(gateway, AGENT);
      BegunHome.in(folder.resolve("home"));

      assertThat(said(0, "--test", "senate", "--config", config))
          .contains("senate, to SAK02: taken (201)");
      assertThat(said(0, "--test", "house", "--config", config, "--json"))
          .contains(
              "{\"lane\":\"house\",\"to\":\"HAK00\",\"result\":\"accepted\",\"code\":\"200\"}");
      assertThat(said(1, "--test", "senate", "--config", config(gateway, "Somebody Else")))
          .contains("refused because of key, name or address of ours", "(agent_mismatch)");
      assertThat(said(0, "--dry-run", "--config", config))
          .contains("0 ready, 0 of them repaired; 0 would be held. Nothing was sent.");

      assertThat(gateway.messages())
          .singleElement()
          .satisfies(
              texts ->
                  assertThat(texts)
                      .containsEntry("Subject", "Test message, please ignore")
                      .containsEntry("LastName", "Please Ignore")
                      .containsEntry("Email", "operator@sample.example"));
      assertThat(testsNoted()).isEqualTo(3);
    }
  }

  private long testsNoted() {
    try (var database = Database.open(folder.resolve("home"))) {
      return JdbcClient.create(database.dataSource())
          .sql("SELECT count(*) FROM audit_entry WHERE act = 'test_sent'")
          .query(Long.class)
          .single();
    }
  }

  private static String said(int status, Object... words) {
    var all = new Object[words.length + 1];
    all[0] = "deliver";
    System.arraycopy(words, 0, all, 1, words.length);
    var typing = new Typing();
    assertThat(typing.type(all)).as("%s", typing.err).isEqualTo(status);
    return typing.out.toString();
  }

  private Path config(GatewayServer gateway, String agent) throws IOException {
    Path master = folder.resolve("master.json");
    MasterKey.loadOrCreate(master);
    KeyStore.in(folder.resolve("keys"));
    return Files.writeString(
        folder.resolve(agent.replace(" ", "") + ".conf"),
        """
        base-url = https://letters.sample.example
        home = %s
        master-key-file = %s
        key-store = %s
        mail.host = localhost
        mail.from = letters@sample.example
        house.key = %s
        house.url = %s
        senate.key = %s
        senate.url = %s
        agent.name = %s
        agent.ack-email = ack@sample.example
        agent.contact-name = Sample Operator
        agent.contact-email = operator@sample.example
        agent.contact-phone = 202-555-0142
        """
            .formatted(
                folder.resolve("home"),
                master,
                folder.resolve("keys"),
                GatewayServer.KEY,
                gateway.address(Chamber.HOUSE),
                GatewayServer.KEY,
                gateway.address(Chamber.SENATE),
                agent));
  }
}
