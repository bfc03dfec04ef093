package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.joinvoices.action.SampleActions;
import org.joinvoices.delivery.HandOver;
import org.joinvoices.delivery.HandOvers;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.crypto.KeyStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.database.BegunHome;
import org.joinvoices.platform.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandedOverCommandTest {

  private static final String AT = SampleActions.letter().deadline().toInstant().toString();

  private final Typing typing = new Typing();
  private final Path temp;
  private final Path proof;

  HandedOverCommandTest(@TempDir Path temp) throws IOException {
    this.temp = temp;
    this.proof = Files.write(temp.resolve("sheet.pdf"), "%PDF-1.7 sample".getBytes());
  }

  @Test
  void recordsThatABookReachedAnAddresseeWithItsProof() {
    begin();

    assertThat(handedOver("book", AT, "by_hand", proof)).as("%s", typing.err).isZero();

    assertThat(typing.said())
        .contains(
            "Recorded: book of sample-letter handed over to president-in-office, with proof.");
    HandOver kept = kept();
    assertThat(kept.who()).isEqualTo("O'Brien-Núñez y López");
    assertThat(kept.where()).isEqualTo("李小龍, sample desk");
    assertThat(kept.proofType()).contains("application/pdf");
  }

  @Test
  void saysWhatIsWrongWithWhatWasTypedAndRecordsNothing() throws IOException {
    begin();
    Path program = Files.write(temp.resolve("proof.exe"), new byte[] {'M', 'Z', 0, 3});

    assertThat(handedOver("letters", AT, "by_hand", proof)).isOne();
    assertThat(typing.complaint()).contains("--what is book or supplement.");
    assertThat(handedOver("book", AT, "pigeon", proof)).isOne();
    assertThat(typing.complaint()).contains("--how is one of by_hand");
    assertThat(handedOver("book", "2031-01-02T12:00:00Z", "by_hand", proof)).isOne();
    assertThat(typing.complaint()).contains("later than now");
    assertThat(handedOver("book", AT, "by_hand", program)).isOne();
    assertThat(typing.complaint()).contains("PDF");
    assertThat(handedOver("book", AT, "by_hand", temp.resolve("nowhere.pdf"))).isOne();
    assertThat(typing.complaint()).contains("nowhere.pdf cannot be read");
    assertThat(handedOver("book", "yesterday", "by_hand", proof)).isEqualTo(2);

    assertThat(typing.said()).doesNotContain("Recorded");
  }

  private int handedOver(String what, String at, String how, Path file) {
    return typing.type(
        "handed-over",
        "--action",
        "sample-letter",
        "--what",
        what,
        "--addressee",
        "president-in-office",
        "--at",
        at,
        "--how",
        how,
        "--who",
        "O'Brien-Núñez y López",
        "--where",
        "李小龍, sample desk",
        "--proof",
        file,
        "--home",
        temp);
  }

  /** A letter whose deadline was an hour ago. */
  private void begin() {
    MasterKey.loadOrCreate(temp.resolve("keys/master.json"));
    BegunHome.in(temp);
    try (var database = Database.open(temp)) {
      SampleActions.stored(database.dataSource());
      new CivicClockStore(database.dataSource(), InstantSource.system())
          .moveTo(SampleActions.letter().deadline().toInstant().plus(Duration.ofHours(1)));
    }
  }

  private HandOver kept() {
    try (var database = Database.open(temp)) {
      var source = database.dataSource();
      var vault =
          Vault.open(
              source,
              MasterKey.load(temp.resolve("keys/master.json")),
              KeyStore.in(temp.resolve("keys/data")));
      var clock = new CivicClockStore(source, InstantSource.system()).clock();
      return new HandOvers(source, vault, clock).list(SampleActions.letter().id()).getFirst();
    }
  }
}
