package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.joinvoices.action.Actions;
import org.joinvoices.action.SampleActions;
import org.joinvoices.districts.BuiltIn;
import org.joinvoices.districts.StreetMatcher;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.crypto.KeyStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.database.BegunHome;
import org.joinvoices.platform.database.Database;
import org.joinvoices.platform.switches.Switchboard;
import org.joinvoices.platform.switches.Switches;
import org.joinvoices.signing.SampleForms;
import org.joinvoices.signing.SignOutcome;
import org.joinvoices.signing.Signing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class PacketsCommandTest {

  private final Typing typing = new Typing();
  private final Path temp;

  PacketsCommandTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @Test
  void makesPrintsVoidsAndHandsOverThePacketsOfAHome() throws IOException {
    begin();

    assertThat(packets("list")).as("%s", typing.err).isZero();
    assertThat(typing.said()).contains("Letters that wait:", "OH-S1", "No packet was made yet.");

    assertThat(packets("make", "--office", "oh-s1")).as("%s", typing.err).isZero();
    assertThat(typing.said())
        .contains("OH-S1/1  made, letters 1")
        .contains("Packets made: 1; letters left out: 0 withdrawn, 0 held");

    assertThat(packets("print", "--out", temp.resolve("out"))).as("%s", typing.err).isZero();
    assertThat(typing.said()).contains("3 files hold names", "Destroy them once");
    Path part = temp.resolve("out/sample-letter-OH-S1-1-part-1.pdf");
    assertThat(part).isNotEmptyFile();
    assertThat(temp.resolve("out/sample-letter-OH-S1-1-labels.pdf")).isNotEmptyFile();
    assertThat(temp.resolve("out/sample-letter-OH-S1-1-delivery-sheet.pdf")).isNotEmptyFile();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(part)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("out"))))
        .isEqualTo("rwx------");

    assertThat(packets("void", "OH-S1/1")).as("%s", typing.err).isZero();
    assertThat(packets("void", "OH-S1/1")).isOne();
    assertThat(typing.complaint()).contains("Packet OH-S1/1 is void already.");
    assertThat(packets("print", "OH-S1/1", "--out", temp.resolve("out"))).isOne();

    assertThat(packets("make", "--json")).as("%s", typing.err).isZero();
    assertThat(typing.said()).contains("\"packet\":\"OH-S1/2\"", "\"packet\":\"OH-S3/1\"");
    String at = Instant.now().plus(clockOffset()).toString();
    assertThat(handedOver("OH-S1/2", at, "by pigeon")).isOne();
    assertThat(typing.complaint()).contains("--how is one of by_hand");
    assertThat(handedOver("OH-S1/2", "2021-01-02T12:00:00Z", "by_hand")).isOne();
    assertThat(typing.complaint()).contains("it cannot have been handed over at 2021-01-02");
    assertThat(handedOver("OH-S1/2", "2031-01-02T12:00:00Z", "by_hand")).isOne();
    assertThat(typing.complaint()).contains("later than now");
    assertThat(handedOver("OH-S1/2", at, "by_hand")).as("%s", typing.err).isZero();
    assertThat(typing.said())
        .contains("Recorded: OH-S1/2 handed over at ", ", letters 1, without proof.");
    assertThat(handedOver("OH-S1/2", at, "by_hand")).isOne();
    assertThat(typing.complaint()).contains("Packet OH-S1/2 is handed over already.");
    assertThat(handedOver("OH-S1/7", at, "by_hand")).isOne();
    assertThat(typing.complaint()).contains("There is no packet OH-S1/7");

    assertThat(packets("list", "--json")).isZero();
    assertThat(typing.said())
        .contains("\"waiting\":[]")
        .contains("\"number\":2,\"state\":\"handed_over\",\"letters\":1,\"taken_out\":[]");
  }

  @Test
  void saysWhatIsWrongWithWhatWasTyped() {
    begin();
    assertThat(packets("make", "--office", "Ohio")).isOne();
    assertThat(typing.complaint()).contains("Ohio is no seat");
    assertThat(packets("make", "--most", "0")).isOne();
    assertThat(packets("void", "OH-11")).isOne();
    assertThat(typing.type("packets", "list", "--action", "none", "--home", temp)).isOne();
    assertThat(typing.complaint()).contains("There is no action none in this house.");
    assertThat(typing.type("packets", "list")).isEqualTo(2);
  }

  /** One person whose messages wait for packets, in a house that lives in January 2021. */
  private void begin() {
    var master = MasterKey.loadOrCreate(temp.resolve("keys/master.json"));
    BegunHome.in(temp);
    try (var database = Database.open(temp)) {
      var source = database.dataSource();
      SampleActions.stored(source);
      var vault = Vault.open(source, master, KeyStore.in(temp.resolve("keys/data")));
      var clocks = new CivicClockStore(source, InstantSource.system());
      clocks.moveTo(SampleActions.OPEN);
      CivicClock clock = clocks.clock();
      var districts = BuiltIn.DISTRICTS;
      try (var signing =
          new Signing(
              source,
              vault,
              new Actions(source),
              districts,
              StreetMatcher.off(districts),
              clock,
              new Switchboard(new Switches(source, InstantSource.system())))) {
        var signed = (SignOutcome.Signed) signing.sign(SampleForms.request(SampleForms.send()));
        signing.confirm(signed.key());
      }
      var jdbc = JdbcClient.create(source);
      for (String seat : new String[] {"OH-S1", "OH-S3"}) {
        jdbc.sql(
                """
                INSERT INTO delivery (action_id, id, signature_id, target, channel, lane, state, delivery_code,
                  due_at, created_at)
                SELECT action_id, gen_random_uuid(), id, ?, 'packet', 'packet', 'queued',
                  replace(gen_random_uuid()::text, '-', ''), signed_at, signed_at FROM signature
                """)
            .param(seat)
            .update();
      }
    }
  }

  private int packets(Object... words) {
    var all = new Object[words.length + 5];
    all[0] = "packets";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--action";
    all[words.length + 2] = "sample-letter";
    all[words.length + 3] = "--home";
    all[words.length + 4] = temp;
    return typing.type(all);
  }

  private int handedOver(String packet, String at, String how) {
    return packets(
        "handed-over", packet, "--at", at, "--how", how, "--who", "Sample Sam", "--where", "Desk");
  }

  private Duration clockOffset() {
    try (var database = Database.open(temp)) {
      return new CivicClockStore(database.dataSource(), InstantSource.system())
          .find()
          .orElseThrow();
    }
  }
}
