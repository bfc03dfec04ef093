package org.joinvoices.signing;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.joinvoices.action.Actions;
import org.joinvoices.signing.GroupCommit.Answer.Away;
import org.joinvoices.signing.GroupCommit.Answer.Done;
import org.joinvoices.signing.GroupCommit.Answer.Full;
import org.joinvoices.signing.GroupCommit.Answer.Impossible;
import org.joinvoices.signing.GroupCommit.Answer.Unclear;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets whoever has the link or the code of a pending signature confirm it. */
final class Confirmation implements AutoCloseable {

  /** How long a link or code is good for. */
  static final Duration LIFETIME = Kept.UNCONFIRMED;

  /** Ten tries at forty bits: nobody gets in by guessing, and typing errors are forgiven. */
  static final int CODE_TRIES = 10;

  private final JdbcClient jdbc;
  private final Actions actions;
  private final InstantSource clock;
  private final GroupCommit<ConfirmationWriter.Ask, ConfirmOutcome> commits;

  Confirmation(DataSource dataSource, Actions actions, InstantSource clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.actions = actions;
    this.clock = clock;
    this.commits = GroupCommit.start("confirm", dataSource, ConfirmationWriter::write);
  }

  /**
   * @throws DataAccessException if the database does not say that it is done
   */
  ConfirmOutcome confirm(SignatureKey key) {
    // Read before, not within: who holds a connection must not wait for another.
    Instant now = clock.instant();
    boolean open = actions.get(key.action()).openAt(now);
    return switch (commits.commit(new ConfirmationWriter.Ask(key, open, now))) {
      case Done(var outcome) -> outcome;
      case Full(), Away(), Unclear() ->
          throw new DataAccessResourceFailureException(
              "not known to be confirmed", new SQLTransientConnectionException("busy or away"));
      case Impossible(var sqlState) ->
          throw new IllegalStateException("the database refuses to confirm: " + sqlState);
    };
  }

  /**
   * Counts one typing of the short code before it is compared, so that many tries at once, on any
   * node, gain nothing. False when there have been too many or there is nothing to confirm.
   */
  boolean countTry(SignatureKey key) {
    return jdbc.sql(
                """
                UPDATE signature SET code_tries = code_tries + 1
                WHERE action_id = ? AND id = ? AND state IN ('pending', 'under_review', 'confirmed') AND NOT muted
                  AND code_tries < ?
                """)
            .params(key.action().value(), key.signature().value(), CODE_TRIES)
            .update()
        == 1;
  }

  @Override
  public void close() {
    commits.close();
  }
}
