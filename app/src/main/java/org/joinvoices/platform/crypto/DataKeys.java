package org.joinvoices.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The wrapped keys of table {@code data_key}. Each is bound to its scope and use, so that rows
 * cannot be swapped.
 */
final class DataKeys {

  private static final String FIND = "SELECT wrapped FROM data_key WHERE scope = ? AND purpose = ?";
  private static final String ADD =
      "INSERT INTO data_key (scope, purpose, wrapped) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

  private final DataSource dataSource;
  private final MasterKey master;

  DataKeys(DataSource dataSource, MasterKey master) {
    this.dataSource = dataSource;
    this.master = master;
  }

  Optional<KeysetHandle> find(UUID scope, String purpose) {
    try (var connection = dataSource.getConnection()) {
      return find(connection, scope, purpose);
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("cannot read the data key", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot unwrap the data key", e);
    }
  }

  /** The stored key; of several makers at once, the first to commit wins and all use its key. */
  KeysetHandle findOrMake(UUID scope, String purpose, Parameters kind) {
    try (var connection = dataSource.getConnection()) {
      var known = find(connection, scope, purpose);
      if (known.isPresent()) {
        return known.get();
      }
      add(connection, scope, purpose, KeysetHandle.generateNew(kind));
      return find(connection, scope, purpose).orElseThrow();
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("cannot store the data key", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot make the data key", e);
    }
  }

  private Optional<KeysetHandle> find(Connection connection, UUID scope, String purpose)
      throws SQLException, GeneralSecurityException {
    try (var select = connection.prepareStatement(FIND)) {
      select.setObject(1, scope);
      select.setString(2, purpose);
      var rows = select.executeQuery();
      return rows.next()
          ? Optional.of(master.unwrap(rows.getBytes(1), context(scope, purpose)))
          : Optional.empty();
    }
  }

  private void add(Connection connection, UUID scope, String purpose, KeysetHandle key)
      throws SQLException, GeneralSecurityException {
    try (var insert = connection.prepareStatement(ADD)) {
      insert.setObject(1, scope);
      insert.setString(2, purpose);
      insert.setBytes(3, master.wrap(key, context(scope, purpose)));
      insert.executeUpdate();
    }
  }

  private static byte[] context(UUID scope, String purpose) {
    return (purpose + ":" + scope).getBytes(UTF_8);
  }
}
