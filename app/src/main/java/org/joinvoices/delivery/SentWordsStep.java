package org.joinvoices.delivery;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.platform.retention.Forgotten;
import org.joinvoices.platform.retention.RetentionStep;
import org.joinvoices.signing.Kept;
import org.joinvoices.signing.OwnWords;
import org.joinvoices.signing.OwnWords.Holder;
import org.joinvoices.signing.SignatureId;
import org.joinvoices.signing.SignatureKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Forgets own words once every message that holds them has had its last attempt for a while (D11):
 * texts of messages are never stored, so that then only their hash is left. Words that may appear
 * in the petition book stay until it and its supplement are frozen.
 */
final class SentWordsStep implements RetentionStep {

  private static final String SENT =
      """
      SELECT asked.id FROM unnest(string_to_array(:ids, ',')::uuid[]) AS asked (id)
      WHERE EXISTS (SELECT 1 FROM delivery d WHERE d.action_id = :action AND d.signature_id = asked.id)
        AND NOT EXISTS (
          SELECT 1 FROM delivery d WHERE d.action_id = :action AND d.signature_id = asked.id
            AND (d.state IN ('queued', 'held', 'sending', 'needs_review') OR d.created_at > :before
              OR EXISTS (SELECT 1 FROM delivery_attempt a WHERE a.action_id = d.action_id
                         AND a.delivery_id = d.id AND a.started_at > :before)))
      """;

  private final JdbcClient jdbc;
  private final Actions actions;
  private final OwnWords words;
  private final FrozenBooks books;

  SentWordsStep(DataSource dataSource, Actions actions) {
    this.jdbc = JdbcClient.create(dataSource);
    this.actions = actions;
    this.words = new OwnWords(dataSource);
    this.books = new FrozenBooks(dataSource);
  }

  @Override
  public Forgotten kind() {
    return Forgotten.OWN_WORDS;
  }

  @Override
  public Map<UUID, Long> due(Instant now) {
    return actions.list().stream()
        .map(Action::id)
        .collect(toMap(ActionId::value, action -> (long) sent(action, now).size()));
  }

  @Override
  public long erase(UUID action, Instant now) {
    var id = new ActionId(action);
    return sent(id, now).stream()
        .filter(signature -> words.erase(new SignatureKey(id, signature), now))
        .count();
  }

  private List<SignatureId> sent(ActionId action, Instant now) {
    boolean printed = books.find(action, BookPart.SUPPLEMENT).isPresent();
    return words.list(
        action,
        holders ->
            sent(
                action,
                holders.stream().filter(one -> printed || !one.open()).map(Holder::id).toList(),
                now));
  }

  private List<SignatureId> sent(ActionId action, List<SignatureId> asked, Instant now) {
    return jdbc.sql(SENT)
        .param("ids", String.join(",", asked.stream().map(id -> id.value().toString()).toList()))
        .param("action", action.value())
        .param("before", now.minus(Kept.OWN_WORDS).atOffset(ZoneOffset.UTC))
        .query((row, _) -> new SignatureId(row.getObject("id", UUID.class)))
        .list();
  }
}
