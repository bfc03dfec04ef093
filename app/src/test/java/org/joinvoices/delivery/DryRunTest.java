package org.joinvoices.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.delivery.DryRun.Office;
import org.joinvoices.platform.settings.Settings;
import org.joinvoices.signing.SampleForms;
import org.joinvoices.signing.SignatureKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunTest {

  private final DeliveryHouse house;

  DryRunTest(@TempDir Path folder) {
    house = new DeliveryHouse(folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void countsWhatWouldGoAndHowItIsRepairedAndSendsNothing() {
    house.confirmed("OH", DeliveryHouse.ZIP);
    var person = DeliveryHouse.in("OH", DeliveryHouse.ZIP);
    person = SampleForms.with(person, "email", "second@mail.example");
    person = SampleForms.with(person, "given_name", "");
    SignatureKey second = house.confirmed(SampleForms.with(person, "address_line2", "#4"));

    var offices = dryRun("202-555-0142").run(Optional.of(house.house.action.id()));

    assertThat(offices)
        .containsExactly(
            new Office(
                "house",
                "HOH11",
                2,
                1,
                Map.of("address2_joined", 1L, "single_name_doubled", 1L),
                Map.of(),
                0),
            new Office("senate", "SOH01", 2, 1, Map.of("single_name_doubled", 1L), Map.of(), 0),
            new Office("senate", "SOH03", 2, 1, Map.of("single_name_doubled", 1L), Map.of(), 0));
    assertThat(house.gateway.accepted()).isZero();
    assertThat(house.states(second).values()).containsOnly("queued");
  }

  @Test
  void saysWhatWouldBeHeldAndLooksAgainAtWhatIs() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);

    assertThat(dryRun("none").run(Optional.empty()))
        .extracting(Office::held)
        .containsOnly(Map.of("invalid_message", 1L));

    house.house.signing.withdraw(key);
    assertThat(dryRun("none").run(Optional.empty())).extracting(Office::withdrawn).containsOnly(1L);
  }

  /** With a telephone of the agent that a schema takes or not. */
  private DryRun dryRun(String phone) {
    var agent =
        new Settings.Agent(
            DeliveryHouse.AGENT,
            "ack@sample.example",
            "Sample Operator",
            "ops@sample.example",
            phone);
    return new DryRun(house.house.database, house.house.signatures, house.house.clock, agent);
  }
}
