package org.joinvoices.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.joinvoices.action.SampleActions;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditEntry;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.principal.AccountId;
import org.joinvoices.signing.HandedOver;
import org.joinvoices.signing.SigningHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class HandOversTest {

  private static final byte[] JPEG = file(0xFF, 0xD8, 0xFF, 0xE0, 'x');
  private static final byte[] EXE = file('M', 'Z', 0x90, 0, 3);
  private static final Actor RUTH = new Actor.Person(new AccountId(new UUID(0, 7)));

  private final SigningHouse house = new SigningHouse();
  private final Instant deadline = house.action.deadline().toInstant();
  private final HandOvers handOvers = new HandOvers(house.database, house.vault, house.clock);
  private final JdbcClient jdbc = JdbcClient.create(house.database);

  HandOversTest() {
    house.advance(Duration.between(SampleActions.OPEN, deadline.plus(Duration.ofHours(1))));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void keepsWhoWhereWhenHowAndTheProof() {
    var answer = handOvers.record(book("president-in-office", deadline), JPEG, RUTH);

    assertThat(answer).isInstanceOf(HandOverAnswer.Recorded.class);
    var kept = handOvers.list(house.action.id()).getFirst();
    assertThat(kept.who()).isEqualTo("O'Brien-Núñez y López 🕊️");
    assertThat(kept.where()).isEqualTo("Sample entrance, to a sample clerk");
    assertThat(kept.handedAt()).isEqualTo(deadline);
    assertThat(kept.addressee()).contains("president-in-office");
    assertThat(kept.proofType()).contains("image/jpeg");
    assertThat(kept.recordedBy()).contains(new UUID(0, 7));
    var proof = handOvers.proof(house.action.id(), kept.id(), RUTH).orElseThrow();
    assertThat(proof.content().toByteArray()).isEqualTo(JPEG);
    assertThat(new AuditTrail(house.database, house.clock).list(Long.MAX_VALUE, 2))
        .extracting(AuditEntry::act)
        .containsExactly(AuditAct.PROOF_DOWNLOADED, AuditAct.BOOK_HANDED_OVER);
  }

  @Test
  void keepsNothingInClearAndEndsWithTheKeyOfTheLetter() {
    handOvers.record(book("president-in-office", deadline), JPEG, RUTH);
    UUID id = handOvers.list(house.action.id()).getFirst().id();

    assertThat(jdbc.sql("SELECT hand_over::text FROM hand_over").query(String.class).single())
        .doesNotContain("Núñez", "clerk", hex("clerk"), hex("ñ"));

    house.vault.destroy(house.action.id().value());
    assertThat(handOvers.list(house.action.id()).getFirst().who()).isEmpty();
    assertThat(handOvers.proof(house.action.id(), id, RUTH)).isEmpty();
    assertThat(handOvers.record(book("president-in-office", deadline), RUTH))
        .isEqualTo(new HandOverAnswer.Refused(HandOverFault.LETTER_ENDED));
  }

  @Test
  void tellsEverybodyToWhomTheBookCameAndWhenFirstAndNoMore() {
    handOvers.record(book("president-in-office", deadline.plusSeconds(60)), RUTH);
    handOvers.record(book("president-in-office", deadline), RUTH);

    assertThat(handOvers.of(house.action.id()))
        .containsExactly(new HandedOver("president-in-office", deadline));
  }

  @Test
  void tellsWhatAFileIsByItsFirstBytesAndNotByItsName() {
    assertThat(recorded(EXE)).isEqualTo("PROOF_OF_OTHER_TYPE");
    assertThat(recorded(new byte[0])).isEqualTo("PROOF_EMPTY");
    assertThat(recorded(file(0xFF, 0xD8))).isEqualTo("PROOF_OF_OTHER_TYPE");
    assertThat(recorded(Arrays.copyOf(JPEG, 11 * 1024 * 1024))).isEqualTo("PROOF_TOO_LARGE");
    assertThat(recorded(Arrays.copyOf(JPEG, HandOverProof.LARGEST))).isEqualTo("recorded");
    assertThat(recorded("%PDF-1.7 sample".getBytes(UTF_8))).isEqualTo("recorded");
    assertThat(recorded(file(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'))).isEqualTo("recorded");
  }

  private String recorded(byte[] proof) {
    return said(handOvers.record(book("president-in-office", deadline), proof, RUTH));
  }

  @ParameterizedTest
  @CsvSource({
    "president-in-office, 0, Ruth, Entrance, recorded",
    "president-in-office, 7200, Ruth, Entrance, IN_THE_FUTURE",
    "president, -4000000, Ruth, Entrance, BEFORE_THE_LETTER",
    "president, 0, Ruth, Entrance, ADDRESSEE_NOT_IN_OFFICE",
    "president, -60, Ruth, Entrance, recorded",
    "nobody, 0, Ruth, Entrance, ADDRESSEE_UNKNOWN",
    "president-in-office, 0, '  ', Entrance, WHO_MISSING",
    "president-in-office, 0, Ruth, '', WHERE_MISSING",
    "president-in-office, 0, Ruth, 李小龍, recorded",
    "president-in-office, 0, Ruth\uFFFD, Entrance, UNREADABLE"
  })
  void answersBadInputWithWhatToDo(
      String addressee, int seconds, String who, String where, String expected) {
    var draft =
        HandOverDraft.book(
            house.action.id(),
            BookPart.BOOK,
            addressee,
            deadline.plusSeconds(seconds),
            HandOverWay.POST,
            who,
            where);

    assertThat(said(handOvers.record(draft, new Actor.CommandLine()))).isEqualTo(expected);
    assertThat(handOvers.list(house.action.id())).hasSize(expected.equals("recorded") ? 1 : 0);
  }

  @Test
  void takesFiveHundredCharactersAndNoMore() {
    assertThat(said(handOvers.record(by("S".repeat(500)), RUTH))).isEqualTo("recorded");
    assertThat(said(handOvers.record(by("S".repeat(501)), RUTH))).isEqualTo("WHO_TOO_LONG");
  }

  @Test
  void knowsNoPacketThatIsNotThere() {
    var draft =
        HandOverDraft.packet(
            house.action.id(), new UUID(0, 1), deadline, HandOverWay.COURIER, "Ruth", "Door");

    assertThat(said(handOvers.record(draft, RUTH))).isEqualTo("PACKET_UNKNOWN");
  }

  private static String said(HandOverAnswer answer) {
    return switch (answer) {
      case HandOverAnswer.Recorded _ -> "recorded";
      case HandOverAnswer.Refused(var fault) -> fault.name();
    };
  }

  private HandOverDraft book(String addressee, Instant at) {
    return HandOverDraft.book(
        house.action.id(),
        BookPart.BOOK,
        addressee,
        at,
        HandOverWay.BY_HAND,
        "  O'Brien-Núñez y López 🕊️ ",
        "Sample entrance,\nto a sample clerk");
  }

  private HandOverDraft by(String who) {
    return HandOverDraft.book(
        house.action.id(),
        BookPart.BOOK,
        "president-in-office",
        deadline,
        HandOverWay.BY_HAND,
        who,
        "Door");
  }

  private static String hex(String text) {
    return java.util.HexFormat.of().formatHex(text.getBytes(UTF_8));
  }

  private static byte[] file(int... bytes) {
    byte[] file = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      file[i] = (byte) bytes[i];
    }
    return file;
  }
}
