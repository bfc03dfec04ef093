package org.joinvoices.signing;

import com.google.crypto.tink.util.Bytes;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sign-up sheets that were ever printed, by the code on them. */
public final class SheetForms {

  private final JdbcClient jdbc;
  private final InstantSource clock;

  /**
   * @param clock civic time
   */
  public SheetForms(DataSource dataSource, InstantSource clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.clock = clock;
  }

  /**
   * Keeps which words a sheet that is about to be printed bears.
   *
   * @param language of the sheet; the first of the house where it has no wording in it
   */
  public SheetForm keep(Action action, String language) {
    SheetForm form = SheetForm.of(action, language);
    jdbc.sql(
            """
            INSERT INTO sheet_form (action_id, code, language, letter_mark, wording_version, letter_hash,
              deliver_hash, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """)
        .param(action.id().value())
        .param(form.code())
        .param(form.language())
        .param(form.letterMark())
        .param(form.wordingVersion())
        .param(form.letter().toByteArray())
        .param(form.deliver().map(Bytes::toByteArray).orElse(null))
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return form;
  }

  /** The sheet of a letter with this code; case and spaces in it do not matter. */
  public Optional<SheetForm> find(ActionId action, String code) {
    return jdbc.sql(
            """
            SELECT code, language, letter_mark, wording_version, letter_hash, deliver_hash
            FROM sheet_form WHERE action_id = ? AND code = upper(?)
            """)
        .params(action.value(), code.strip())
        .query(
            (row, _) ->
                new SheetForm(
                    row.getString("code"),
                    row.getString("language"),
                    row.getString("letter_mark"),
                    row.getInt("wording_version"),
                    Bytes.copyFrom(row.getBytes("letter_hash")),
                    Optional.ofNullable(row.getBytes("deliver_hash")).map(Bytes::copyFrom)))
        .optional();
  }
}
