package org.joinvoices.authors;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.LetterText;
import org.joinvoices.signing.Approval;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which texts of a letter its authors approved. */
public final class TextApprovals implements Approval.Records {

  private final JdbcClient jdbc;
  private final InstantSource clock;

  /**
   * @param clock civic time
   */
  public TextApprovals(DataSource dataSource, InstantSource clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.clock = clock;
  }

  @Override
  public List<Approval> of(ActionId action) {
    return jdbc.sql(
            """
            SELECT language, words_hash, approved_at FROM text_approval
            WHERE action_id = ? ORDER BY approved_at, language
            """)
        .param(action.value())
        .query(TextApprovals::approval)
        .list();
  }

  /** Texts as they are now that the authors have not approved. */
  public List<LetterText> missing(Action action) {
    List<Approval> approvals = of(action.id());
    return action.letter().texts().stream()
        .filter(text -> approvals.stream().noneMatch(approval -> approval.isOf(text)))
        .toList();
  }

  /** False if it was approved already. */
  boolean approve(ActionId action, LetterText text) {
    return jdbc.sql(
                """
                INSERT INTO text_approval (action_id, language, words_hash, approved_at) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)
            .params(
                action.value(),
                text.language(),
                HexFormat.of().parseHex(text.wordsHash()),
                clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** False if it was not approved. */
  boolean takeBack(ActionId action, LetterText text) {
    return jdbc.sql(
                "DELETE FROM text_approval WHERE action_id = ? AND language = ? AND words_hash = ?")
            .params(action.value(), text.language(), HexFormat.of().parseHex(text.wordsHash()))
            .update()
        == 1;
  }

  private static Approval approval(ResultSet row, int number) throws SQLException {
    return new Approval(
        row.getString("language"),
        HexFormat.of().formatHex(row.getBytes("words_hash")),
        row.getObject("approved_at", OffsetDateTime.class).toInstant());
  }
}
