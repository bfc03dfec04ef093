package org.joinvoices.signing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.joinvoices.action.ActionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Walks over the signatures that a scope may mean, portion by portion. Which of them it means is
 * only known once they are unsealed, where it names a mail domain.
 */
final class ReviewPortions {

  static final int SIZE = 500;

  private static final String COLUMNS =
      """
      SELECT s.id, s.state, s.confirmed_at IS NOT NULL AS counted_before, s.signed_at, s.region, s.flags, s.sealed_contact
      FROM signature s
      """;

  /** One that was read. */
  record Row(ReviewPreview.Line line, boolean countedBefore, byte @Nullable [] contact) {

    SignatureKey key() {
      return line.key();
    }

    SignatureState state() {
      return line.state();
    }
  }

  private final JdbcClient jdbc;
  private final SealedContact sealed;

  ReviewPortions(JdbcClient jdbc, SealedContact sealed) {
    this.jdbc = jdbc;
    this.sealed = sealed;
  }

  /** Of the earlier ones than {@code before} the latest, at most so many, the latest first. */
  List<Row> backFrom(ReviewScope scope, UUID before, int most) {
    return read(scope, before, "s.id < :at", "ORDER BY s.id DESC LIMIT " + most);
  }

  /**
   * The later ones than {@code after}, the earliest first. They stay locked, in the order in which
   * those who confirm lock theirs.
   */
  List<Row> lockAfter(ReviewScope scope, UUID after) {
    return read(scope, after, "s.id > :at", "ORDER BY s.id LIMIT " + SIZE + " FOR UPDATE OF s");
  }

  private List<Row> read(ReviewScope scope, UUID at, String side, String order) {
    return jdbc.sql(
            String.join("\n", COLUMNS, "WHERE " + scope.condition() + " AND " + side, order))
        .params(scope.parameters())
        .param("at", at)
        .query((row, _) -> row(scope.action(), row))
        .list();
  }

  private static Row row(ActionId action, ResultSet row) throws SQLException {
    var line =
        new ReviewPreview.Line(
            new SignatureKey(action, new SignatureId(row.getObject("id", UUID.class))),
            SignatureState.parse(row.getString("state")),
            Signatures.instant(row, "signed_at").orElseThrow(),
            row.getString("region"),
            Arrays.asList((String[]) row.getArray("flags").getArray()));
    return new Row(line, row.getBoolean("counted_before"), row.getBytes("sealed_contact"));
  }

  /** Those that are meant in the end. */
  List<Row> meant(ReviewScope scope, List<Row> portion) {
    return scope.mailDomain().isEmpty()
        ? portion
        : portion.stream().filter(row -> isOfDomain(scope, row)).toList();
  }

  private boolean isOfDomain(ReviewScope scope, Row row) {
    return row.contact() != null
        && !sealed.isOver(scope.action())
        && scope.covers(sealed.openContact(row.key(), row.contact()).email());
  }
}
