package org.joinvoices.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.principal.AccountId;
import org.joinvoices.signing.ReviewBatch.State;
import org.joinvoices.signing.ReviewBatch.Tally;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Batches as they are kept, and the work on them; always within the caller's transaction. */
final class ReviewBatches {

  private static final UUID FIRST = new UUID(0, 0);

  private static final String SELECT =
      """
      SELECT action_id, id, decision, reason, sealed_scope, state, made_at, made_by, undone_at, undone_by, expected,
        reached, changed, doubles, mailboxes_taken, brought_back, left_alone
      FROM review_batch
      """;

  /** A batch with how far the work on it has come. */
  private record Standing(ReviewBatch batch, UUID reached) {}

  private final JdbcClient jdbc;
  private final Vault vault;
  private final ReviewPortions portions;
  private final ReviewWriter writer;
  private final InstantSource clock;
  private final JsonMapper json = JsonMapper.shared();

  ReviewBatches(DataSource dataSource, Vault vault, InstantSource clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.vault = vault;
    this.portions = new ReviewPortions(jdbc, new SealedContact(vault));
    this.writer = new ReviewWriter(dataSource);
    this.clock = clock;
  }

  void add(
      UUID id,
      ReviewScope scope,
      ReviewDecision decision,
      long expected,
      Actor actor,
      Instant now) {
    jdbc.sql(
            """
            INSERT INTO review_batch (action_id, id, decision, reason, sealed_scope, state, made_at, made_by, expected,
              reached)
            VALUES (?, ?, ?, ?, ?, 'running', ?, ?, ?, ?)
            """)
        .param(scope.action().value())
        .param(id)
        .param(decision.word())
        .param(decision instanceof ReviewDecision.Invalidate(var why) ? why.word() : null)
        .param(vault.seal(scope.action().value(), json.writeValueAsBytes(scope), context(id)))
        .param(now.atOffset(ZoneOffset.UTC))
        .param(actor.accountId())
        .param(expected)
        .param(FIRST)
        .update();
  }

  boolean undo(ActionId action, UUID batch, Actor actor, Instant now) {
    return jdbc.sql(
                """
                UPDATE review_batch SET state = 'undoing', reached = ?, undone_at = ?, undone_by = ?
                WHERE action_id = ? AND id = ? AND state IN ('running', 'done')
                """)
            .param(FIRST)
            .param(now.atOffset(ZoneOffset.UTC))
            .param(actor.accountId())
            .param(action.value())
            .param(batch)
            .update()
        == 1;
  }

  List<ReviewBatch> list(ActionId action) {
    return jdbc.sql(SELECT + "WHERE action_id = ? ORDER BY id DESC")
        .param(action.value())
        .query((row, _) -> standing(row).batch())
        .list();
  }

  Optional<ReviewBatch> find(UUID batch) {
    return jdbc.sql(SELECT + "WHERE id = ?")
        .param(batch)
        .query((row, _) -> standing(row).batch())
        .optional();
  }

  /** Those with something still to be done, the earliest first. */
  List<UUID> open() {
    return jdbc.sql("SELECT id FROM review_batch WHERE state IN ('running', 'undoing') ORDER BY id")
        .query(UUID.class)
        .list();
  }

  /**
   * Does the next portion; who comes meanwhile waits, and goes on after it.
   *
   * @return whether there is more to do
   */
  boolean workOnce(UUID batch) {
    Optional<Standing> open =
        jdbc.sql(SELECT + "WHERE id = ? AND state IN ('running', 'undoing') FOR UPDATE")
            .param(batch)
            .query((row, _) -> standing(row))
            .optional();
    open.ifPresent(
        standing -> {
          if (standing.batch().state() == State.RUNNING) {
            carryOut(standing);
          } else {
            bringBack(standing);
          }
        });
    return open.isPresent();
  }

  /** Without the letter's key nobody can tell which are meant, and nothing of them is left. */
  private void carryOut(Standing standing) {
    ReviewBatch batch = standing.batch();
    Optional<ReviewScope> scope = batch.scope().map(meant -> meant.upTo(batch.madeAt()));
    List<ReviewPortions.Row> portion =
        scope.map(meant -> portions.lockAfter(meant, standing.reached())).orElse(List.of());
    List<ReviewPortions.Row> meant =
        scope.map(known -> portions.meant(known, portion)).orElse(List.of());
    note(
        batch,
        writer.apply(batch, meant, clock.instant()),
        portion.size() < ReviewPortions.SIZE ? State.DONE : State.RUNNING,
        portion.isEmpty() ? standing.reached() : portion.getLast().key().signature().value());
  }

  private void bringBack(Standing standing) {
    ReviewBatch batch = standing.batch();
    var some = writer.lockChanged(batch, standing.reached(), ReviewPortions.SIZE);
    note(
        batch,
        writer.undo(batch, some, clock.instant()),
        some.size() < ReviewPortions.SIZE ? State.UNDONE : State.UNDOING,
        some.isEmpty() ? standing.reached() : some.getLast().key().signature().value());
  }

  private void note(ReviewBatch batch, Tally more, State state, UUID reached) {
    Tally all = batch.tally().plus(more);
    jdbc.sql(
            """
            UPDATE review_batch SET state = ?, reached = ?, changed = ?, doubles = ?, mailboxes_taken = ?,
              brought_back = ?, left_alone = ?
            WHERE action_id = ? AND id = ?
            """)
        .param(state.word())
        .param(reached)
        .param(all.changed())
        .param(all.doubles())
        .param(all.mailboxesTaken())
        .param(all.broughtBack())
        .param(all.leftAlone())
        .param(batch.action().value())
        .param(batch.id())
        .update();
  }

  private Standing standing(ResultSet row) throws SQLException {
    var action = new ActionId(row.getObject("action_id", UUID.class));
    UUID id = row.getObject("id", UUID.class);
    Actor undoneBy = actor(row.getObject("undone_by", UUID.class));
    var batch =
        new ReviewBatch(
            action,
            id,
            decision(row),
            scope(action, id, row.getBytes("sealed_scope")),
            State.parse(row.getString("state")),
            Signatures.instant(row, "made_at").orElseThrow(),
            actor(row.getObject("made_by", UUID.class)),
            Signatures.instant(row, "undone_at").map(at -> new ReviewBatch.Undone(at, undoneBy)),
            new Tally(
                row.getLong("expected"),
                row.getLong("changed"),
                row.getLong("doubles"),
                row.getLong("mailboxes_taken"),
                row.getLong("brought_back"),
                row.getLong("left_alone")));
    return new Standing(batch, row.getObject("reached", UUID.class));
  }

  private static ReviewDecision decision(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    return reason == null
        ? new ReviewDecision.Release()
        : new ReviewDecision.Invalidate(ReviewReason.find(reason).orElseThrow());
  }

  private Optional<ReviewScope> scope(ActionId action, UUID batch, byte[] sealed) {
    return vault.isDestroyed(action.value())
        ? Optional.empty()
        : Optional.of(
            json.readValue(vault.open(action.value(), sealed, context(batch)), ReviewScope.class));
  }

  private static byte[] context(UUID batch) {
    return ("review:" + batch).getBytes(UTF_8);
  }

  private static Actor actor(@Nullable UUID account) {
    return account == null ? new Actor.CommandLine() : new Actor.Person(new AccountId(account));
  }
}
