package org.joinvoices.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.joinvoices.platform.database.TestDatabase;
import org.joinvoices.platform.switches.Switchboard;
import org.joinvoices.platform.switches.Switches;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

final class MailNewsTest {

  private static final UUID SUBJECT = UUID.randomUUID();

  private final DataSource database = TestDatabase.fresh();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private Instant machine = Instant.parse("2026-11-24T05:00:00Z");
  private final Switchboard switches = new Switchboard(new Switches(database, () -> machine));
  private final MailNews news = new MailNews(database, switches, () -> machine);

  @Test
  void saysNothingWhileMailIsQuick() {
    sent(500, Duration.ofSeconds(30));
    waiting(900, Duration.ofSeconds(50));

    assertThat(news.delay()).isEqualTo(new MailDelay.None());
  }

  @Test
  void tellsFromHowManyWaitAndHowFastTheyLeave() {
    sent(120, Duration.ofSeconds(30));
    waiting(4_000, Duration.ofMinutes(20));

    assertThat(news.delay()).isEqualTo(new MailDelay.About(Duration.ofMinutes(40)));
  }

  @Test
  void takesAQuietHourBeforeARushForNoSlowness() {
    sent(1, Duration.ofSeconds(50));
    waiting(4_000, Duration.ofSeconds(5));

    assertThat(news.delay()).isEqualTo(new MailDelay.None());
  }

  @Test
  void countsThoseThatWaitForTheirTurnAtAProvider() {
    sent(120, Duration.ofSeconds(30));
    waiting(10, Duration.ofSeconds(30));
    jdbc.sql("UPDATE mail SET turn_from = ?, due_at = ? WHERE state = 'queued'")
        .params(UUID.randomUUID(), machine.plus(Duration.ofHours(2)).atOffset(ZoneOffset.UTC))
        .update();

    assertThat(news.delay()).isEqualTo(new MailDelay.About(Duration.ofHours(2)));
  }

  @Test
  void namesNoTimeWhenNothingLeaves() {
    waiting(1, Duration.ofMinutes(2));

    assertThat(news.delay()).isEqualTo(new MailDelay.Halted());
  }

  @Test
  void asksTheDatabaseEveryTenSecondsOnly() {
    assertThat(news.delay()).isEqualTo(new MailDelay.None());
    waiting(1, Duration.ofMinutes(2));
    assertThat(news.delay()).isEqualTo(new MailDelay.None());

    machine = machine.plusSeconds(11);
    assertThat(news.delay()).isEqualTo(new MailDelay.Halted());
  }

  @Test
  void knowsWhichMailCouldNotBeDelivered() {
    sent(1, Duration.ofMinutes(1));
    assertThat(news.hasFailed("confirm", SUBJECT)).isFalse();

    jdbc.sql("UPDATE mail SET state = 'failed'").update();
    assertThat(news.hasFailed("confirm", SUBJECT)).isTrue();
    assertThat(news.hasFailed("receipt", SUBJECT)).isFalse();
  }

  private void waiting(int number, Duration ago) {
    add(number, ago, "'queued', NULL, 0");
  }

  private void sent(int number, Duration ago) {
    add(number, ago, "'sent', :at, 1");
  }

  /** Ids as the queue makes them: they begin with the moment. */
  private void add(int number, Duration ago, String state) {
    Instant at = machine.minus(ago);
    UUID[] ids =
        Stream.generate(() -> UuidCreator.getTimeOrderedEpoch(at))
            .limit(number)
            .toArray(UUID[]::new);
    jdbc.sql(
            """
            INSERT INTO mail (id, kind, scope, subject_id, queued_at, state, settled_at, attempts)
            SELECT id, 'confirm', :subject, :subject, :at, %s FROM unnest(:ids::uuid[]) AS id
            """
                .formatted(state))
        .param("subject", SUBJECT)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("ids", ids)
        .update();
  }
}
