package org.joinvoices.signing;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The mailbox rules of each letter: those in use when it was first signed, for good. Under others
 * the same person could be counted a second time, since hashes of earlier signatures would stay as
 * they are.
 */
final class LetterMailboxes {

  private final JdbcClient jdbc;
  private final MailboxRules now;
  private final Map<ActionId, MailboxRules> known = new ConcurrentHashMap<>();

  /**
   * @param now the rules of the house at present
   */
  LetterMailboxes(DataSource dataSource, MailboxRules now) {
    this.jdbc = JdbcClient.create(dataSource);
    this.now = now;
  }

  /** For somebody who signs; the first one settles it, whichever server they come to. */
  MailboxRules settled(ActionId action) {
    MailboxRules rules = known.get(action);
    if (rules == null) {
      rules = find(action).orElseGet(() -> settle(action));
      known.put(action, rules);
    }
    return rules;
  }

  /** For a look: those of the house where nobody has signed yet. */
  MailboxRules of(ActionId action) {
    return Optional.ofNullable(known.get(action)).or(() -> find(action)).orElse(now);
  }

  private MailboxRules settle(ActionId action) {
    jdbc.sql("INSERT INTO letter_mailboxes (action_id, rules) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .params(action.value(), now.text())
        .update();
    return find(action).orElseThrow();
  }

  private Optional<MailboxRules> find(ActionId action) {
    return jdbc.sql("SELECT rules FROM letter_mailboxes WHERE action_id = ?")
        .param(action.value())
        .query(String.class)
        .optional()
        .map(MailboxRules::ofText);
  }
}
