package org.joinvoices.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.joinvoices.signing.SampleForms.with;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.joinvoices.action.ActionId;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.signing.SignatureKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From what waits for an office to the paper it is handed, and back where a packet is given up. */
class PacketsTest {

  private static final Actor BY = new Actor.CommandLine();
  private static final Seat OFFICE = new Seat("OH-11");

  private DeliveryHouse house;
  private JdbcClient jdbc;
  private Packets packets;
  private ActionId action;

  @BeforeEach
  void open(@TempDir Path folder) {
    house = new DeliveryHouse(folder);
    jdbc = JdbcClient.create(house.house.database);
    packets = packets(house::machineTime);
    action = house.house.action.id();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Packets packets(InstantSource machine) {
    return new Packets(
        house.house.database,
        house.house.signatures,
        house.house.vault,
        house.districts,
        house.house.clock,
        machine);
  }

  @Test
  void makesOnePacketOfWhatWaitsForAnOfficeOwnWordsFirst() throws IOException {
    onPaper("a", "");
    onPaper("b", "Please read what b has to say.");
    onPaper("c", "");
    assertThat(packets.open(action))
        .extracting(
            offer -> offer.seat() + " " + offer.officeholder().orElse("") + " " + offer.letters())
        .contains("OH-11 Marcia L. Fudge 3")
        .hasSize(3);

    Packet packet = make().packet().orElseThrow();

    assertThat(packet.name()).isEqualTo("OH-11/1");
    assertThat(packet.letters()).isEqualTo(3);
    assertThat(packet.takenOut()).isEmpty();
    assertThat(packets.open(action)).extracting(PacketOffer::seat).doesNotContain(OFFICE);
    assertThat(text(packet, "part-1"))
        .contains("The Honorable Marcia L. Fudge", "Letter 1 of 3", "what b has to say")
        .contains("2 letters with the same text", "Letters 2 to 3 of 3")
        .contains("a@mail.example", "Ms. Sample-Amira Testperson-b", "Please act, Representative");
    assertThat(text(packet, "delivery-sheet")).contains("Their numbers 1 to 3");
    assertThat(acts()).containsExactly("packets_made", "packet_printed", "packet_printed");
    assertThat(make().isOver()).isTrue();
  }

  @Test
  void takesAtMostWhatIsAskedForAndCountsPacketsPerOffice() {
    for (String who : List.of("a", "b", "c")) {
      onPaper(who, "");
    }

    assertThat(packets.make(BY, action, OFFICE, 2).packet().orElseThrow().letters()).isEqualTo(2);
    assertThat(packets.make(BY, action, OFFICE, 2).packet().orElseThrow().name())
        .isEqualTo("OH-11/2");
    assertThat(packets.list(action)).extracting(Packet::name).containsExactly("OH-11/1", "OH-11/2");
  }

  @Test
  void makesNoneWhileTheLetterOrTheOfficeIsPausedButGatewaysDoNotMatter() {
    SignatureKey key = onPaper("a", "");
    house.pause(new Pausable.OfLane(Route.HOUSE));
    house.pause(new Pausable.OfOffice(OFFICE));
    assertThat(make().isOver()).isTrue();
    assertThat(house.states(key)).containsEntry("OH-11", "held office_paused");
    house.resume(new Pausable.OfOffice(OFFICE));
    house.pause(new Pausable.OfAction(action));
    assertThat(make().isOver()).isTrue();
    house.resume(new Pausable.OfAction(action));

    assertThat(make().packet()).isPresent();
  }

  @Test
  void leavesOutWhoWithdrewThoughNobodyHasPlannedSince() {
    SignatureKey gone = onPaper("a", "");
    onPaper("b", "");
    house.house.signing.withdraw(gone);

    PacketMaking making = make();

    assertThat(making.withdrawn()).isOne();
    assertThat(making.packet().orElseThrow().letters()).isOne();
    assertThat(house.states(gone)).containsEntry("OH-11", "withdrawn");
  }

  @Test
  void printsNoLetterToASeatThatNobodyHolds() {
    SignatureKey key = onPaper("a", "");
    // OH-11 was vacant from 10 March to 4 November 2021
    house.house.advance(between("2021-04-15T16:00:00Z"));

    PacketMaking making = make();

    assertThat(making.packet()).isEmpty();
    assertThat(making.held()).isOne();
    assertThat(house.states(key)).containsEntry("OH-11", "held vacant_seat");
  }

  @Test
  void takesOutWhoWithdrawsLaterAndNamesTheNumber() throws IOException {
    SignatureKey gone = onPaper("a", "Words of a, sample.");
    onPaper("b", "");
    Packet packet = make().packet().orElseThrow();
    house.house.signing.withdraw(gone);

    assertThat(text(packet, "part-1")) // before the planner has heard of it
        .contains("without 1, taken out")
        .doesNotContain("Words of a", "a@mail.example");
    house.plan();

    assertThat(house.states(gone)).containsEntry("OH-11", "withdrawn");
    assertThat(packets.find(action, packet.id()).orElseThrow().takenOut()).containsExactly(1);
    assertThat(text(packet, "delivery-sheet")).contains("Number of letters 1", "Taken out 1;");
  }

  @Test
  void handsOverWhatIsStillInThePacketAndRemembersWhen() {
    SignatureKey gone = onPaper("a", "Words of a, sample.");
    SignatureKey stays = onPaper("b", "");
    Packet packet = make().packet().orElseThrow();
    house.house.signing.withdraw(gone);
    house.plan();
    house.house.advance(Duration.ofDays(2));
    Instant at = house.house.clock.instant();

    assertThat(packets.handOver(BY, action, packet.id(), at, () -> {})).isTrue();

    assertThat(house.states(stays)).containsEntry("OH-11", "handed_over");
    assertThat(house.states(gone)).containsEntry("OH-11", "withdrawn");
    assertThat(house.attemptCodes()).containsExactly("handed_over packet_1");
    var after = packets.find(action, packet.id()).orElseThrow();
    assertThat(after.state()).isEqualTo(PacketState.HANDED_OVER);
    assertThat(after.settledAt()).contains(at);
    assertThat(packets.handOver(BY, action, packet.id(), at, () -> {})).isFalse();
    assertThat(packets.makeVoid(BY, action, packet.id())).isFalse();
    assertThat(acts()).containsExactly("packets_made", "packet_handed_over");
  }

  @Test
  void saysHandedOverOfWhoWithdrewOnlyAfterTheOfficeHadIt() {
    SignatureKey late = onPaper("a", "");
    Packet packet = make().packet().orElseThrow();
    house.house.advance(Duration.ofDays(1));
    Instant at = house.house.clock.instant();
    house.house.advance(Duration.ofHours(2));
    house.house.signing.withdraw(late);
    house.plan();

    packets.handOver(BY, action, packet.id(), at, () -> {});

    assertThat(house.states(late)).containsEntry("OH-11", "handed_over");
  }

  @Test
  void queuesTheLettersOfAVoidPacketAgainButNotThoseWithdrawn() {
    SignatureKey gone = onPaper("a", "");
    SignatureKey stays = onPaper("b", "");
    Packet packet = make().packet().orElseThrow();
    house.house.signing.withdraw(gone);
    house.plan();

    assertThat(packets.makeVoid(BY, action, packet.id())).isTrue();

    assertThat(house.states(gone)).containsEntry("OH-11", "withdrawn");
    assertThat(waiting("OH-11")).isOne();
    assertThat(packets.print(BY, action, packet.id())).isEmpty();
    assertThat(packets.find(action, packet.id()).orElseThrow().takenOut()).isEmpty();
    assertThat(packets.handOver(BY, action, packet.id(), house.house.clock.instant(), () -> {}))
        .isFalse();
    assertThat(make().packet().orElseThrow().name()).isEqualTo("OH-11/2");
    assertThat(house.states(stays)).containsEntry("OH-11", "held in_packet");
  }

  @Test
  void printsNoLetterThatWouldSaySomethingElseThanBefore() throws IOException {
    SignatureKey key = onPaper("a", "");
    onPaper("b", "");
    Packet packet = make().packet().orElseThrow();
    jdbc.sql(
            "UPDATE delivery SET message_hash = sha256(message_hash) WHERE signature_id = ? AND packet_id IS NOT NULL")
        .param(key.signature().value())
        .update();

    assertThat(text(packet, "part-1")).contains("taken out").doesNotContain("a@mail.example");
    assertThat(house.states(key)).containsEntry("OH-11", "held message_changed");
    assertThat(packets.find(action, packet.id()).orElseThrow().takenOut()).hasSize(1);
  }

  @Test
  void neverPutsOneLetterInTwoPacketsHoweverManyMakeThem() {
    for (int i = 0; i < 12; i++) {
      onPaper("p" + i, "");
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        threads.execute(() -> packets.make(BY, action, OFFICE, 2));
      }
    }

    assertThat(packets.list(action)).extracting(Packet::letters).containsOnly(2).hasSize(6);
    assertThat(packets.list(action)).extracting(Packet::number).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(packets.list(action)).allMatch(packet -> packet.takenOut().isEmpty());
  }

  @Test
  void whatIsPrintedGoesByNoOtherLane() {
    SignatureKey key = onPaper("a", "");
    make();
    house.send();
    house.release();
    house.followTurnover();

    assertThat(house.states(key)).containsEntry("OH-11", "held in_packet");
    assertThat(house.gateway.accepted()).isZero();
  }

  @Test
  void aStepThatIsCutOffHasNotHappened() {
    SignatureKey key = onPaper("a", "");
    Packets cutOff = packets(PacketsTest::cutOff); // where the entry in the audit trail is dated
    assertThatThrownBy(() -> cutOff.make(BY, action, OFFICE, Packets.MOST)).hasMessage("cut off");
    assertThat(packets.list(action)).isEmpty();
    assertThat(waiting("OH-11")).isOne();

    Packet packet = make().packet().orElseThrow();
    Instant at = house.house.clock.instant();
    assertThatThrownBy(() -> cutOff.handOver(BY, action, packet.id(), at, () -> {}))
        .hasMessage("cut off");
    assertThatThrownBy(() -> cutOff.makeVoid(BY, action, packet.id())).hasMessage("cut off");
    assertThatThrownBy(
            () ->
                packets.handOver(
                    BY,
                    action,
                    packet.id(),
                    at,
                    () -> {
                      throw new IllegalStateException("no proof");
                    }))
        .hasMessage("no proof");

    assertThat(house.states(key)).containsEntry("OH-11", "held in_packet");
    assertThat(house.attemptCodes()).isEmpty();
    assertThat(packets.handOver(BY, action, packet.id(), at, () -> {})).isTrue();
    assertThat(house.attemptCodes()).containsExactly("handed_over packet_1");
  }

  @Test
  void forgetsALetterThatCameBackAndWentIntoAnotherPacket() {
    SignatureKey key = onPaper("a", "");
    onPaper("b", "");
    Packet first = make().packet().orElseThrow();
    // withdrawn by the planner and planned anew, as when a district is chosen again
    jdbc.sql(
            "UPDATE delivery SET state = 'queued', held_reason = NULL WHERE signature_id = ? AND packet_id IS NOT NULL")
        .param(key.signature().value())
        .update();
    assertThat(packets.find(action, first.id()).orElseThrow().takenOut()).hasSize(1);

    Packet second = make().packet().orElseThrow();
    packets.handOver(BY, action, first.id(), house.house.clock.instant(), () -> {});

    assertThat(second.letters()).isOne();
    assertThat(packets.find(action, first.id()).orElseThrow().takenOut()).hasSize(1);
    assertThat(house.states(key)).containsEntry("OH-11", "held in_packet");
  }

  @Test
  void keepsNothingOfALetterByWhichAPersonCanBeGuessed() {
    onPaper("a", "");
    make();

    assertThat(
            jdbc.sql("SELECT octet_length(message_hash) FROM delivery WHERE packet_id IS NOT NULL")
                .query(Integer.class)
                .list())
        .containsExactly(32);
  }

  private PacketMaking make() {
    return packets.make(BY, action, OFFICE, Packets.MOST);
  }

  /** Somebody in OH-11 whose messages wait for packets. */
  private SignatureKey onPaper(String who, String ownWords) {
    Map<String, List<String>> form = DeliveryHouse.in("OH", DeliveryHouse.ZIP);
    form = with(with(form, "email", who + "@mail.example"), "own_words", ownWords);
    SignatureKey key = house.confirmed(with(form, "family_name", "Testperson-" + who));
    jdbc.sql("UPDATE delivery SET channel = 'packet', lane = 'packet' WHERE lane <> 'packet'")
        .update();
    return key;
  }

  private String text(Packet packet, String paper) throws IOException {
    PacketPapers papers = packets.print(BY, action, packet.id()).orElseThrow();
    String file =
        papers.files().stream().filter(one -> one.contains(paper)).findFirst().orElseThrow();
    try (var document = Loader.loadPDF(papers.find(file).orElseThrow())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  private long waiting(String seat) {
    return packets.open(action).stream()
        .filter(offer -> offer.seat().value().equals(seat))
        .mapToLong(PacketOffer::letters)
        .sum();
  }

  private List<String> acts() {
    return new ArrayList<>(
        jdbc.sql("SELECT act FROM audit_entry ORDER BY number").query(String.class).list());
  }

  private Duration between(String civic) {
    return Duration.between(house.house.clock.instant(), Instant.parse(civic));
  }

  private static Instant cutOff() {
    throw new IllegalStateException("cut off");
  }
}
