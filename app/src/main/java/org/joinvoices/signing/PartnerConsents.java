package org.joinvoices.signing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.crypto.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who said yes to a partner: those only whose signature counts now. Whoever withdraws or is erased
 * is gone from here in the same transaction.
 */
public final class PartnerConsents {

  private static final int ROWS_PER_FETCH = 500;

  /** The state is asked, too: under review, or taken out, a yes waits. */
  private static final String SAID_YES =
      """
      FROM consent c JOIN signature s ON s.action_id = c.action_id AND s.id = c.signature_id
      WHERE c.action_id = ? AND c.kind = 'partner' AND s.state = 'confirmed' AND s.erased_at IS NULL
        AND s.sealed_contact IS NOT NULL
      """;

  private static final String PEOPLE =
      "SELECT DISTINCT s.id, s.sealed_contact " + SAID_YES + " AND c.partner_id = ? ORDER BY s.id";

  private static final String COUNT =
      "SELECT c.partner_id, count(DISTINCT s.id) AS people " + SAID_YES + " GROUP BY c.partner_id";

  /**
   * What a signer agreed to give to the partner, and nothing else.
   *
   * @param name as typed
   */
  public record Person(PersonName name, EmailAddress email) {

    @Override
    public String toString() {
      return "Person[hidden]";
    }
  }

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final SealedContact sealed;

  public PartnerConsents(DataSource dataSource, Vault vault) {
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
    this.sealed = new SealedContact(vault);
  }

  /** How many said yes to each partner of a letter; those nobody said yes to are left out. */
  public Map<PartnerId, Long> count(ActionId action) {
    return sealed.isOver(action)
        ? Map.of()
        : jdbc
            .sql(COUNT)
            .param(action.value())
            .query(
                (row, _) ->
                    Map.entry(
                        new PartnerId(row.getObject("partner_id", UUID.class)),
                        row.getLong("people")))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Hands on those who said yes to the partner, one by one, within one snapshot. */
  public void forEach(ActionId action, PartnerId partner, Consumer<Person> reader) {
    if (sealed.isOver(action)) {
      return;
    }
    try (Connection connection = dataSource.getConnection()) {
      // The driver streams only within a transaction.
      connection.setAutoCommit(false);
      try (var select = connection.prepareStatement(PEOPLE)) {
        select.setFetchSize(ROWS_PER_FETCH);
        select.setObject(1, action.value());
        select.setObject(2, partner.value());
        var rows = select.executeQuery();
        while (rows.next()) {
          var id = new SignatureId(rows.getObject("id", UUID.class));
          var key = new SignatureKey(action, id);
          var contact = sealed.openContact(key, rows.getBytes("sealed_contact"));
          reader.accept(new Person(contact.name(), contact.email()));
        }
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read consents: " + e.getSQLState());
    }
  }
}
