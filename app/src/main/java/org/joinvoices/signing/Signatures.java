package org.joinvoices.signing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.crypto.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reading signatures. */
public final class Signatures {

  private static final String VIEW =
      """
      SELECT state, act, letter_version, language, signed_at, confirmed_at, seats, match, reply_wanted,
        erased_at IS NOT NULL AS erased
      FROM signature WHERE action_id = ? AND id = ?
      """;

  private final JdbcClient jdbc;
  private final SealedContact sealed;
  private final ConfirmationMails mails;
  private final ConfirmedStream confirmed;

  public Signatures(DataSource dataSource, Vault vault, InstantSource clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.sealed = new SealedContact(vault);
    this.mails = new ConfirmationMails(jdbc, vault, clock);
    this.confirmed = new ConfirmedStream(dataSource, sealed);
  }

  public Optional<SignatureView> find(SignatureKey key) {
    return jdbc.sql(VIEW)
        .params(key.action().value(), key.signature().value())
        .query((row, _) -> view(key, row))
        .optional();
  }

  private static SignatureView view(SignatureKey key, ResultSet row) throws SQLException {
    return new SignatureView(
        key,
        SignatureState.parse(row.getString("state")),
        Act.parse(row.getString("act")),
        row.getInt("letter_version"),
        row.getString("language"),
        instant(row, "signed_at").orElseThrow(),
        instant(row, "confirmed_at"),
        seats(row),
        StoredMatch.parse(row.getString("match")).match(),
        row.getBoolean("reply_wanted"),
        row.getBoolean("erased"));
  }

  private static List<Seat> seats(ResultSet row) throws SQLException {
    return Arrays.stream((String[]) row.getArray("seats").getArray()).map(Seat::new).toList();
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /** Unseals the person; empty when erased or gone. */
  public Optional<Constituent> findConstituent(SignatureKey key) {
    return jdbc.sql(
            """
            SELECT sealed_contact, sealed_own_words FROM signature
            WHERE action_id = ? AND id = ? AND sealed_contact IS NOT NULL
            """)
        .params(key.action().value(), key.signature().value())
        .query((row, _) -> constituent(key, row))
        .optional();
  }

  private Constituent constituent(SignatureKey key, ResultSet row) throws SQLException {
    SealedContact.Content contact = sealed.openContact(key, row.getBytes("sealed_contact"));
    byte[] ownWords = row.getBytes("sealed_own_words");
    return new Constituent(
        contact.name(),
        contact.email(),
        contact.phone(),
        contact.address(),
        ownWords == null ? "" : sealed.openOwnWords(key, ownWords));
  }

  /**
   * What to mail to whom; empty when no mail is due (any more): confirmed, refused, expired, or the
   * mailbox never wants one.
   */
  public Optional<ConfirmationDue> findConfirmationDue(SignatureKey key) {
    return mails.find(key);
  }

  /**
   * Streams confirmed signatures, in the order of confirmation, within one consistent snapshot. A
   * book takes those confirmed before the deadline; its supplement those signed before and
   * confirmed up to 48 hours after it (D16).
   *
   * @param signedBefore civic instant, exclusive
   * @param confirmedFrom civic instant, inclusive
   * @param confirmedBefore civic instant, exclusive
   */
  public void forEachConfirmed(
      ActionId action,
      Instant signedBefore,
      Instant confirmedFrom,
      Instant confirmedBefore,
      Consumer<BookEntry> reader) {
    confirmed.forEach(action, signedBefore, confirmedFrom, confirmedBefore, reader);
  }
}
