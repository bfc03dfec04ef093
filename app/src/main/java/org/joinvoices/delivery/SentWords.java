package org.joinvoices.delivery;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.signing.OwnWords;
import org.joinvoices.signing.OwnWords.Holder;
import org.joinvoices.signing.SignatureId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whose own words have done their work: every message that holds them had its last attempt, and the
 * petition book that may show them is frozen, and its supplement.
 */
final class SentWords {

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
  private final OwnWords words;
  private final FrozenBooks books;

  SentWords(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
    this.words = new OwnWords(dataSource);
    this.books = new FrozenBooks(dataSource);
  }

  /**
   * Signatures of an action whose words are still there.
   *
   * @param before civic instant of the last attempt at the latest
   */
  List<SignatureId> list(ActionId action, Instant before) {
    boolean printed = books.find(action, BookPart.SUPPLEMENT).isPresent();
    return words.list(
        action,
        holders ->
            sent(
                action,
                holders.stream().filter(one -> printed || !one.open()).map(Holder::id).toList(),
                before));
  }

  private List<SignatureId> sent(ActionId action, List<SignatureId> asked, Instant before) {
    return jdbc.sql(SENT)
        .param("ids", ids(asked))
        .param("action", action.value())
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query((row, _) -> new SignatureId(row.getObject("id", UUID.class)))
        .list();
  }

  /** For a parameter that holds any number of them. */
  static String ids(List<SignatureId> some) {
    return some.stream().map(id -> id.value().toString()).collect(joining(","));
  }
}
