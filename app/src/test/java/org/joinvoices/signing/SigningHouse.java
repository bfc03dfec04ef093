package org.joinvoices.signing;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.action.SampleActions;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.StreetMatcher;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.crypto.TestKeys;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.database.TestDatabase;
import org.joinvoices.platform.switches.Switch;
import org.joinvoices.platform.switches.Switchboard;
import org.joinvoices.platform.switches.Switches;
import org.joinvoices.platform.switches.Switching;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A house with one open sample letter, for tests of signing and of what follows from it. */
public final class SigningHouse implements AutoCloseable {

  private static final Districts DISTRICTS = Districts.builtIn();

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
