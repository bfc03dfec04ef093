package org.joinvoices.signing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.districts.Match;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets what signers wrote, when those who carry it to its readers say that it has arrived. */
public final class OwnWords {

  private static final int BATCH = 500;

  /**
   * A signature with words of its own.
   *
   * @param open to be shown in the petition book
   */
  public record Holder(SignatureId id, boolean open) {}

  private record Row(Holder holder, boolean settled) {}

  private final JdbcClient jdbc;

  public OwnWords(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** A text as it would be stored if somebody typed it into the form. */
  public static String tidy(String typed) {
    return PlainText.lines(typed);
  }

  /**
   * Those of {@code wanted} whose words are still there, out of all that were confirmed. Left out
   * is who may still choose a district: a message would leave without them.
   *
   * @param wanted asked a batch at a time
   */
  public List<SignatureId> list(ActionId action, Function<List<Holder>, List<SignatureId>> wanted) {
    List<SignatureId> all = new ArrayList<>();
    UUID last = new UUID(0, 0);
    List<Row> batch;
    do {
      batch = batch(action, last);
      if (!batch.isEmpty()) {
        last = batch.getLast().holder().id().value();
        all.addAll(wanted.apply(batch.stream().filter(Row::settled).map(Row::holder).toList()));
      }
    } while (batch.size() == BATCH);
    return all;
  }

  private List<Row> batch(ActionId action, UUID after) {
    return jdbc.sql(
            """
            SELECT id, own_words_public, match FROM signature
            WHERE action_id = ? AND id > ? AND sealed_own_words IS NOT NULL AND confirmed_at IS NOT NULL
            ORDER BY id LIMIT ?
            """)
        .params(action.value(), after, BATCH)
        .query(
            (row, _) ->
                new Row(
                    new Holder(
                        new SignatureId(row.getObject("id", UUID.class)),
                        row.getBoolean("own_words_public")),
                    !(StoredMatch.parse(row.getString("match")).match()
                        instanceof Match.Ambiguous)))
        .list();
  }

  /**
   * @param now civic time
   * @return true if there were words
   */
  public boolean erase(SignatureKey key, Instant now) {
    return jdbc.sql(
                """
                UPDATE signature SET sealed_own_words = NULL, own_words_erased_at = ?
                WHERE action_id = ? AND id = ? AND sealed_own_words IS NOT NULL
                """)
            .params(now.atOffset(ZoneOffset.UTC), key.action().value(), key.signature().value())
            .update()
        == 1;
  }
}
