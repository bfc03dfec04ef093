package org.joinvoices.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.delivery.DeliveryHouse.in;

import com.google.crypto.tink.util.Bytes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.joinvoices.delivery.DeliveryStore.Composed;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SignatureView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has left, and what is taken from a worker that was about to post it. */
class RecallTest {

  private final DeliveryHouse house;

  RecallTest(@TempDir Path folder) {
    house = new DeliveryHouse(folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void takesAMessageFromAWorkerThatWasAboutToPostIt() {
    SignatureKey key = house.confirmed(in("OH", DeliveryHouse.ZIP));
    var claim = house.claim(Route.HOUSE, Duration.ofMinutes(1)).orElseThrow();

    assertThat(house.deliveries.keepBack(view(key))).isEqualTo(Left.NOTHING);

    var old =
        new Composed(claim, Bytes.copyFrom(new byte[32]), _ -> new DeliveryResult.Refused(""));
    assertThat(house.store.markSending(List.of(old), Duration.ofMinutes(1))).isEmpty();
    house.pass(Duration.ofMinutes(2));
    house.send();
    assertThat(house.states(key).values()).as("it goes a moment later").containsOnly("accepted");
    assertThat(house.deliveries.keepBack(view(key))).isEqualTo(Left.MESSAGE);
  }

  @Test
  void callsAMessageThatIsBeingPostedOrPrintedGone() {
    SignatureKey key = house.confirmed(in("OH", DeliveryHouse.ZIP));
    for (String gone :
        List.of(
            "state = 'sending', lease_until = created_at",
            "state = 'needs_review'",
            "channel = 'packet', lane = 'packet', state = 'handed_over'")) {
      set(gone);
      assertThat(house.deliveries.left(view(key))).as(gone).isEqualTo(Left.MESSAGE);
    }
    set("channel = 'hand_off', lane = 'hand_off', state = 'handed_over'");
    assertThat(house.deliveries.left(view(key)))
        .as("it is with its signer")
        .isEqualTo(Left.NOTHING);
  }

  @Test
  void letsGoOnWhatCouldNotGoAsItWasTypedAndNothingThatAnOrganizerHolds() {
    SignatureKey key = house.confirmed(in("OH", DeliveryHouse.ZIP));
    set("state = 'held', held_reason = 'no_title'");
    house.deliveries.goOn(key);
    assertThat(house.states(key)).containsEntry("OH-11", "queued");

    set("state = 'held', held_reason = 'by_organizer'");
    house.deliveries.goOn(key);
    assertThat(house.states(key)).containsEntry("OH-11", "held by_organizer");
  }

  private void set(String columns) {
    JdbcClient.create(house.house.database)
        .sql("UPDATE delivery SET " + columns + " WHERE target = 'OH-11'")
        .update();
  }

  private SignatureView view(SignatureKey key) {
    return house.house.signatures.find(key).orElseThrow();
  }
}
