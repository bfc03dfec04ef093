package org.joinvoices.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.send;
import static org.joinvoices.signing.SampleForms.with;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditEntry;
import org.joinvoices.signing.ReviewBatch.Tally;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What organizers decide about many signatures, and what comes of it. */
class ReviewsTest {

  private static final ReviewDecision OUT = new ReviewDecision.Invalidate(ReviewReason.AUTOMATED);
  private static final ReviewDecision COUNT = new ReviewDecision.Release();

  /** Copies of the one that is there, each of somebody else. */
  private static final String MANY =
      """
      INSERT INTO signature (action_id, id, letter_version, state, act, language, display, reply_wanted,
        own_words_public, minor, country, region, zip3, seats, match, mailbox_hash, person_hash, muted, signed_at,
        confirmed_at)
      SELECT action_id, gen_random_uuid(), 1, 'confirmed', act, 'en', display, false, false, false, 'US', '', '', '{}',
        match, sha256(gen_random_uuid()::text::bytea), 'p', false, signed_at, confirmed_at
      FROM signature, generate_series(1, ?)
      """;

  private final SigningHouse house = new SigningHouse();

  @AfterEach
  void close() {
    house.close();
  }

  private ReviewScope all(SignatureState state) {
    return ReviewScope.of(house.action.id(), state);
  }

  private ReviewScope underReview(Set<String> flags, Set<Source> sources) {
    var all = all(SignatureState.UNDER_REVIEW);
    return new ReviewScope(
        all.action(),
        all.states(),
        flags,
        sources,
        all.from(),
        all.before(),
        all.mailDomain(),
        all.region(),
        all.zip3(),
        all.signatures());
  }

  private static Map<String, List<String>> of(String email) {
    return with(letter(), "email", email);
  }

  private SignatureState state(SignatureKey key) {
    return house.signatures.find(key).orElseThrow().state();
  }

  private long counted() {
    house.count();
    return house.counts.of(house.action.id()).confirmed();
  }

  private List<String> events(SignatureKey key) {
    return house
        .jdbc
        .sql("SELECT kind FROM signature_event WHERE signature_id = ? ORDER BY xid, seq")
        .param(key.signature().value())
        .query(String.class)
        .list();
  }

  private Tally tally(UUID batch) {
    return house.reviews.find(batch).orElseThrow().tally();
  }

  @Test
  void takesOutWhatIsCountedAndBringsItBack() {
    SignatureKey one = house.confirmed(of("one@mail.example"));
    SignatureKey other = house.confirmed(of("other@mail.example"));
    SignatureKey pending = house.sign(of("pending@mail.example"));
    assertThat(counted()).isEqualTo(2);

    UUID batch = house.decide(all(SignatureState.CONFIRMED), OUT);

    assertThat(counted()).isZero();
    assertThat(state(one)).isEqualTo(SignatureState.INVALIDATED);
    assertThat(house.signatures.find(one).orElseThrow().decided().why())
        .contains(EndedWhy.ORGANIZER);
    assertThat(state(pending)).isEqualTo(SignatureState.PENDING);
    assertThat(tally(batch)).isEqualTo(new Tally(2, 2, 0, 0, 0, 0));

    house.undo(batch);
    house.undo(batch);

    assertThat(counted()).isEqualTo(2);
    assertThat(house.signatures.find(other).orElseThrow().decided().why()).isEmpty();
    assertThat(events(one)).containsExactly("confirmed", "invalidated", "restored");
    assertThat(house.reviews.list(house.action.id()))
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.state()).isEqualTo(ReviewBatch.State.UNDONE);
              assertThat(kept.tally()).isEqualTo(new Tally(2, 2, 0, 0, 2, 0));
            });
    assertThat(house.audit.list(Long.MAX_VALUE, 3))
        .extracting(AuditEntry::act)
        .containsExactly(AuditAct.REVIEW_UNDONE, AuditAct.SIGNATURES_INVALIDATED);
  }

  @Test
  void findsThoseThatMeetAllConditions() {
    SignatureKey marked = house.underReview(of("one@Mail.example"), "honeypot");
    house.underReview(of("two@other.example"), "honeypot");
    house.underReview(of("three@mail.example"), "busy_network");
    SignatureKey ohio = house.confirmed(send());

    var flagged = underReview(Set.of("honeypot"), Set.of());
    var both =
        new ReviewScope(
            flagged.action(),
            flagged.states(),
            flagged.flags(),
            Set.of(Source.WEB),
            Optional.of(house.clock.instant()),
            Optional.of(house.clock.instant().plusSeconds(1)),
            Optional.of("mail.EXAMPLE"),
            Optional.empty(),
            Optional.empty(),
            Set.of());
    var place =
        new ReviewScope(
            house.action.id(),
            Set.of(SignatureState.CONFIRMED, SignatureState.UNDER_REVIEW),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("OH"),
            Optional.of("441"),
            Set.of());

    assertThat(house.reviews.preview(flagged).count()).isEqualTo(2);
    assertThat(house.reviews.preview(both).sample())
        .extracting(ReviewPreview.Line::key)
        .containsExactly(marked);
    assertThat(house.reviews.preview(both).count()).isEqualTo(1);
    assertThat(house.reviews.preview(place).sample())
        .extracting(ReviewPreview.Line::key)
        .containsExactly(ohio);
    assertThat(house.reviews.numbers(house.action.id()))
        .isEqualTo(new ReviewNumbers(3, Map.of("honeypot", 2L, "busy_network", 1L)));

    assertThat(tally(house.decide(both, OUT)).changed()).isEqualTo(1);
    assertThat(state(marked)).isEqualTo(SignatureState.INVALIDATED);
    assertThat(events(marked)).as("it never counted").isEmpty();
  }

  @Test
  void tellsApartHowTheyCame() {
    SignatureKey web = house.underReview(of("one@mail.example"), "honeypot");
    SignatureKey paper = house.underReview(of("two@mail.example"), "not_me");
    house
        .jdbc
        .sql(
            """
            WITH batch AS (INSERT INTO import_batch (id, action_id, made_at)
                           SELECT gen_random_uuid(), action_id, signed_at FROM signature LIMIT 1 RETURNING id)
            UPDATE signature SET source = 'sheet', import_id = batch.id FROM batch
            WHERE signature.id = ?
            """)
        .param(paper.signature().value())
        .update();
    var onPaper = underReview(Set.of(), Set.of(Source.SHEET));

    assertThat(house.reviews.preview(onPaper).sample())
        .extracting(ReviewPreview.Line::key)
        .containsExactly(paper);
    assertThat(house.reviews.preview(underReview(Set.of(), Set.of(Source.SHEET_MAIL))).count())
        .isZero();
    assertThat(tally(house.decide(onPaper, OUT)).changed()).isEqualTo(1);
    assertThat(state(web)).isEqualTo(SignatureState.UNDER_REVIEW);
  }

  @Test
  void readsWhatAnEarlierReleaseDecidedWithoutSayingHowTheyCame() {
    var json = JsonMapper.shared();
    var scope = underReview(Set.of("honeypot"), Set.of());
    String earlier = json.writeValueAsString(scope).replace("\"sources\":[],", "");

    assertThat(earlier).doesNotContain("sources");
    assertThat(json.readValue(earlier, ReviewScope.class)).isEqualTo(scope);
  }

  @Test
  void showsTheLatestTwentyAndCountsThemAll() {
    house.confirmed(of("one@mail.example"));
    house.jdbc.sql(MANY).param(30).update();

    ReviewPreview preview = house.reviews.preview(all(SignatureState.CONFIRMED));

    assertThat(preview.count()).isEqualTo(31);
    assertThat(preview.sample()).hasSize(ReviewPreview.SAMPLE);
  }

  @Test
  void countsWhatIsReleasedButNobodyTwice() {
    house.confirmed(of("two@mail.example"));
    house.confirmed(with(of("three@mail.example"), "given_name", "Sample-Ann"));
    SignatureKey free = house.underReview(of("one@mail.example"), "honeypot");
    SignatureKey twice = house.underReview(of("two@mail.example"), "honeypot");
    SignatureKey third = house.underReview(of("three@mail.example"), "honeypot");
    assertThat(counted()).isEqualTo(2);

    UUID batch = house.decide(all(SignatureState.UNDER_REVIEW), COUNT);

    assertThat(counted()).isEqualTo(3);
    assertThat(events(free)).containsExactly("confirmed");
    assertThat(house.signatures.find(twice).orElseThrow().decided().why())
        .contains(EndedWhy.DOUBLE);
    assertThat(house.signatures.find(third).orElseThrow().decided().why())
        .as("another name, and no postal code that both would share")
        .contains(EndedWhy.MAILBOX_TAKEN);
    assertThat(tally(batch)).isEqualTo(new Tally(3, 1, 1, 1, 0, 0));

    house.undo(batch);
    assertThat(counted()).isEqualTo(2);
    assertThat(List.of(state(free), state(twice), state(third)))
        .containsOnly(SignatureState.UNDER_REVIEW);
    assertThat(tally(batch)).isEqualTo(new Tally(3, 1, 1, 1, 3, 0));

    house.decide(all(SignatureState.UNDER_REVIEW), COUNT);
    assertThat(events(free)).containsExactly("confirmed", "invalidated", "restored");
    assertThat(counted()).isEqualTo(3);
  }

  @Test
  void leavesAloneWhatItsSignerChangedSince() {
    SignatureKey withdrawn = house.underReview(of("one@mail.example"), "honeypot");
    SignatureKey stays = house.underReview(of("two@mail.example"), "honeypot");
    UUID released = house.decide(all(SignatureState.UNDER_REVIEW), COUNT);
    house.signing.withdraw(withdrawn);
    house.undo(released);

    assertThat(state(withdrawn)).isEqualTo(SignatureState.WITHDRAWN);
    assertThat(state(stays)).isEqualTo(SignatureState.UNDER_REVIEW);
    assertThat(tally(released).leftAlone()).isEqualTo(1);

    SignatureKey erased = house.confirmed(of("three@mail.example"));
    SignatureKey anew = house.confirmed(of("four@mail.example"));
    UUID out = house.decide(all(SignatureState.CONFIRMED), OUT);
    house.signing.erase(erased);
    SignatureKey again = house.confirmed(of("four@mail.example"));
    house.undo(out);

    assertThat(state(erased)).isEqualTo(SignatureState.INVALIDATED);
    assertThat(state(anew)).isEqualTo(SignatureState.INVALIDATED);
    assertThat(house.signatures.find(anew).orElseThrow().decided().why()).contains(EndedWhy.DOUBLE);
    assertThat(state(again)).isEqualTo(SignatureState.CONFIRMED);
    assertThat(tally(out)).isEqualTo(new Tally(2, 2, 0, 0, 0, 2));
    assertThat(counted()).isEqualTo(1);
  }

  @Test
  void lateConfirmationsOfWhatWasTakenOutDoNotCount() {
    SignatureKey pending = house.sign(of("one@mail.example"));
    SignatureKey sentAgain = house.sign(of("two@mail.example"));
    UUID batch = house.decide(all(SignatureState.PENDING), OUT);

    assertThat(house.signing.confirm(pending)).isEqualTo(new ConfirmOutcome.Unknown());
    SignatureKey second = house.sign(of("two@mail.example"));
    house.undo(batch);

    assertThat(house.signing.confirm(pending)).isEqualTo(new ConfirmOutcome.Confirmed(pending));
    assertThat(state(sentAgain))
        .as("the same form is pending")
        .isEqualTo(SignatureState.INVALIDATED);
    assertThat(state(second)).isEqualTo(SignatureState.PENDING);
    assertThat(tally(batch)).isEqualTo(new Tally(2, 2, 0, 0, 1, 1));
  }

  @Test
  void aMailboxMayStillSayThatItWasNotThey() {
    SignatureKey pending = house.sign(of("one@mail.example"));
    UUID batch = house.decide(all(SignatureState.PENDING), OUT);

    assertThat(house.signing.refuse(pending)).isTrue();
    house.undo(batch);

    assertThat(house.signatures.find(pending).orElseThrow().erased()).isTrue();
    assertThat(state(pending)).isEqualTo(SignatureState.INVALIDATED);
    assertThat(house.signatures.mayMail(new EmailAddress("one@mail.example"))).isFalse();
  }

  @Test
  void whatNobodyConfirmedIsForgottenThoughItWasTakenOut() {
    SignatureKey pending = house.sign(of("one@mail.example"));
    house.decide(all(SignatureState.PENDING), OUT);
    house.advance(Kept.UNCONFIRMED.plusSeconds(1));

    new UnconfirmedStep(house.database).erase(house.action.id().value(), house.clock.instant());
    assertThat(house.signatures.find(pending).orElseThrow().erased()).isTrue();

    house.advance(Kept.UNCONFIRMED_TRACE);
    new ForgetJob(house.database, house.clock).run();
    assertThat(house.signatures.find(pending)).isEmpty();
  }

  @Test
  void goesOnWhereItStoppedAndMeansNobodyWhoCameLater() {
    SignatureKey first = house.confirmed(of("first@mail.example"));
    house.jdbc.sql(MANY).param(700).update();
    var scope = all(SignatureState.CONFIRMED);
    UUID batch = house.reviews.begin(new Actor.CommandLine(), scope, OUT, 701);
    house.advance(Duration.ofSeconds(1));
    SignatureKey later = house.confirmed(of("later@mail.example"));

    var dies = new ReviewBatches(house.database, house.vault, house.clock);
    var transaction = new TransactionTemplate(new JdbcTransactionManager(house.database));
    transaction.executeWithoutResult(_ -> dies.workOnce(batch));
    transaction.executeWithoutResult(
        half -> {
          dies.workOnce(batch);
          half.setRollbackOnly();
        });
    assertThat(tally(batch).changed()).isEqualTo(ReviewPortions.SIZE);

    new Reviews(house.database, house.vault, house.audit, house.clock).work();

    assertThat(tally(batch).changed()).isEqualTo(701);
    assertThat(state(first)).isEqualTo(SignatureState.INVALIDATED);
    assertThat(state(later)).isEqualTo(SignatureState.CONFIRMED);
    assertThat(house.rows("signature_event WHERE kind = 'invalidated'")).isEqualTo(701);
    house.undo(batch);
    assertThat(house.rows("signature WHERE state = 'confirmed'")).isEqualTo(702);
  }

  @Test
  void aDecisionIsReadableAsLongAsTheLetterHasItsKey() {
    house.confirmed(of("one@mail.example"));
    UUID batch = house.decide(all(SignatureState.CONFIRMED), OUT);
    assertThat(house.reviews.find(batch).orElseThrow().scope())
        .contains(all(SignatureState.CONFIRMED));
    UUID open = house.reviews.begin(new Actor.CommandLine(), all(SignatureState.CONFIRMED), OUT, 0);

    house.vault.destroy(house.action.id().value());

    assertThat(house.reviews.find(batch).orElseThrow().scope()).isEmpty();
    house.reviews.work();
    assertThat(house.reviews.find(open).orElseThrow().state()).isEqualTo(ReviewBatch.State.DONE);
  }

  @Test
  void showsNamesOnlyWithATrace() {
    SignatureKey key = house.underReview(letter(), "honeypot");
    var sample = house.reviews.preview(all(SignatureState.UNDER_REVIEW)).sample();

    assertThat(house.reviews.names(new Actor.CommandLine(), house.action.id(), sample))
        .containsOnlyKeys(key);
    assertThat(house.audit.list(Long.MAX_VALUE, 1))
        .extracting(AuditEntry::act)
        .containsExactly(AuditAct.SIGNERS_LOOKED_AT);
  }
}
