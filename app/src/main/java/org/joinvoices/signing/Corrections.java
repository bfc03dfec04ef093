package org.joinvoices.signing;

import static java.util.stream.Collectors.toMap;

import com.google.crypto.tink.util.Bytes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.StreetMatcher;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.signing.SignForm.Parsed;
import org.joinvoices.signing.SignatureEvent.Kind;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts right what a signer typed, by the form they signed with. Whether anything of it has left
 * already is for its callers to know. The e-mail address cannot be corrected: it is what proves who
 * signed.
 */
public final class Corrections {

  /** What can be corrected; all else stays as it was signed. */
  private static final Set<String> FIELDS =
      Set.of(
          "prefix",
          "given_name",
          "family_name",
          "phone",
          "address_line",
          "address_line2",
          "locality",
          "region",
          "postal_code",
          "country",
          "own_words",
          "own_words_checked",
          "consent_own_words",
          "display");

  private static final Set<SignatureState> LIVING =
      EnumSet.of(SignatureState.CONFIRMED, SignatureState.UNDER_REVIEW);

  private static final String LOCK =
      """
      SELECT state, letter_version, sealed_contact FROM signature
      WHERE action_id = ? AND id = ? AND sealed_contact IS NOT NULL FOR NO KEY UPDATE
      """;

  private static final String STORE =
      """
      UPDATE signature SET display = :display, own_words_public = :open, country = :country, region = :region,
        zip3 = :zip3, seats = CASE WHEN :moved THEN CAST(:seats AS text[]) ELSE seats END,
        match = CASE WHEN :moved THEN CAST(:match AS jsonb) ELSE match END, sealed_contact = :contact,
        sealed_own_words = :words, person_hash = :person, household_hash = :household, content_hash = :content,
        corrected_at = :now
      WHERE action_id = :action AND id = :id
      """;

  /** Earlier signatures stay those of the same person, for erasing and for not writing twice. */
  private static final String RENAME_OTHERS =
      """
      UPDATE signature o SET person_hash = :person FROM signature s
      WHERE s.action_id = :action AND s.id = :id AND o.action_id = s.action_id AND o.mailbox_hash = s.mailbox_hash
        AND o.person_hash = s.person_hash AND o.id <> s.id
      """;

  private record Row(SignatureState state, int letterVersion, byte[] contact) {}

  /**
   * A correction that is ready to be stored.
   *
   * @param match by the new address
   * @param agreed whether the signer pressed the button, and so agrees anew to what was shown there
   */
  public record Ready(SignatureKey key, SignRequest request, Match match, boolean agreed) {}

  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Signatures signatures;
  private final Actions actions;
  private final StreetMatcher streets;
  private final Fingerprints fingerprints;
  private final SealedContact sealed;
  private final CivicClock clock;
  private final EventLog events;

  public Corrections(
      DataSource dataSource,
      Vault vault,
      Signatures signatures,
      Actions actions,
      StreetMatcher streets,
      CivicClock clock) {
    this.template = new JdbcTemplate(dataSource);
    this.jdbc = JdbcClient.create(template);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.signatures = signatures;
    this.actions = actions;
    this.streets = streets;
    this.fingerprints = Fingerprints.reading(dataSource, vault);
    this.sealed = new SealedContact(vault);
    this.clock = clock;
    this.events = new EventLog(jdbc);
  }

  /** The form as it would have to be filled to say what is held; empty for what has ended. */
  public Optional<Typed> held(SignatureKey key) {
    return signatures
        .find(key)
        .filter(view -> LIVING.contains(view.state()) && !view.erased())
        .flatMap(view -> signatures.findConstituent(key).map(person -> typed(view, person)));
  }

  private static Typed typed(SignatureView view, Constituent person) {
    var values = new HashMap<String, String>();
    values.put("prefix", person.name().prefix());
    values.put("given_name", person.name().given());
    values.put("family_name", person.name().family());
    values.put("email", person.email().value());
    values.put("phone", person.phone());
    values.put("address_line", person.address().line());
    values.put("address_line2", person.address().line2());
    values.put("locality", person.address().locality());
    values.put("region", person.address().region());
    values.put("postal_code", person.address().postalCode());
    values.put("country", person.address().country());
    values.put("own_words", person.ownWords());
    values.put("display", view.display().word());
    values.put("consent_own_words", Boolean.toString(view.ownWordsPublic()));
    values.put("language", view.language());
    values.put("consent_deliver", Boolean.toString(view.act() == Act.SEND));
    return new Typed(values);
  }

  /**
   * Reads the form; of what cannot be corrected the held value is taken, whatever came.
   *
   * @param held of the same signature
   */
  public Parsed parse(SignatureKey key, Typed held, Map<String, List<String>> fields) {
    Map<String, List<String>> all = new HashMap<>();
    held.values().forEach((field, value) -> all.put(field, List.of(value)));
    FIELDS.forEach(all::remove);
    all.putAll(
        fields.entrySet().stream()
            .filter(field -> FIELDS.contains(field.getKey()))
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    return SignForm.parse(all, actions.get(key.action()));
  }

  /** Finds the seats of the new address; may ask a geocoder, so it belongs in no transaction. */
  public Ready prepare(SignatureKey key, SignRequest request, boolean agreed) {
    PostalAddress address = request.address();
    return new Ready(
        key, request, streets.match(address.street(), address.country(), clock.today()), agreed);
  }

  /** Stores it, within the caller's transaction if there is one. */
  public CorrectOutcome correct(Ready ready) {
    return transaction.execute(
        _ ->
            lock(ready.key())
                .filter(row -> LIVING.contains(row.state()))
                .map(row -> correct(row, ready))
                .orElseGet(CorrectOutcome.Ended::new));
  }

  private Optional<Row> lock(SignatureKey key) {
    return sealed.isOver(key.action())
        ? Optional.empty()
        : jdbc.sql(LOCK)
            .params(key.action().value(), key.signature().value())
            .query((row, _) -> row(row))
            .optional();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        SignatureState.parse(row.getString("state")),
        row.getInt("letter_version"),
        row.getBytes("sealed_contact"));
  }

  private CorrectOutcome correct(Row row, Ready ready) {
    Fingerprints.Of prints = fingerprints.of(ready.request());
    CorrectOutcome outcome = become(ready.key(), prints);
    if (outcome instanceof CorrectOutcome.Corrected) {
      store(row, ready, prints);
    }
    return outcome;
  }

  private CorrectOutcome become(SignatureKey key, Fingerprints.Of prints) {
    return template.execute(
        (Connection connection) -> ConfirmationWriter.become(connection, key, prints));
  }

  private void store(Row row, Ready ready, Fingerprints.Of prints) {
    SignatureKey key = ready.key();
    Instant now = clock.instant();
    Action action = actions.get(key.action());
    var letter = actions.letter(action.id(), row.letterVersion());
    var fresh =
        new PendingRow(
            key,
            ready.request(),
            ready.match(),
            prints,
            sealed.contact(key, ready.request()),
            sealed.ownWords(key, ready.request()),
            ConsentGiven.of(ready.request(), action, letter),
            Set.of(),
            now);
    boolean moved = hasMoved(row, ready);
    jdbc.sql(RENAME_OTHERS)
        .param("person", prints.person().toByteArray())
        .param("action", key.action().value())
        .param("id", key.signature().value())
        .update();
    store(fresh, moved);
    template.execute(
        (Connection connection) -> {
          ConsentWriter.rewrite(connection, fresh, ready.agreed());
          return true;
        });
    if (moved && row.state() == SignatureState.CONFIRMED) {
      events.append(Kind.MATCHED_AGAIN, key, now);
    }
  }

  private void store(PendingRow fresh, boolean moved) {
    var request = fresh.request();
    jdbc.sql(STORE)
        .param("display", request.display().word())
        .param("open", request.consentOwnWords())
        .param("country", request.address().country())
        .param("region", fresh.region())
        .param("zip3", fresh.zip3())
        .param("moved", moved)
        .param("seats", fresh.seats())
        .param("match", StoredMatch.of(fresh.match(), clock.today()).json())
        .param("contact", fresh.contact().toByteArray())
        .param("words", fresh.ownWords().map(Bytes::toByteArray).orElse(null))
        .param("person", fresh.prints().person().toByteArray())
        .param("household", fresh.prints().household().map(Bytes::toByteArray).orElse(null))
        .param("content", fresh.prints().content().toByteArray())
        .param("now", fresh.at().atOffset(ZoneOffset.UTC))
        .param("action", fresh.key().action().value())
        .param("id", fresh.key().signature().value())
        .update();
  }

  /** A district that was chosen stands as long as the address does. */
  private boolean hasMoved(Row row, Ready ready) {
    PostalAddress before = sealed.openContact(ready.key(), row.contact()).address();
    PostalAddress after = ready.request().address();
    return ready.request().act() == Act.SEND
        && !(before.street().equals(after.street()) && before.country().equals(after.country()));
  }
}
