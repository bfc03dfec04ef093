package org.joinvoices.accountability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.util.Bytes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.joinvoices.action.SampleActions;
import org.joinvoices.districts.BuiltIn;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditEntry;
import org.joinvoices.platform.principal.AccountId;
import org.joinvoices.signing.Answered;
import org.joinvoices.signing.SigningHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record of what officials answered. */
class ResponsesTest {

  private static final Actor RUTH = new Actor.Person(new AccountId(new UUID(0, 7)));
  private static final LocalDate DAY = LocalDate.parse("2021-02-02");
  private static final Responder PRESIDENT = new Responder.Named("president-in-office");
  private static final Responder SENATOR = new Responder.Member(new Seat("OH-S1"));
  private static final String LINK = "https://office.sample.example/answer";
  private static final Bytes NO_FILE = Bytes.copyFrom(new byte[0]);
  private static final Bytes PDF = Bytes.copyFrom("%PDF-1.7 sample".getBytes(UTF_8));

  private final SigningHouse house = new SigningHouse();
  private final Responses responses = new Responses(house.database, BuiltIn.DISTRICTS, house.clock);

  ResponsesTest() {
    house.advance(
        Duration.between(
            SampleActions.OPEN, house.action.deadline().toInstant().plus(Duration.ofDays(20))));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void keepsWhoSaidWhatOfWhichDemandAndWhoHeldTheSeatThatDay() {
    UUID id =
        recorded(draft(SENATOR, Map.of(1, ResponseStance.IN_PART, 2, ResponseStance.REFUSED), PDF));

    var kept = all().getFirst();
    assertThat(kept.from()).isEqualTo(SENATOR);
    assertThat(kept.holder()).contains("Sherrod Brown");
    assertThat(kept.stances())
        .containsExactly(
            Map.entry(1, ResponseStance.IN_PART), Map.entry(2, ResponseStance.REFUSED));
    assertThat(kept.words()).isEqualTo("We will look at it — «pronto». 🕊️");
    assertThat(kept.saidOn()).isEqualTo(DAY);
    assertThat(kept.letterVersion()).isEqualTo(1);
    assertThat(responses.evidence(house.action.id(), id).orElseThrow().content()).isEqualTo(PDF);
    assertThat(acts(1)).containsExactly(AuditAct.RESPONSE_RECORDED);
  }

  @Test
  void aWithdrawnResponseStaysAsSuchCountsNoLongerAndTakesItsFileAlong() {
    UUID id = recorded(draft(SENATOR, Map.of(1, ResponseStance.FAVORABLE), PDF));
    assertThat(responses.of(house.action.id())).contains(new Answered(1, DAY));
    String hash = all().getFirst().file().orElseThrow().sha256();

    assertThat(said(responses.withdraw(house.action.id(), id, " It was another office's. ", RUTH)))
        .isEqualTo("recorded");

    var kept = all().getFirst();
    assertThat(kept.stands()).isFalse();
    assertThat(kept.withdrawal().orElseThrow().reason()).isEqualTo("It was another office's.");
    assertThat(kept.file().orElseThrow().sha256()).isEqualTo(hash);
    assertThat(responses.evidence(house.action.id(), id)).isEmpty();
    assertThat(responses.of(house.action.id())).isEmpty();
    assertThat(responses.listOf(house.action.id(), List.of(new Seat("OH-S1")))).isEmpty();
    assertThat(said(responses.withdraw(house.action.id(), id, "Again.", RUTH)))
        .as("once is enough")
        .isEqualTo("NOT_ON_RECORD");
    assertThat(acts(2)).containsExactly(AuditAct.RESPONSE_WITHDRAWN, AuditAct.RESPONSE_RECORDED);
  }

  @Test
  void takesNothingOffWithoutAReasonThatCanBeRead() {
    UUID id = recorded(draft(SENATOR, Map.of(1, ResponseStance.FAVORABLE), NO_FILE));

    assertThat(said(responses.withdraw(house.action.id(), id, " ", RUTH)))
        .isEqualTo("REASON_MISSING");
    assertThat(said(responses.withdraw(house.action.id(), id, "x".repeat(501), RUTH)))
        .isEqualTo("REASON_TOO_LONG");
    assertThat(said(responses.withdraw(house.action.id(), new UUID(0, 1), "Wrong.", RUTH)))
        .isEqualTo("NOT_ON_RECORD");
    assertThat(all().getFirst().stands()).isTrue();
  }

  @Test
  void countsAnOfficeOnceAndAnAcknowledgmentNotAtAll() {
    recorded(draft(PRESIDENT, Map.of(Response.WHOLE, ResponseStance.NO_POSITION), NO_FILE));
    assertThat(responses.of(house.action.id())).isEmpty();

    recorded(draft(SENATOR, Map.of(1, ResponseStance.FAVORABLE), NO_FILE));
    recorded(draft(SENATOR, Map.of(2, ResponseStance.REFUSED), NO_FILE));

    assertThat(responses.of(house.action.id())).contains(new Answered(1, DAY));
  }

  @ParameterizedTest
  @CsvSource({
    "president-in-office, 2021-02-02, 1, Yes., en, https://a.example/b, recorded",
    "president-in-office, 2021-02-09, 1, Yes., en, https://a.example/b, recorded",
    "president-in-office, 2021-02-10, 1, Yes., en, https://a.example/b, DAY_IN_THE_FUTURE",
    "president, 2020-12-09, 1, Yes., en, https://a.example/b, DAY_BEFORE_THE_LETTER",
    "president, 2021-01-20, 1, Yes., en, https://a.example/b, recorded",
    "president-in-office, 2021-01-20, 1, Yes., en, https://a.example/b, recorded",
    "president, 2021-01-21, 1, Yes., en, https://a.example/b, ADDRESSEE_NOT_IN_OFFICE",
    "president-in-office, 2021-01-19, 1, Yes., en, https://a.example/b, ADDRESSEE_NOT_IN_OFFICE",
    "nobody, 2021-02-02, 1, Yes., en, https://a.example/b, ADDRESSEE_UNKNOWN",
    "seat OH-11, 2021-02-02, 1, Yes., en, https://a.example/b, recorded",
    "seat OH-77, 2021-02-02, 1, Yes., en, https://a.example/b, SEAT_UNKNOWN",
    "president-in-office, 2021-02-02, 3, Yes., en, https://a.example/b, DEMAND_UNKNOWN",
    "president-in-office, 2021-02-02, 0, Yes., en, https://a.example/b, recorded",
    "president-in-office, 2021-02-02, '', Yes., en, https://a.example/b, STANCE_MISSING",
    "president-in-office, 2021-02-02, 0 1, Yes., en, https://a.example/b, WHOLE_AND_DEMANDS",
    "president-in-office, 2021-02-02, 1, '  ', en, https://a.example/b, WORDS_MISSING",
    "president-in-office, 2021-02-02, 1, Yes\uFFFD, en, https://a.example/b, WORDS_UNREADABLE",
    "president-in-office, 2021-02-02, 1, Sí., xx, https://a.example/b, LANGUAGE_UNKNOWN",
    "president-in-office, 2021-02-02, 1, Sí., ht, https://a.example/b, recorded",
    "president-in-office, 2021-02-02, 1, Yes., en, '', EVIDENCE_MISSING",
    "president-in-office, 2021-02-02, 1, Yes., en, http://a.example/b, LINK_WRONG",
    "president-in-office, 2021-02-02, 1, Yes., en, javascript:alert(1), LINK_WRONG",
    "president-in-office, 2021-02-02, 1, Yes., en, https://, LINK_WRONG",
    "president-in-office, 2021-02-02, 1, Yes., en, https://me:secret@a.example/b, LINK_WRONG"
  })
  void answersBadInputWithWhatToDo(
      String from,
      LocalDate day,
      String demands,
      String words,
      String language,
      String link,
      String expected) {
    var stances = new TreeMap<Integer, ResponseStance>();
    Arrays.stream(demands.split(" "))
        .filter(number -> !number.isEmpty())
        .forEach(number -> stances.put(Integer.valueOf(number), ResponseStance.REFUSED));
    Responder responder =
        from.startsWith("seat ")
            ? new Responder.Member(new Seat(from.substring(5)))
            : new Responder.Named(from);
    var draft =
        new ResponseDraft(
            house.action.id(), responder, stances, day, words, language, link, NO_FILE);

    assertThat(said(responses.record(draft, new Actor.CommandLine()))).isEqualTo(expected);
    assertThat(all()).hasSize(expected.equals("recorded") ? 1 : 0);
  }

  @Test
  void takesAThousandCharactersAndFiveMebibytesAndNoMore() {
    assertThat(said(responses.record(words("ñ".repeat(1_000)), RUTH))).isEqualTo("recorded");
    assertThat(said(responses.record(words("ñ".repeat(1_001)), RUTH))).isEqualTo("WORDS_TOO_LONG");
    assertThat(file(Arrays.copyOf(PDF.toByteArray(), ResponseEvidence.LARGEST)))
        .isEqualTo("recorded");
    assertThat(file(Arrays.copyOf(PDF.toByteArray(), ResponseEvidence.LARGEST + 1)))
        .isEqualTo("FILE_TOO_LARGE");
    assertThat(file("MZ program".getBytes(UTF_8))).isEqualTo("FILE_OF_OTHER_TYPE");
    assertThat(file("<svg onload=alert(1)>".getBytes(UTF_8))).isEqualTo("FILE_OF_OTHER_TYPE");
  }

  @ParameterizedTest
  @EnumSource(ResponseStance.class)
  void theDatabaseKnowsEveryStance(ResponseStance stance) {
    recorded(draft(PRESIDENT, Map.of(1, stance), NO_FILE));

    assertThat(all().getFirst().stances()).containsEntry(1, stance);
  }

  @Test
  void isAppendOnlyButForTheFileThatGoesWithAWithdrawal() {
    assertThat(
            JdbcClient.create(house.database)
                .sql(
                    """
                    SELECT relname FROM pg_class
                    WHERE relname LIKE 'response%' AND relkind = 'r'
                      AND obj_description(oid, 'pg_class') LIKE 'append only%'
                    """)
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("response", "response_stance", "response_withdrawal");
  }

  private List<Response> all() {
    return responses.list(house.action.id());
  }

  private List<AuditAct> acts(int most) {
    return house.audit.list(Long.MAX_VALUE, most).stream().map(AuditEntry::act).toList();
  }

  private String file(byte[] file) {
    return said(
        responses.record(
            draft(PRESIDENT, Map.of(1, ResponseStance.REFUSED), Bytes.copyFrom(file)), RUTH));
  }

  private UUID recorded(ResponseDraft draft) {
    return switch (responses.record(draft, RUTH)) {
      case ResponseAnswer.Recorded(var id) -> id;
      case ResponseAnswer.Refused(var fault) -> throw new IllegalStateException(fault.name());
    };
  }

  private static String said(ResponseAnswer answer) {
    return switch (answer) {
      case ResponseAnswer.Recorded _ -> "recorded";
      case ResponseAnswer.Refused(var fault) -> fault.name();
    };
  }

  private ResponseDraft words(String words) {
    return draft(PRESIDENT, Map.of(1, ResponseStance.REFUSED), NO_FILE, words);
  }

  private ResponseDraft draft(Responder from, Map<Integer, ResponseStance> stances, Bytes file) {
    return draft(from, stances, file, " We will look at it\n— «pronto». 🕊️ ");
  }

  private ResponseDraft draft(
      Responder from, Map<Integer, ResponseStance> stances, Bytes file, String words) {
    return new ResponseDraft(
        house.action.id(), from, new TreeMap<>(stances), DAY, words, "en", LINK, file);
  }
}
