package org.joinvoices.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.uuid.UuidCreator;
import com.google.crypto.tink.util.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.action.Addressee;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.crypto.Sha256;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.web.FileType;
import org.joinvoices.signing.HandedOver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The record of what was handed over, when, by whom and where, with a photo or paper to prove it.
 * Details and proof are sealed under the letter's key and end with it; what, when and how stay.
 */
public final class HandOvers implements HandedOver.Records {

  private static final int LONGEST = 500;
  private static final String DETAILS = "hand_over.details";
  private static final String PROOF = "hand_over.proof";

  private static final String COLUMNS =
      """
      SELECT action_id, id, what, packet_id, addressee, handed_at, how, sealed_details, proof_type, recorded_at,
        recorded_by
      FROM hand_over
      """;

  /** Volunteers are named here and nowhere else. */
  private record Details(String who, String where) {

    @Override
    public String toString() {
      return "Details[hidden]";
    }
  }

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Actions actions;
  private final AuditTrail audit;
  private final Vault vault;
  private final InstantSource clock;
  private final JsonMapper json = JsonMapper.shared();

  /**
   * @param clock civic time
   */
  public HandOvers(DataSource dataSource, Vault vault, InstantSource clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    this.actions = new Actions(dataSource);
    this.audit = new AuditTrail(dataSource, InstantSource.system());
    this.vault = vault;
    this.clock = clock;
  }

  /** Records a hand-over of which there is no proof. */
  public HandOverAnswer record(HandOverDraft draft, Actor actor) {
    return findFault(draft)
        .<HandOverAnswer>map(HandOverAnswer.Refused::new)
        .orElseGet(() -> store(draft, Optional.empty(), actor));
  }

  /**
   * Records a hand-over with its proof, within the caller's transaction if there is one. Books get
   * an entry in the audit trail; whoever settles a packet writes its own.
   *
   * @param proof the file as it was uploaded
   */
  public HandOverAnswer record(HandOverDraft draft, byte[] proof, Actor actor) {
    return findFault(draft)
        .or(() -> findFault(proof))
        .<HandOverAnswer>map(HandOverAnswer.Refused::new)
        .orElseGet(
            () ->
                store(
                    draft,
                    FileType.of(proof).map(type -> new HandOverProof(type, Bytes.copyFrom(proof))),
                    actor));
  }

  /** What is wrong with what was told; empty if it can be recorded. */
  public Optional<HandOverFault> findFault(HandOverDraft draft) {
    return textFault(draft.who(), HandOverFault.WHO_MISSING, HandOverFault.WHO_TOO_LONG)
        .or(
            () ->
                textFault(draft.where(), HandOverFault.WHERE_MISSING, HandOverFault.WHERE_TOO_LONG))
        .or(() -> timeFault(draft))
        .or(() -> receiverFault(draft))
        .or(
            () ->
                vault.isDestroyed(draft.action().value())
                    ? Optional.of(HandOverFault.LETTER_ENDED)
                    : Optional.empty());
  }

  /** What is wrong with a file that shall prove something. */
  public Optional<HandOverFault> findFault(byte[] proof) {
    if (proof.length == 0) {
      return Optional.of(HandOverFault.PROOF_EMPTY);
    }
    if (proof.length > HandOverProof.LARGEST) {
      return Optional.of(HandOverFault.PROOF_TOO_LARGE);
    }
    return FileType.of(proof).isPresent()
        ? Optional.empty()
        : Optional.of(HandOverFault.PROOF_OF_OTHER_TYPE);
  }

  private static Optional<HandOverFault> textFault(
      String typed, HandOverFault missing, HandOverFault tooLong) {
    String text = line(typed);
    if (text.isEmpty()) {
      return Optional.of(missing);
    }
    if (text.codePointCount(0, text.length()) > LONGEST) {
      return Optional.of(tooLong);
    }
    return text.indexOf('\uFFFD') >= 0 ? Optional.of(HandOverFault.UNREADABLE) : Optional.empty();
  }

  /** One line, whatever was pasted. */
  private static String line(String typed) {
    return typed.replaceAll("[\\p{Cntrl}\\s\\p{Z}]+", " ").strip();
  }

  private Optional<HandOverFault> timeFault(HandOverDraft draft) {
    if (draft.handedAt().isAfter(clock.instant())) {
      return Optional.of(HandOverFault.IN_THE_FUTURE);
    }
    return draft.handedAt().isBefore(actions.get(draft.action()).opens())
        ? Optional.of(HandOverFault.BEFORE_THE_LETTER)
        : Optional.empty();
  }

  private Optional<HandOverFault> receiverFault(HandOverDraft draft) {
    if (draft.what() == HandOverWhat.PACKET) {
      return draft.packet().filter(id -> isPacket(draft.action(), id)).isPresent()
          ? Optional.empty()
          : Optional.of(HandOverFault.PACKET_UNKNOWN);
    }
    Action action = actions.get(draft.action());
    Optional<Addressee> addressee =
        action.addressees().stream()
            .filter(one -> draft.addressee().filter(one.id()::equals).isPresent())
            .findFirst();
    if (addressee.isEmpty()) {
      return Optional.of(HandOverFault.ADDRESSEE_UNKNOWN);
    }
    return addressee.get().validAt(draft.handedAt())
        ? Optional.empty()
        : Optional.of(HandOverFault.ADDRESSEE_NOT_IN_OFFICE);
  }

  private boolean isPacket(ActionId action, UUID id) {
    return jdbc.sql(
                "SELECT count(*) FROM packet WHERE action_id = ? AND id = ? AND state <> 'void'")
            .params(action.value(), id)
            .query(Long.class)
            .single()
        > 0;
  }

  private HandOverAnswer store(HandOverDraft draft, Optional<HandOverProof> proof, Actor actor) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    try {
      transaction.executeWithoutResult(
          _ -> {
            insert(id, draft, proof, actor);
            if (draft.what() != HandOverWhat.PACKET) {
              audit.append(actor, AuditAct.BOOK_HANDED_OVER, draft.action().value());
            }
          });
    } catch (Vault.KeyDestroyed _) {
      return new HandOverAnswer.Refused(HandOverFault.LETTER_ENDED);
    }
    return new HandOverAnswer.Recorded(id);
  }

  private void insert(UUID id, HandOverDraft draft, Optional<HandOverProof> proof, Actor actor) {
    UUID action = draft.action().value();
    byte[] details = json.writeValueAsBytes(new Details(line(draft.who()), line(draft.where())));
    Optional<byte[]> file = proof.map(HandOverProof::content).map(Bytes::toByteArray);
    jdbc.sql(
            """
            INSERT INTO hand_over (action_id, id, what, packet_id, addressee, handed_at, how, sealed_details,
              proof_type, sealed_proof, proof_sha256, recorded_at, recorded_by)
            VALUES (:action, :id, :what, CAST(:packet AS uuid), CAST(:addressee AS text), :handed, :how, :details,
              CAST(:type AS text), CAST(:proof AS bytea), CAST(:sha256 AS bytea), :now, CAST(:by AS uuid))
            """)
        .param("action", action)
        .param("id", id)
        .param("what", draft.what().word())
        .param("packet", draft.packet().orElse(null))
        .param("addressee", draft.addressee().orElse(null))
        .param("handed", draft.handedAt().atOffset(ZoneOffset.UTC))
        .param("how", draft.how().word())
        .param("details", vault.seal(action, details, context(id, DETAILS)))
        .param("type", proof.map(HandOverProof::type).orElse(null))
        .param(
            "proof", file.map(bytes -> vault.seal(action, bytes, context(id, PROOF))).orElse(null))
        .param("sha256", file.map(Sha256::of).orElse(null))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("by", actor.accountId())
        .update();
  }

  private static byte[] context(UUID id, String what) {
    return (what + ":" + id).getBytes(UTF_8);
  }

  /** All of an action, the latest hand-over first. */
  public List<HandOver> list(ActionId action) {
    return jdbc.sql(COLUMNS + "WHERE action_id = ? ORDER BY handed_at DESC, id DESC")
        .param(action.value())
        .query(this::handOver)
        .list();
  }

  @Override
  public List<HandedOver> of(ActionId action) {
    return jdbc.sql(
            """
            SELECT addressee, min(handed_at) AS handed_at FROM hand_over
            WHERE action_id = ? AND what = ? AND addressee IS NOT NULL
            GROUP BY addressee ORDER BY min(handed_at), addressee
            """)
        .params(action.value(), HandOverWhat.BOOK.word())
        .query((row, _) -> new HandedOver(row.getString("addressee"), instant(row, "handed_at")))
        .list();
  }

  /**
   * The proof of one, and an entry in the audit trail that somebody looked at it; empty if there is
   * none, or the letter's key is destroyed.
   */
  public Optional<HandOverProof> proof(ActionId action, UUID id, Actor actor) {
    if (vault.isDestroyed(action.value())) {
      return Optional.empty();
    }
    Optional<HandOverProof> proof =
        jdbc.sql(
                """
                SELECT proof_type, sealed_proof FROM hand_over
                WHERE action_id = ? AND id = ? AND proof_type IS NOT NULL
                """)
            .params(action.value(), id)
            .query(
                (row, _) ->
                    new HandOverProof(
                        row.getString("proof_type"),
                        Bytes.copyFrom(
                            vault.open(
                                action.value(), row.getBytes("sealed_proof"), context(id, PROOF)))))
            .optional();
    proof.ifPresent(
        _ ->
            transaction.executeWithoutResult(
                _ -> audit.append(actor, AuditAct.PROOF_DOWNLOADED, action.value())));
    return proof;
  }

  private HandOver handOver(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID action = row.getObject("action_id", UUID.class);
    Details details = details(action, id, row.getBytes("sealed_details"));
    return new HandOver(
        id,
        HandOverWhat.valueOf(row.getString("what").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.getObject("packet_id", UUID.class)),
        Optional.ofNullable(row.getString("addressee")),
        instant(row, "handed_at"),
        HandOverWay.valueOf(row.getString("how").toUpperCase(Locale.ROOT)),
        details.who(),
        details.where(),
        Optional.ofNullable(row.getString("proof_type")),
        instant(row, "recorded_at"),
        Optional.ofNullable(row.getObject("recorded_by", UUID.class)));
  }

  private Details details(UUID action, UUID id, byte[] sealed) {
    return vault.isDestroyed(action)
        ? new Details("", "")
        : json.readValue(vault.open(action, sealed, context(id, DETAILS)), Details.class);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
