package org.joinvoices.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.mail.MailQueue;
import org.joinvoices.signing.Kept;
import org.joinvoices.signing.SignatureId;
import org.joinvoices.signing.SignerNotices;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Offers signers a copy of what was sent in their name, a week before their own words are deleted
 * here: one mail for each signature, whatever happens later. A table holds that.
 */
final class WordsOffer {

  static final String NAME = "delivery.words_offer";

  private static final String TELL =
      """
      INSERT INTO delivery_notice (action_id, signature_id, kind, told_at)
      SELECT ?, asked.id, ?, ? FROM unnest(string_to_array(?, ',')::uuid[]) AS asked (id)
      ON CONFLICT DO NOTHING
      RETURNING signature_id
      """;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Actions actions;
  private final SentWords sent;
  private final CivicClock clock;
  private Instant looked = Instant.MIN;

  WordsOffer(DataSource dataSource, Actions actions, CivicClock clock) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    this.actions = actions;
    this.sent = new SentWords(dataSource);
    this.clock = clock;
  }

  /** As {@link #run}, once in each hour of civic time, however often it is called. */
  synchronized void runHourly() {
    Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
    if (!hour.equals(looked)) {
      run();
      looked = hour;
    }
  }

  /** Tells all who are to be told now. */
  void run() {
    Instant before = clock.instant().minus(Kept.OWN_WORDS).plus(Kept.OFFERED);
    for (ActionId action : actions.list().stream().map(Action::id).toList()) {
      List<SignatureId> some = sent.list(action, before);
      if (!some.isEmpty()) {
        transaction.executeWithoutResult(_ -> tell(action, some));
      }
    }
  }

  /** Told and queued in one transaction: neither is without the other. */
  private void tell(ActionId action, List<SignatureId> some) {
    jdbc.execute(
        (Connection connection) -> {
          List<MailQueue.Item> items = noted(connection, action, some);
          MailQueue.enqueue(connection, items, clock.instant());
          return items.size();
        });
  }

  private List<MailQueue.Item> noted(Connection connection, ActionId action, List<SignatureId> some)
      throws SQLException {
    try (var insert = connection.prepareStatement(TELL)) {
      insert.setObject(1, action.value());
      insert.setString(2, SignerNotices.WORDS_GOING);
      insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
      insert.setString(4, SentWords.ids(some));
      var items = new ArrayList<MailQueue.Item>();
      var rows = insert.executeQuery();
      while (rows.next()) {
        items.add(
            new MailQueue.Item(
                SignerNotices.WORDS_GOING, action.value(), rows.getObject(1, UUID.class)));
      }
      return items;
    }
  }
}
