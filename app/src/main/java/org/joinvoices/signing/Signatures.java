package org.joinvoices.signing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Finder;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.Match.Candidate;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.database.FreshPlan;
import org.joinvoices.platform.database.SqlArrays;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reading signatures. */
public final class Signatures {

  private static final String COLUMNS =
      """
      SELECT s.action_id, s.id, state, act, letter_version, language, signed_at, confirmed_at, seats, match,
        reply_wanted, display, own_words_public, own_words_erased_at IS NOT NULL AS own_words_erased,
        ended_why, ended_at, restored_at, source, erased_at IS NOT NULL AS erased
      """;

  private static final String VIEW = COLUMNS + "FROM signature s\n";

  private static final String SIGNER =
      COLUMNS + ", sealed_contact, sealed_own_words FROM signature s\n";

  /** What a message goes for: see {@link SignatureView#writesTo}. */
  private static final String WRITING = "SELECT s.action_id, s.id, seats FROM signature s\n";

  private static final String STILL =
      "WHERE state = 'confirmed' AND act = 'send' AND erased_at IS NULL";

  private static final String AMONG =
      """
      JOIN unnest(?::uuid[], ?::uuid[]) AS asked (action_id, id) ON s.action_id = asked.action_id AND s.id = asked.id
      """;

  private static final String EARLIER =
      """
      SELECT s.action_id, s.id, earlier.id AS earlier_id
      FROM signature s
      JOIN unnest(?::uuid[], ?::uuid[]) AS asked (action_id, id) ON s.action_id = asked.action_id AND s.id = asked.id
      JOIN signature earlier ON earlier.action_id = s.action_id AND earlier.mailbox_hash = s.mailbox_hash
        AND earlier.person_hash = s.person_hash AND earlier.id <> s.id AND earlier.confirmed_at IS NOT NULL
      """;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final SealedContact sealed;
  private final Suppression suppression;
  private final ConfirmationMails mails;
  private final ConfirmedStream confirmed;

  /** Of a house that mails nobody through this, such as a command's. */
  public Signatures(DataSource dataSource, Vault vault, InstantSource clock) {
    this(dataSource, vault, clock, MailboxRules.shipped());
  }

  /**
   * @param mailboxes the rules of the house
   */
  public Signatures(
      DataSource dataSource, Vault vault, InstantSource clock, MailboxRules mailboxes) {
    this.template = new JdbcTemplate(dataSource);
    this.jdbc = JdbcClient.create(template);
    this.sealed = new SealedContact(vault);
    this.suppression = new Suppression(jdbc, Fingerprints.of(dataSource, vault, mailboxes));
    this.mails = new ConfirmationMails(jdbc, vault, suppression, clock);
    this.confirmed = new ConfirmedStream(dataSource, sealed);
  }

  public Optional<SignatureView> find(SignatureKey key) {
    return jdbc.sql(VIEW + "WHERE s.action_id = ? AND s.id = ?")
        .params(key.action().value(), key.signature().value())
        .query((row, _) -> view(row))
        .optional()
        .map(view -> sealed.isOver(key.action()) ? view.asErased() : view);
  }

  /** Those of {@code keys} that exist, read at once, and the persons where they are known still. */
  public Map<SignatureKey, Signer> signers(List<SignatureKey> keys) {
    return read(SIGNER + AMONG, keys, this::signer).stream()
        .collect(toMap(signer -> signer.signature().key(), Function.identity()));
  }

  private Signer signer(ResultSet row) throws SQLException {
    SignatureView view = view(row);
    if (sealed.isOver(view.key().action())) {
      return new Signer(view.asErased(), Optional.empty());
    }
    return new Signer(
        view,
        row.getBytes("sealed_contact") == null
            ? Optional.empty()
            : Optional.of(constituent(view.key(), row)));
  }

  /** The seats that each of {@code keys} writes to as it stands: {@link SignatureView#writesTo}. */
  public Map<SignatureKey, List<Seat>> writesTo(List<SignatureKey> keys) {
    return read(WRITING + AMONG + STILL, keys, row -> Map.entry(key(row, "id"), seats(row)))
        .stream()
        .filter(entry -> !sealed.isOver(entry.getKey().action()))
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> read(String sql, List<SignatureKey> keys, RowReader<T> reader) {
    return template.execute((Connection connection) -> read(connection, sql, keys, reader));
  }

  private static <T> List<T> read(
      Connection connection, String sql, List<SignatureKey> keys, RowReader<T> reader)
      throws SQLException {
    List<T> read = new ArrayList<>();
    try (var select = FreshPlan.prepare(connection, sql)) {
      select.setArray(1, SqlArrays.of(connection, "uuid", keys, key -> key.action().value()));
      select.setArray(2, SqlArrays.of(connection, "uuid", keys, key -> key.signature().value()));
      var rows = select.executeQuery();
      while (rows.next()) {
        read.add(reader.read(rows));
      }
    }
    return read;
  }

  /** Those of {@code keys} that exist, read at once within the transaction of whoever asks. */
  public static List<SignatureView> list(Connection connection, List<SignatureKey> keys)
      throws SQLException {
    return read(connection, VIEW + AMONG, keys, Signatures::view);
  }

  /**
   * Other signatures that the same person had confirmed and then withdrew, for those of {@code
   * keys} that have any; what was erased is not known any more.
   */
  public static Map<SignatureKey, Set<SignatureKey>> listEarlier(
      Connection connection, List<SignatureKey> keys) throws SQLException {
    return read(connection, EARLIER, keys, row -> Map.entry(key(row, "id"), key(row, "earlier_id")))
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
  }

  private static SignatureKey key(ResultSet row, String id) throws SQLException {
    return new SignatureKey(
        new ActionId(row.getObject("action_id", UUID.class)),
        new SignatureId(row.getObject(id, UUID.class)));
  }

  private static SignatureView view(ResultSet row) throws SQLException {
    Instant signedAt = instant(row, "signed_at").orElseThrow();
    StoredMatch match = StoredMatch.parse(row.getString("match"));
    return new SignatureView(
        key(row, "id"),
        SignatureState.parse(row.getString("state")),
        Act.parse(row.getString("act")),
        row.getInt("letter_version"),
        row.getString("language"),
        signedAt,
        instant(row, "confirmed_at"),
        seats(row),
        match.match(),
        match.day(signedAt),
        match.isAnywhere(),
        row.getBoolean("reply_wanted"),
        Display.parse(row.getString("display")),
        row.getBoolean("own_words_public"),
        row.getBoolean("own_words_erased"),
        new Decided(
            Optional.ofNullable(row.getString("ended_why")).map(EndedWhy::parse),
            instant(row, "ended_at"),
            instant(row, "restored_at")),
        Source.parse(row.getString("source")),
        row.getBoolean("erased"));
  }

  private static List<Seat> seats(ResultSet row) throws SQLException {
    return Arrays.stream((String[]) row.getArray("seats").getArray()).map(Seat::new).toList();
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /**
   * The match with the towns by which a person recognises each candidate. They lie around the
   * postal code, so they are found anew and not stored.
   */
  public Match match(SignatureView view, Districts districts) {
    return switch (view.match()) {
      case Match.Ambiguous ambiguous ->
          new Match.Ambiguous(
              ambiguous.senators(),
              ambiguous.candidates().stream().map(recognisable(view, districts)).toList(),
              ambiguous.confidence(),
              ambiguous.release());
      case Match.Matched matched -> matched;
      case Match.Unmatched unmatched -> unmatched;
    };
  }

  /**
   * What is known for finding the signer's district, with the address as typed.
   *
   * @param path of the page that helps to find it
   */
  public Finder.Search search(SignatureView view, String path, Districts districts) {
    Optional<PostalAddress> address = findConstituent(view.key()).map(Constituent::address);
    return new Finder.Search(
        path,
        view.language(),
        match(view, districts),
        view.anywhere(),
        address.map(PostalAddress::postalCode).orElse(""),
        address.map(PostalAddress::locality).orElse(""),
        address.map(PostalAddress::region).orElse(""));
  }

  private UnaryOperator<Candidate> recognisable(SignatureView view, Districts districts) {
    List<Candidate> known =
        findConstituent(view.key())
            .map(Constituent::address)
            .map(
                at -> districts.match(at.postalCode(), at.region(), at.country(), view.matchedOn()))
            .map(match -> match instanceof Match.Ambiguous found ? found.candidates() : null)
            .orElse(List.of());
    return stored ->
        Stream.concat(
                known.stream(),
                districts.districtsOf(stored.seat().state(), view.matchedOn()).stream())
            .filter(one -> one.seat().equals(stored.seat()))
            .findFirst()
            .orElse(stored);
  }

  /** Unseals the person; empty when erased or gone, or when nobody can unseal it any more. */
  public Optional<Constituent> findConstituent(SignatureKey key) {
    return sealed.isOver(key.action()) ? Optional.empty() : findSealed(key);
  }

  private Optional<Constituent> findSealed(SignatureKey key) {
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
    return sealed.isOver(key.action()) ? Optional.empty() : mails.find(key);
  }

  /** False for a mailbox that said "this was not me". */
  public boolean mayMail(EmailAddress email) {
    return !suppression.covers(email);
  }

  /**
   * Streams confirmed signatures, in the order of confirmation, within one consistent snapshot. A
   * book takes those confirmed before the deadline; its supplement those signed before and
   * confirmed up to 48 hours after it (D16).
   *
   * @param signedBefore civic instant, exclusive
   * @param confirmedFrom civic instant, inclusive
   * @param confirmedBefore civic instant, exclusive
   * @param countedAt civic instant at which a book was frozen: who was out of the count then, and
   *     was counted again later, is left out; {@link Instant#EPOCH} where there is none
   */
  public void forEachConfirmed(
      ActionId action,
      Instant signedBefore,
      Instant confirmedFrom,
      Instant confirmedBefore,
      Instant countedAt,
      Consumer<BookEntry> reader) {
    confirmed.forEach(action, signedBefore, confirmedFrom, confirmedBefore, countedAt, reader);
  }
}
