package org.joinvoices.delivery;

import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.delivery.book.Manifest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which books are frozen, in table {@code petition_book}. */
final class FrozenBooks {

  private final JdbcClient jdbc;

  FrozenBooks(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /** What the book said of itself when it was frozen. */
  Optional<Manifest> find(ActionId action, BookPart part) {
    return jdbc.sql("SELECT manifest FROM petition_book WHERE action_id = ? AND part = ?")
        .params(action.value(), part.word())
        .query(String.class)
        .optional()
        .map(Manifest::parse);
  }

  /**
   * @return false if it was frozen already, which then counts
   */
  boolean add(ActionId action, BookPart part, Manifest manifest) {
    return jdbc.sql(
                """
                INSERT INTO petition_book (action_id, part, frozen_at, letter_version, signatures, manifest, made_at)
                VALUES (?, ?, ?, ?, ?, ?::jsonb, ?)
                ON CONFLICT (action_id, part) DO NOTHING
                """)
            .params(
                action.value(),
                part.word(),
                manifest.asOf().atOffset(ZoneOffset.UTC),
                manifest.letterVersion(),
                manifest.signatures(),
                manifest.json(),
                manifest.madeAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }
}
