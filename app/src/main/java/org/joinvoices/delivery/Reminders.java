package org.joinvoices.delivery;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.platform.mail.MailQueue;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds the organization 14, 7, 3 and 1 days before the deadline, and before each day by which
 * post must leave; each once, the row and its mail in one transaction. After a pause only the
 * latest that is due is sent: four mails at once would help nobody.
 */
final class Reminders {

  static final List<Integer> DAYS = List.of(1, 3, 7, 14);
  static final String MAIL = "delivery.reminder";
  static final String DEADLINE = "deadline";
  static final String POST = "post";

  /** What is counted down to, in the deadline's zone. */
  record Target(String kind, ZonedDateTime at) {

    /** The nearest of {@link #DAYS} that has come; empty before the first and after the last. */
    Optional<Integer> due(Instant now) {
      return now.isBefore(at.toInstant())
          ? DAYS.stream().filter(days -> !now.isBefore(at.minusDays(days).toInstant())).findFirst()
          : Optional.empty();
    }
  }

  private final Actions actions;
  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  /**
   * @param clock civic time
   */
  Reminders(DataSource dataSource, Actions actions, InstantSource clock) {
    this.actions = actions;
    this.jdbc = JdbcClient.create(dataSource);
    this.template = new JdbcTemplate(dataSource);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    this.clock = clock;
  }

  void run() {
    Instant now = clock.instant();
    for (Action action : actions.list()) {
      if (!now.isBefore(action.opens())) {
        for (Target target : targets(action)) {
          target.due(now).ifPresent(days -> remind(action.id(), target, days, now));
        }
      }
    }
  }

  /** The deadline, and each day by which post to somebody must leave. */
  static List<Target> targets(Action action) {
    List<Target> targets = new ArrayList<>();
    targets.add(new Target(DEADLINE, action.deadline()));
    Instant deadline = action.deadline().toInstant();
    action.addressees().stream()
        .filter(one -> one.validAt(deadline) && BookWork.isPosted(one))
        .map(one -> new Target(POST, action.deadline().minusDays(one.postalLeadDays())))
        .distinct()
        .forEach(targets::add);
    return targets;
  }

  private void remind(ActionId action, Target target, int days, Instant now) {
    transaction.executeWithoutResult(
        _ -> {
          UUID id = UuidCreator.getTimeOrderedEpoch(now);
          if (add(action, id, target, days, now)) {
            var mail = new MailQueue.Item(MAIL, action.value(), id);
            template.execute(
                (ConnectionCallback<Boolean>)
                    connection -> {
                      MailQueue.enqueue(connection, List.of(mail), now);
                      return true;
                    });
          }
        });
  }

  private boolean add(ActionId action, UUID id, Target target, int days, Instant now) {
    return jdbc.sql(
                """
                INSERT INTO reminder (action_id, id, kind, target, days, at)
                VALUES (:action, :id, :kind, :target, :days, :now) ON CONFLICT DO NOTHING
                """)
            .param("action", action.value())
            .param("id", id)
            .param("kind", target.kind())
            .param("target", target.at().toOffsetDateTime())
            .param("days", days)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }
}
