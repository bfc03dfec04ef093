package org.joinvoices.signing;

import static java.util.stream.Collectors.toMap;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.crypto.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Organizers look after the list: how many signatures a scope means, whose they are, decisions
 * about all of them at once, and their undoing. What is decided is carried out by {@link #work}.
 */
public final class Reviews {

  /** Behind every id, as the database orders them. */
  private static final UUID END = new UUID(-1, -1);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Signatures signatures;
  private final ReviewPortions portions;
  private final ReviewBatches batches;
  private final AuditTrail audit;
  private final InstantSource clock;

  /**
   * @param clock civic time
   */
  public Reviews(DataSource dataSource, Vault vault, AuditTrail audit, InstantSource clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.signatures = new Signatures(dataSource, vault, clock);
    this.portions = new ReviewPortions(jdbc, new SealedContact(vault));
    this.batches = new ReviewBatches(dataSource, vault, clock);
    this.audit = audit;
    this.clock = clock;
  }

  public ReviewNumbers numbers(ActionId action) {
    ReviewScope scope = ReviewScope.of(action, SignatureState.UNDER_REVIEW);
    Map<String, Long> byFlag =
        jdbc
            .sql(
                "SELECT flag, count(*) AS n FROM signature s, unnest(s.flags) AS flag WHERE %s GROUP BY flag"
                    .formatted(scope.condition()))
            .params(scope.parameters())
            .query((row, _) -> Map.entry(row.getString("flag"), row.getLong("n")))
            .list()
            .stream()
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new ReviewNumbers(count(scope), byFlag);
  }

  private long count(ReviewScope scope) {
    return jdbc.sql("SELECT count(*) FROM signature s WHERE " + scope.condition())
        .params(scope.parameters())
        .query(Long.class)
        .single();
  }

  /** Counts, and changes nothing. A mail domain makes it read every signature that may be meant. */
  public ReviewPreview preview(ReviewScope scope) {
    if (scope.mailDomain().isEmpty()) {
      return new ReviewPreview(
          count(scope), lines(portions.backFrom(scope, END, ReviewPreview.SAMPLE)));
    }
    long count = 0;
    var sample = new ArrayList<ReviewPortions.Row>();
    List<ReviewPortions.Row> portion = portions.backFrom(scope, END, ReviewPortions.SIZE);
    while (!portion.isEmpty()) {
      List<ReviewPortions.Row> meant = portions.meant(scope, portion);
      count += meant.size();
      meant.stream().limit(ReviewPreview.SAMPLE - sample.size()).forEach(sample::add);
      UUID last = portion.getLast().key().signature().value();
      portion = portions.backFrom(scope, last, ReviewPortions.SIZE);
    }
    return new ReviewPreview(count, lines(sample));
  }

  private static List<ReviewPreview.Line> lines(List<ReviewPortions.Row> rows) {
    return rows.stream().map(ReviewPortions.Row::line).toList();
  }

  /** The names behind a sample; that somebody looked is in the audit trail. */
  public Map<SignatureKey, PersonName> names(
      Actor actor, ActionId action, List<ReviewPreview.Line> sample) {
    return transaction.execute(
        _ -> {
          audit.append(actor, AuditAct.SIGNERS_LOOKED_AT, action.value());
          var names = new HashMap<SignatureKey, PersonName>();
          sample.forEach(
              line ->
                  signatures
                      .findConstituent(line.key())
                      .ifPresent(person -> names.put(line.key(), person.name())));
          return Map.copyOf(names);
        });
  }

  /**
   * Begins a batch; nothing is changed yet.
   *
   * @param expected how many it was said to concern
   */
  public UUID begin(Actor actor, ReviewScope scope, ReviewDecision decision, long expected) {
    if (!decision.from().containsAll(scope.states())) {
      throw new IllegalArgumentException("a decision about signatures that it cannot concern");
    }
    Instant now = clock.instant();
    UUID id = UuidCreator.getTimeOrderedEpoch();
    transaction.executeWithoutResult(
        _ -> {
          batches.add(id, scope, decision, expected, actor, now);
          audit.append(actor, act(decision), scope.action().value());
        });
    return id;
  }

  private static AuditAct act(ReviewDecision decision) {
    return switch (decision) {
      case ReviewDecision.Release() -> AuditAct.SIGNATURES_RELEASED;
      case ReviewDecision.Invalidate _ -> AuditAct.SIGNATURES_INVALIDATED;
    };
  }

  /**
   * Begins to bring back what a batch changed; of one that is still at work, no more is changed.
   *
   * @return false if it is not there, or was to be undone already
   */
  public boolean undo(Actor actor, ActionId action, UUID batch) {
    return Boolean.TRUE.equals(
        transaction.execute(
            _ -> {
              boolean begun = batches.undo(action, batch, actor, clock.instant());
              if (begun) {
                audit.append(actor, AuditAct.REVIEW_UNDONE, action.value());
              }
              return begun;
            }));
  }

  /** The batches of an action, the latest first. */
  public List<ReviewBatch> list(ActionId action) {
    return batches.list(action);
  }

  /** A batch of whichever action. */
  public Optional<ReviewBatch> find(UUID batch) {
    return batches.find(batch);
  }

  /** Carries out all that was decided or is to be undone. */
  public void work() {
    batches.open().forEach(this::work);
  }

  /** Carries out one batch, beside others who may be at it. */
  public void work(UUID batch) {
    while (Boolean.TRUE.equals(transaction.execute(_ -> batches.workOnce(batch)))) {
      // the next portion, in a transaction of its own
    }
  }
}
