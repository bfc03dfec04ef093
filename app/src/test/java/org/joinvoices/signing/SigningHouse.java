package org.joinvoices.signing;

import static java.util.stream.Collectors.toSet;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.action.SampleActions;
import org.joinvoices.districts.BuiltIn;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.StreetMatcher;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.crypto.TestKeys;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.database.TestDatabase;
import org.joinvoices.platform.settings.Settings;
import org.joinvoices.platform.switches.Switch;
import org.joinvoices.platform.switches.Switchboard;
import org.joinvoices.platform.switches.Switches;
import org.joinvoices.platform.switches.Switching;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A house with one open sample letter, for tests of signing and of what follows from it. */
public final class SigningHouse implements AutoCloseable {

  private static final Districts DISTRICTS = BuiltIn.DISTRICTS;

  public final DataSource database = TestDatabase.fresh();
  public final Vault vault = TestKeys.vault(database);
  public final CivicClock clock =
      new CivicClock(InstantSource.fixed(SampleActions.OPEN), Duration.ZERO);
  public final Action action = SampleActions.stored(database);
  public final Switching switching = new Switching(database, InstantSource.system());
  public final Switchboard switches =
      new Switchboard(new Switches(database, InstantSource.system()));
  public final Actions actions = new Actions(database, Duration.ZERO, this::arePagesStatic);
  public final Signing signing;
  public final Signatures signatures = new Signatures(database, vault, clock);
  public final SignatureEvents events = new SignatureEvents(database);
  public final Counts counts = new Counts(database, clock, Duration.ZERO, this::arePagesStatic);
  public final AuditTrail audit = new AuditTrail(database, clock);
  public final Reviews reviews = new Reviews(database, vault, audit, clock);
  public final EventCodes eventCodes = new EventCodes(database, clock);
  public final Screening screening =
      new Screening(
          MailboxRules.shipped(),
          ThrowawayDomains.shipped(),
          eventCodes,
          new Settings.Limits(1000, 1000),
          InstantSource.system());
  final JdbcClient jdbc = JdbcClient.create(database);

  public SigningHouse() {
    this(StreetMatcher.off(DISTRICTS));
  }

  SigningHouse(StreetMatcher streets) {
    signing = new Signing(database, vault, actions, DISTRICTS, streets, clock, switches);
  }

  /** Moves civic time. */
  public void advance(Duration by) {
    clock.move(clock.offset().plus(by));
  }

  public void count() {
    new CountJob(database, clock).run();
  }

  private boolean arePagesStatic() {
    return switches.isPaused(Switch.PAGES);
  }

  /** Pauses as an organizer does; the house follows at once. */
  public void pause(Switch what) {
    switching.pause(new Actor.CommandLine(), what, Optional.empty());
    switches.follow();
  }

  public void resume(Switch what) {
    switching.resume(new Actor.CommandLine(), what);
    switches.follow();
  }

  public SignatureKey sign(Map<String, List<String>> form) {
    return switch (signing.sign(SampleForms.request(form))) {
      case SignOutcome.Signed signed -> signed.key();
      case SignOutcome other -> throw new IllegalStateException("not signed: " + other);
    };
  }

  public SignatureKey confirmed(Map<String, List<String>> form) {
    SignatureKey key = sign(form);
    if (!(signing.confirm(key) instanceof ConfirmOutcome.Confirmed)) {
      throw new IllegalStateException("not confirmed");
    }
    return key;
  }

  /** Somebody whose signature was confirmed, and is to be looked at because of a flag. */
  public SignatureKey underReview(Map<String, List<String>> form, String flag) {
    SignatureKey key = sign(form);
    jdbc.sql("UPDATE signature SET state = 'under_review', flags = ARRAY[?] WHERE id = ?")
        .params(flag, key.signature().value())
        .update();
    return key;
  }

  /** Decides about some and carries it out. */
  public UUID decide(ReviewScope scope, ReviewDecision decision) {
    UUID batch =
        reviews.begin(new Actor.CommandLine(), scope, decision, reviews.preview(scope).count());
    reviews.work(batch);
    return batch;
  }

  /** Takes out what is counted, and carries it out. */
  public UUID takeOut(SignatureKey... keys) {
    var all = ReviewScope.of(action.id(), SignatureState.CONFIRMED);
    var ids = Arrays.stream(keys).map(key -> key.signature().value()).collect(toSet());
    return decide(
        new ReviewScope(
            all.action(),
            all.states(),
            all.flags(),
            all.sources(),
            all.from(),
            all.before(),
            all.mailDomain(),
            all.region(),
            all.zip3(),
            ids),
        new ReviewDecision.Invalidate(ReviewReason.AUTOMATED));
  }

  public void undo(UUID batch) {
    reviews.undo(new Actor.CommandLine(), action.id(), batch);
    reviews.work(batch);
  }

  /** Takes the database away for good. */
  public void loseDatabase() {
    ((HikariDataSource) database).close();
  }

  /** How many rows of a table meet a condition. */
  long rows(String tableAndCondition) {
    return jdbc.sql("SELECT count(*) FROM " + tableAndCondition).query(Long.class).single();
  }

  @Override
  public void close() {
    signing.close();
  }
}
