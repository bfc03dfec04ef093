package org.joinvoices.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.request;
import static org.joinvoices.signing.SampleForms.send;
import static org.joinvoices.signing.SampleForms.with;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionStore;
import org.joinvoices.action.SampleActions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntakeTest {

  private static final int THREADS = 64;
  private static final int FORMS_EACH = 20;

  private final SigningHouse house = new SigningHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void storesEveryThankedSignatureOnceWhenManySignAtOnce() throws Exception {
    Set<UUID> thanked = ConcurrentHashMap.newKeySet();
    List<Callable<Boolean>> crowd = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      String mailbox = "crowd" + thread;
      crowd.add(() -> signMany(mailbox, thanked));
    }
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<Boolean> done : threads.invokeAll(crowd)) {
        assertThat(done.get()).isTrue();
      }
    }

    List<UUID> stored = house.jdbc.sql("SELECT id FROM signature").query(UUID.class).list();
    assertThat(stored).hasSize(THREADS * FORMS_EACH).containsExactlyInAnyOrderElementsOf(thanked);
    assertThat(house.rows("mail")).isEqualTo(THREADS * FORMS_EACH);
    assertThat(house.rows("consent")).isEqualTo(THREADS * FORMS_EACH);
  }

  private boolean signMany(String mailbox, Set<UUID> thanked) {
    boolean allNew = true;
    for (int i = 0; i < FORMS_EACH; i++) {
      String email = mailbox + "-" + i + "@mail.example";
      allNew &= thanked.add(house.sign(with(letter(), "email", email)).signature().value());
    }
    return allNew;
  }

  @Test
  void doesNotLetOneBadRowFailItsNeighbours() throws Exception {
    List<Callable<SignOutcome>> batch = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      SignRequest good = request(with(letter(), "email", "good" + i + "@mail.example"));
      batch.add(() -> house.signing.sign(good));
    }
    batch.add(7, () -> house.signing.sign(childWhoSends()));
    List<Future<SignOutcome>> outcomes;
    try (var threads = Executors.newFixedThreadPool(batch.size())) {
      outcomes = threads.invokeAll(batch);
    }

    assertThat(outcomes.stream().filter(o -> o.state() == Future.State.SUCCESS)).hasSize(20);
    assertThat(house.rows("signature")).isEqualTo(20);
    assertThatThrownBy(() -> outcomes.get(7).get())
        .hasRootCauseInstanceOf(IllegalStateException.class)
        .hasMessageContaining("23514")
        .hasMessageNotContainingAny("Testperson", "mail.example", "Samplestreet", "44109");
  }

  /** What no form can bring about, but the database refuses. */
  private static SignRequest childWhoSends() {
    SignRequest child = request(with(letter(), "minor", "true"));
    return new SignRequest(
        child.action(),
        child.letter(),
        Act.SEND,
        child.name(),
        child.email(),
        child.phone(),
        child.address(),
        child.language(),
        child.ownWords(),
        child.consentOwnWords(),
        child.display(),
        child.replyWanted(),
        child.consentUpdates(),
        child.consentFollowup(),
        child.minor(),
        child.partner());
  }

  @Test
  void bindsNobodyToWordsReplacedSinceTheyWereReadAndStoresTheOthers() throws SQLException {
    PendingRow early = row(house.action, "early");
    Action reworded = SampleActions.reworded(house.action);
    new ActionStore(house.database).save(reworded, SampleActions.OPEN);
    PendingRow late = row(reworded, "late");

    List<Optional<IntakeWriter.Taken>> taken;
    try (Connection connection = house.database.getConnection()) {
      taken = new IntakeWriter().write(connection, List.of(early, late));
    }

    UUID stored = late.key().signature().value();
    assertThat(taken)
        .containsExactly(
            Optional.of(new IntakeWriter.Taken.Outdated()),
            Optional.of(new IntakeWriter.Taken.Stored(stored)));
    assertThat(house.jdbc.sql("SELECT id FROM signature").query(UUID.class).list())
        .containsExactly(stored);
  }

  private PendingRow row(Action action, String mailbox) {
    var form = with(letter(), "email", mailbox + "@mail.example");
    return switch (SignForm.parse(form, action)) {
      case SignForm.Parsed.Valid valid ->
          house.signing.row(valid.request(), Set.of(), action, house.clock.instant());
      case SignForm.Parsed.Invalid _ -> throw new IllegalArgumentException();
    };
  }

  private PendingRow row() {
    return house.signing.row(request(letter()), Set.of(), house.action, house.clock.instant());
  }

  @Test
  void saysThatNothingIsStoredWhenTheDatabaseIsAway() {
    PendingRow row = row();
    house.loseDatabase();
    var intake = GroupCommit.start("intake", house.database, new IntakeWriter()::write);

    assertThat(intake.commit(row)).isEqualTo(new GroupCommit.Answer.Away<>());
    intake.close();
  }

  @Test
  void answersAtOnceWhileTheDatabaseStandsStill() throws Exception {
    var begun = new CountDownLatch(1);
    var goesOn = new CountDownLatch(1);
    GroupCommit.Work<PendingRow, IntakeWriter.Taken> slow =
        (connection, batch) -> {
          begun.countDown();
          awaitQuietly(goesOn);
          return new IntakeWriter().write(connection, batch);
        };
    var intake = GroupCommit.start("intake", house.database, slow, Duration.ZERO);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> intake.commit(row()));
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
      var second = threads.submit(() -> intake.commit(row()));

      assertThat(second.get(5, TimeUnit.SECONDS)).isEqualTo(new GroupCommit.Answer.Away<>());
      assertThat(first.isDone()).isFalse();
      goesOn.countDown();
      assertThat(first.get()).isInstanceOf(GroupCommit.Answer.Done.class);
    }
    // with no patience at all, the moment in which a commit is tidied up stands still, too
    await()
        .alias("sent again")
        .until(() -> intake.commit(row()), GroupCommit.Answer.Done.class::isInstance);
    intake.close();
    assertThat(house.rows("signature")).isEqualTo(1);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void takesNothingMoreOnceClosed() {
    var intake = GroupCommit.start("intake", house.database, new IntakeWriter()::write);
    intake.close();

    assertThat(intake.commit(row())).isEqualTo(new GroupCommit.Answer.Full<>());
  }

  @Test
  void leavesNothingReadableInTheTables() {
    house.sign(with(send(), "locality", "Sampletown"));

    String everything =
        house
            .jdbc
            .sql(
                "SELECT string_agg(s::text || encode(sealed_contact, 'escape')"
                    + " || encode(sealed_own_words, 'escape'), '') FROM signature s")
            .query(String.class)
            .single();

    assertThat(everything)
        .contains("OH")
        .doesNotContain("Amira", "Testperson", "mail.example", "Samplestreet", "Sampletown")
        .doesNotContain("sample words", "Ms.")
        .as("towns around the postal code")
        .doesNotContain("Cleveland", "Parma", "Brooklyn");
    assertThat(house.rows("signature WHERE match::text LIKE '%44109%' OR zip3 = '44109'")).isZero();
  }
}
