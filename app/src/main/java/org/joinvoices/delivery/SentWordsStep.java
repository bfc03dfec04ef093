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
import org.joinvoices.signing.SignatureId;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SignerNotices;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Forgets own words once every message that holds them has had its last attempt for a while (D11):
 * texts of messages are never stored, so that then only their hash is left. Before that their
 * signer is offered a copy ({@link WordsOffer}), and has a week for it however late the offer was.
 */
final class SentWordsStep implements RetentionStep {

  private static final String OFFERED =
      """
      SELECT asked.id FROM unnest(string_to_array(:ids, ',')::uuid[]) AS asked (id)
      JOIN delivery_notice n ON n.action_id = :action AND n.signature_id = asked.id AND n.kind = :kind
      WHERE n.told_at <= :before
      """;

  private final JdbcClient jdbc;
  private final Actions actions;
  private final OwnWords words;
  private final SentWords sent;

  SentWordsStep(DataSource dataSource, Actions actions) {
    this.jdbc = JdbcClient.create(dataSource);
    this.actions = actions;
    this.words = new OwnWords(dataSource);
    this.sent = new SentWords(dataSource);
  }

  @Override
  public Forgotten kind() {
    return Forgotten.OWN_WORDS;
  }

  @Override
  public Map<UUID, Long> due(Instant now) {
    return actions.list().stream()
        .map(Action::id)
        .collect(toMap(ActionId::value, action -> (long) over(action, now).size()));
  }

  @Override
  public long erase(UUID action, Instant now) {
    var id = new ActionId(action);
    return over(id, now).stream()
        .filter(signature -> words.erase(new SignatureKey(id, signature), now))
        .count();
  }

  private List<SignatureId> over(ActionId action, Instant now) {
    var all = sent.list(action, now.minus(Kept.OWN_WORDS));
    return all.isEmpty() ? all : offered(action, all, now.minus(Kept.OFFERED));
  }

  private List<SignatureId> offered(ActionId action, List<SignatureId> some, Instant before) {
    return jdbc.sql(OFFERED)
        .param("ids", SentWords.ids(some))
        .param("action", action.value())
        .param("kind", SignerNotices.WORDS_GOING)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query((row, _) -> new SignatureId(row.getObject("id", UUID.class)))
        .list();
  }
}
