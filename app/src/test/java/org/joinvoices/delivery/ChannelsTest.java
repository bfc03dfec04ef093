package org.joinvoices.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.joinvoices.action.Channel;
import org.joinvoices.delivery.cwc.Gateway;
import org.joinvoices.delivery.cwc.OfficeCode;
import org.joinvoices.delivery.cwc.OutgoingMessage;
import org.joinvoices.signing.SignatureKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By which way a message goes, and when it takes another. */
class ChannelsTest {

  private final DeliveryHouse house;

  ChannelsTest(@TempDir Path folder) {
    house = new DeliveryHouse(folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void putsEveryMessageIntoPacketsWhereThereIsNoGateway() {
    house.lanes = house.lanes(List.of());

    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);

    assertThat(house.deliveries.list(key))
        .hasSize(3)
        .allSatisfy(
            line -> {
              assertThat(line.channel()).isEqualTo(Channel.PACKET);
              assertThat(line.state()).isEqualTo(DeliveryState.QUEUED);
              assertThat(line.heldReason()).isEmpty();
            });
  }

  @Test
  void takesTheNextWayWhereTheListLacksTheOffice() {
    onHouseGateway(new OneAnswer(Set.of("HOH12"), new DeliveryResult.Accepted("200")));
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);

    house.send();

    assertThat(channels(key)).containsExactly(Channel.CWC, Channel.CWC, Channel.PACKET);
    assertThat(house.attemptCodes()).containsOnly("accepted 201");
  }

  @Test
  void takesTheNextWayWhereTheGatewayTurnsTheOfficeAwayAndKeepsTheAttempt() {
    onHouseGateway(new OneAnswer(Set.of("HOH11"), new DeliveryResult.OfficeOff("office_off")));
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);

    house.send();

    assertThat(channels(key)).containsExactly(Channel.CWC, Channel.CWC, Channel.PACKET);
    assertThat(house.attemptCodes()).contains("unavailable office_off");
    assertThat(house.states(key)).containsEntry("OH-11", "queued");
  }

  @Test
  void divertsNobodyWhileTheListCannotBeRead() {
    onHouseGateway(new OneAnswer(Set.of(), new DeliveryResult.Accepted("200")));
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);

    house.send();
    house.pass(Duration.ofDays(1));
    house.send();

    assertThat(channels(key)).containsOnly(Channel.CWC);
    assertThat(house.states(key)).containsEntry("OH-11", "queued");
  }

  @Test
  void handsTheTextToTheSupporterAndNeverCallsItSent() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    house.leaveToSupporters("OH-11");

    house.plan();
    house.send();

    assertThat(house.states(key)).containsEntry("OH-11", "handed_over");
    assertThat(house.attemptCodes()).contains("handed_over to_supporter");
    assertThat(house.gateway.accepted()).isEqualTo(2);
  }

  private void onHouseGateway(Gateway far) {
    var lanes = new ArrayList<>(house.lanes.list());
    lanes.removeIf(lane -> lane.route() == Route.HOUSE);
    lanes.add(house.lane(Chamber.HOUSE, URI.create("http://localhost"), far, DeliveryHouse.AGENT));
    house.lanes = house.lanes(lanes);
  }

  /** Lists some offices, or has no list, and answers all messages alike. */
  private record OneAnswer(Set<String> listed, DeliveryResult answer) implements Gateway {

    @Override
    public DeliveryResult send(OutgoingMessage message) {
      return answer;
    }

    @Override
    public Set<OfficeCode> offices() throws IOException {
      if (listed.isEmpty()) {
        throw new IOException("no list");
      }
      return listed.stream().map(OfficeCode::new).collect(Collectors.toSet());
    }
  }

  private List<Channel> channels(SignatureKey key) {
    return house.deliveries.list(key).stream().map(DeliveryLine::channel).toList();
  }
}
