package org.joinvoices.authors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.groups.Tuple;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionStore;
import org.joinvoices.action.LetterText;
import org.joinvoices.action.SampleActions;
import org.joinvoices.authors.AuthorsRoom.Outcome;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditEntry;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.crypto.TestKeys;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.database.TestDatabase;
import org.joinvoices.platform.principal.AccountId;
import org.junit.jupiter.api.Test;

/** What authors do by their link, on a real database; machine time is moved by hand. */
class AuthorsRoomTest {

  private final DataSource database = TestDatabase.fresh();
  private final Vault vault = TestKeys.vault(database);
  private final Action action = SampleActions.stored(database);
  private final AuthorsLinks links = new AuthorsLinks(database, vault, this::now);
  private final TextApprovals approvals = new TextApprovals(database, () -> SampleActions.OPEN);
  private final PauseRequests pauses =
      new PauseRequests(database, vault, () -> SampleActions.OPEN, () -> SampleActions.OPEN);
  private final AuthorsRoom room = new AuthorsRoom(database, links, approvals, pauses, this::now);
  private final AuditTrail audit = new AuditTrail(database, this::now);

  private Instant now = Instant.parse("2026-11-24T12:00:00Z");

  private Instant now() {
    return now;
  }

  @Test
  void notesEachActUnderTheNameTheyGoByAtThatMoment() {
    String token = named("the families");
    LetterText english = action.letter().original();

    assertThat(room.approve(token, "en", english.wordsHash())).isEqualTo(Outcome.DONE);
    room.name(token, "the friends");
    room.takeBackApproval(token, "en", english.wordsHash());
    room.takeBackApproval(token, "en", english.wordsHash());

    assertThat(audit.list(Long.MAX_VALUE, 9))
        .extracting(AuditEntry::act, AuditEntry::actor, AuditEntry::subject)
        .containsExactly(
            entry(AuditAct.TEXT_APPROVAL_WITHDRAWN, new Actor.Authors("the friends")),
            entry(AuditAct.TEXT_APPROVED, new Actor.Authors("the families")),
            entry(AuditAct.AUTHORS_INVITED, new Actor.CommandLine()));
  }

  private Tuple entry(AuditAct act, Actor actor) {
    return Tuple.tuple(act, actor, action.id().value());
  }

  @Test
  void anApprovalIsOfOneLanguageAndOfTheseWords() {
    String token = named("the families");
    String english = action.letter().original().wordsHash();

    assertThat(room.approve(token, "es", english)).isEqualTo(Outcome.TEXT_CHANGED);
    assertThat(room.approve(token, "en", "")).isEqualTo(Outcome.TEXT_CHANGED);
    room.approve(token, "en", english);

    assertThat(approvals.missing(action)).extracting(LetterText::language).containsExactly("es");
    Action reworded = SampleActions.reworded(action);
    new ActionStore(database).save(reworded, SampleActions.OPEN);
    assertThat(approvals.missing(reworded)).extracting(LetterText::language).containsExactly("en");
    assertThat(room.approve(token, "en", english)).isEqualTo(Outcome.TEXT_CHANGED);
  }

  @Test
  void aNewLinkIsTheOnlyOneAndKnowsNoName() {
    String first = named("the families");
    String second = link();

    assertThat(links.find(first)).isEmpty();
    assertThat(links.find(second)).hasValueSatisfying(link -> assertThat(link.name()).isEmpty());
    assertThat(room.askForPause(second, "in danger")).isEqualTo(Outcome.NAME_MISSING);
    assertThat(links.end(action.id(), new Actor.CommandLine())).isTrue();
    assertThat(links.end(action.id(), new Actor.CommandLine())).isFalse();
    assertThat(links.find(second)).isEmpty();
    assertThat(room.name(second, "the families")).isEqualTo(Outcome.LINK_UNKNOWN);
  }

  @Test
  void aLinkEndsByItself() {
    String token = named("the families");

    now = now.plus(AuthorsLinks.LIFETIME).minusSeconds(1);
    assertThat(links.find(token)).isPresent();
    now = now.plusSeconds(1);
    assertThat(links.find(token)).isEmpty();
    assertThat(room.takeBackPause(token)).isEqualTo(Outcome.LINK_UNKNOWN);
  }

  @Test
  void anHourAllowsWhatPeopleDoAndNoMore() {
    String token = named("the families");
    String words = action.letter().original().wordsHash();
    for (int i = 1; i < AuthorsLinks.MOST_ACTS; i++) {
      assertThat(room.approve(token, "en", words)).isEqualTo(Outcome.DONE);
    }

    assertThat(room.takeBackApproval(token, "en", words)).isEqualTo(Outcome.TOO_MANY);
    now = now.plus(Duration.ofHours(1));
    assertThat(room.takeBackApproval(token, "en", words)).isEqualTo(Outcome.DONE);
  }

  @Test
  void oneOfManyWhoPressAtOnceApproves() throws Exception {
    String token = named("the families");
    String words = action.letter().original().wordsHash();
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Outcome> press = () -> room.approve(token, "en", words);
      for (var pressed : people.invokeAll(Stream.generate(() -> press).limit(8).toList())) {
        assertThat(pressed.get()).isEqualTo(Outcome.DONE);
      }
    }

    assertThat(audit.list(Long.MAX_VALUE, 99).stream().map(AuditEntry::act))
        .containsOnlyOnce(AuditAct.TEXT_APPROVED);
  }

  @Test
  void anAnswerSettlesTheRequestThatWaitsAndNoOther() {
    String token = named("the families");
    var owner = new AccountId(UUID.randomUUID());
    room.askForPause(token, "one of us was followed");
    assertThat(room.askForPause(token, "other words")).isEqualTo(Outcome.PAUSE_WAITS);
    UUID first = pauses.latest(action.id()).orElseThrow().id();
    room.takeBackPause(token);

    assertThat(pauses.answer(action.id(), first, "too late", owner)).isFalse();
    room.askForPause(token, "other words");
    UUID second = pauses.latest(action.id()).orElseThrow().id();
    assertThat(pauses.isWaiting(action.id())).isTrue();
    assertThat(pauses.answer(action.id(), second, "sending is paused", owner)).isTrue();

    assertThat(pauses.isWaiting(action.id())).isFalse();
    assertThat(pauses.latest(action.id()))
        .hasValueSatisfying(
            pause -> {
              assertThat(pause.reason()).isEqualTo("other words");
              assertThat(pause.answer()).contains("sending is paused");
            });
  }

  @Test
  void nothingOfTheirsCanBeReadOnceTheLettersKeyIsDestroyed() {
    String token = named("the families");
    room.askForPause(token, "one of us was followed");

    vault.destroy(action.id().value());

    assertThat(links.find(token)).isEmpty();
    assertThat(links.of(action.id())).isEmpty();
    assertThat(pauses.latest(action.id()))
        .hasValueSatisfying(pause -> assertThat(pause.reason()).isEmpty());
    assertThat(room.askForPause(token, "again")).isEqualTo(Outcome.LINK_UNKNOWN);
    assertThat(links.make(action.id(), new Actor.CommandLine()))
        .isInstanceOf(AuthorsLinks.Outcome.LetterEnded.class);
  }

  @Test
  void nothingPrintsWhatOpensTheRoomOrWhoIsInIt() {
    String token = named("the families");
    room.askForPause(token, "one of us was followed");

    assertThat(
            List.of(
                links.make(action.id(), new Actor.CommandLine()),
                links.of(action.id()),
                pauses.latest(action.id()),
                TypedText.name("the families")))
        .allSatisfy(
            printed ->
                assertThat(printed.toString()).doesNotContain("/authors/", "families", "followed"));
  }

  private String link() {
    return switch (links.make(action.id(), new Actor.CommandLine())) {
      case AuthorsLinks.Outcome.Made(var path, _) -> path.replace(AuthorsLinks.PATH, "");
      case AuthorsLinks.Outcome.LetterEnded() -> throw new IllegalStateException("no link");
    };
  }

  private String named(String name) {
    String token = link();
    assertThat(room.name(token, name)).isEqualTo(Outcome.DONE);
    return token;
  }
}
