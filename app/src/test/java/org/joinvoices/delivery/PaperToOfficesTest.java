package org.joinvoices.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.signing.SheetImportTask;
import org.joinvoices.signing.SheetImports;
import org.joinvoices.signing.SignatureId;
import org.joinvoices.signing.SignatureKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a row of a sheet of paper to the offices. */
class PaperToOfficesTest {

  @Test
  void messagesGoOutOnceItsSignerSaysSoByMailAndThePersonStaysOne(@TempDir Path temp)
      throws IOException {
    try (var delivery = new DeliveryHouse(temp.resolve("gateway"))) {
      var house = delivery.house;
      var imports =
          new SheetImports(
              house.database, house.vault, house.signing, house.clock, InstantSource.system());
      Path file = temp.resolve("rows.csv");
      Files.writeString(
          file,
          """
          first name,last name,title,email,address,city,state,zip,consent_deliver
          Sample-Ana,Testperson,Ms.,ana@mail.example,1 Samplestreet,Cleveland,OH,44103,x
          Sample-Ben,Testperson,Mr.,,2 Samplestreet,Cleveland,OH,44103,x
          """);
      imports.run(
          new Actor.CommandLine(),
          new SheetImportTask(
              house.action, file, Map.of(), Optional.empty(), "", false, Optional.empty()));
      delivery.plan();
      house.count();
      var jdbc = JdbcClient.create(house.database);
      assertThat(jdbc.sql("SELECT count(*) FROM delivery").query(Long.class).single())
          .as("nobody has said yes to messages yet")
          .isZero();
      assertThat(house.counts.of(house.action.id()).confirmed()).isEqualTo(2);
      assertThat(jdbc.sql("SELECT count(*) FROM mail").query(Long.class).single()).isEqualTo(1);

      UUID asked = jdbc.sql("SELECT subject_id FROM mail").query(UUID.class).single();
      var key = new SignatureKey(house.action.id(), new SignatureId(asked));
      house.signing.confirm(key);
      delivery.plan();
      delivery.plan();
      delivery.send();
      house.count();

      assertThat(delivery.states(key)).containsOnlyKeys("OH-S1", "OH-S3", "OH-11");
      assertThat(delivery.states(key).values()).containsOnly("accepted");
      assertThat(jdbc.sql("SELECT count(*) FROM delivery").query(Long.class).single()).isEqualTo(3);
      assertThat(house.counts.of(house.action.id()).confirmed()).isEqualTo(2);
      assertThat(house.counts.of(house.action.id()).onPaper()).isEqualTo(1);
    }
  }
}
