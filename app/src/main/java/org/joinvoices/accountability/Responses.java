package org.joinvoices.accountability;

import static java.util.stream.Collectors.toMap;

import com.github.f4b6a3.uuid.UuidCreator;
import com.google.crypto.tink.util.Bytes;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.crypto.Sha256;
import org.joinvoices.platform.web.FileType;
import org.joinvoices.signing.Answered;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The record of what officials answered, demand by demand, with what shows it. Nothing on it is
 * altered: what was recorded wrongly is withdrawn with a reason that everybody can read.
 */
public final class Responses implements Answered.Records {

  private static final String COLUMNS =
      """
      SELECT r.id, r.addressee, r.seat, r.holder, r.letter_version, r.said_on, r.words, r.language, r.link,
        r.file_type, r.file_sha256, r.recorded_at, w.withdrawn_at, w.reason,
        ARRAY(SELECT s.demand || ' ' || s.stance FROM response_stance s
              WHERE s.action_id = r.action_id AND s.response_id = r.id) AS stances
      FROM response r LEFT JOIN response_withdrawal w ON w.action_id = r.action_id AND w.response_id = r.id
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Actions actions;
  private final AuditTrail audit;
  private final ResponseRules rules;
  private final InstantSource clock;

  /**
   * @param clock civic time
   */
  public Responses(DataSource dataSource, Districts districts, InstantSource clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.actions = new Actions(dataSource);
    this.audit = new AuditTrail(dataSource, InstantSource.system());
    this.rules = new ResponseRules(districts, clock);
    this.clock = clock;
  }

  /** Records a response, and that somebody did in the audit trail. */
  public ResponseAnswer record(ResponseDraft draft, Actor actor) {
    Action action = actions.get(draft.action());
    return rules
        .findFault(draft, action)
        .<ResponseAnswer>map(ResponseAnswer.Refused::new)
        .orElseGet(() -> store(draft, action, actor));
  }

  /** What is wrong with a file that shall show something. */
  public Optional<ResponseFault> findFault(byte[] file) {
    return ResponseRules.fileFault(file);
  }

  private ResponseAnswer store(ResponseDraft draft, Action action, Actor actor) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    transaction.executeWithoutResult(
        _ -> {
          insert(id, draft, action, actor);
          draft.stances().forEach((demand, stance) -> insert(id, action, demand, stance));
          if (draft.file().size() > 0) {
            insert(id, action, draft.file());
          }
          audit.append(actor, AuditAct.RESPONSE_RECORDED, action.id().value());
        });
    return new ResponseAnswer.Recorded(id);
  }

  private void insert(UUID id, ResponseDraft draft, Action action, Actor actor) {
    Optional<byte[]> file =
        Optional.of(draft.file()).filter(bytes -> bytes.size() > 0).map(Bytes::toByteArray);
    jdbc.sql(
            """
            INSERT INTO response (action_id, id, addressee, seat, holder, letter_version, said_on, words, language, link,
              file_type, file_sha256, recorded_at, recorded_by)
            VALUES (:action, :id, CAST(:addressee AS text), CAST(:seat AS text), CAST(:holder AS text), :version, :said,
              :words, :language, CAST(:link AS text), CAST(:type AS text), CAST(:sha256 AS bytea), :now, CAST(:by AS uuid))
            """)
        .param("action", action.id().value())
        .param("id", id)
        .param("addressee", draft.from() instanceof Responder.Named(var one) ? one : null)
        .param("seat", draft.from() instanceof Responder.Member(var seat) ? seat.value() : null)
        .param("holder", rules.holder(draft).orElse(null))
        .param("version", action.letter().number())
        .param("said", draft.saidOn())
        .param("words", ResponseRules.line(draft.words()))
        .param("language", draft.language())
        .param("link", draft.link().isBlank() ? null : draft.link().strip())
        .param("type", file.flatMap(FileType::of).orElse(null))
        .param("sha256", file.map(Sha256::of).orElse(null))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("by", actor.accountId())
        .update();
  }

  private void insert(UUID id, Action action, int demand, ResponseStance stance) {
    jdbc.sql(
            "INSERT INTO response_stance (action_id, response_id, demand, stance) VALUES (?, ?, ?, ?)")
        .params(action.id().value(), id, demand, stance.word())
        .update();
  }

  private void insert(UUID id, Action action, Bytes file) {
    jdbc.sql("INSERT INTO response_evidence (action_id, response_id, content) VALUES (?, ?, ?)")
        .params(action.id().value(), id, file.toByteArray())
        .update();
  }

  /**
   * Takes a response off the record. That it was there, of whom and why it is not any more stays
   * for everybody to see; the file goes, because it may be what should never have been shown.
   */
  public ResponseAnswer withdraw(ActionId action, UUID id, String reason, Actor actor) {
    return ResponseRules.reasonFault(reason)
        .<ResponseAnswer>map(ResponseAnswer.Refused::new)
        .orElseGet(() -> takeOff(action, id, ResponseRules.line(reason), actor));
  }

  private ResponseAnswer takeOff(ActionId action, UUID id, String reason, Actor actor) {
    boolean done =
        Boolean.TRUE.equals(
            transaction.execute(
                _ -> {
                  boolean stood = withdrawn(action, id, reason, actor) > 0;
                  if (stood) {
                    jdbc.sql(
                            "DELETE FROM response_evidence WHERE action_id = ? AND response_id = ?")
                        .params(action.value(), id)
                        .update();
                    audit.append(actor, AuditAct.RESPONSE_WITHDRAWN, action.value());
                  }
                  return stood;
                }));
    return done
        ? new ResponseAnswer.Recorded(id)
        : new ResponseAnswer.Refused(ResponseFault.NOT_ON_RECORD);
  }

  private int withdrawn(ActionId action, UUID id, String reason, Actor actor) {
    return jdbc.sql(
            """
            INSERT INTO response_withdrawal (action_id, response_id, reason, withdrawn_at, withdrawn_by)
            SELECT action_id, id, :reason, :now, CAST(:by AS uuid) FROM response
            WHERE action_id = :action AND id = :id
            ON CONFLICT ON CONSTRAINT response_withdrawn_once DO NOTHING
            """)
        .param("reason", reason)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("by", actor.accountId())
        .param("action", action.value())
        .param("id", id)
        .update();
  }

  /** All of an action, withdrawn ones too, by the day on which they were said. */
  public List<Response> list(ActionId action) {
    return jdbc.sql(COLUMNS + "WHERE r.action_id = ? ORDER BY r.said_on, r.id")
        .param(action.value())
        .query((row, _) -> response(row))
        .list();
  }

  /** Those of the seats that stand, by the day on which they were said. */
  public List<Response> listOf(ActionId action, List<Seat> seats) {
    return list(action).stream()
        .filter(Response::stands)
        .filter(one -> one.from() instanceof Responder.Member(var seat) && seats.contains(seat))
        .toList();
  }

  /** The file of a response that stands; empty if there is none. */
  public Optional<ResponseEvidence> evidence(ActionId action, UUID id) {
    return jdbc.sql(
            """
            SELECT r.file_type, e.content FROM response r
            JOIN response_evidence e ON e.action_id = r.action_id AND e.response_id = r.id
            WHERE r.action_id = ? AND r.id = ?
            """)
        .params(action.value(), id)
        .query(
            (row, _) ->
                new ResponseEvidence(
                    row.getString("file_type"), Bytes.copyFrom(row.getBytes("content"))))
        .optional();
  }

  /** Who only acknowledged has not answered. */
  @Override
  public Optional<Answered> of(ActionId action) {
    return jdbc.sql(
            """
            SELECT count(DISTINCT coalesce(r.addressee, r.seat)) AS offices, max(r.said_on) AS latest FROM response r
            WHERE r.action_id = ?
              AND NOT EXISTS (SELECT FROM response_withdrawal w WHERE w.action_id = r.action_id AND w.response_id = r.id)
              AND EXISTS (SELECT FROM response_stance s
                          WHERE s.action_id = r.action_id AND s.response_id = r.id AND s.stance <> 'no_position')
            """)
        .param(action.value())
        .query(
            (row, _) -> answered(row.getInt("offices"), row.getObject("latest", LocalDate.class)))
        .single();
  }

  private static Optional<Answered> answered(int offices, @Nullable LocalDate latest) {
    return Optional.ofNullable(latest).map(day -> new Answered(offices, day));
  }

  private static Response response(ResultSet row) throws SQLException {
    return new Response(
        row.getObject("id", UUID.class),
        from(row),
        Optional.ofNullable(row.getString("holder")),
        row.getInt("letter_version"),
        stances(row.getArray("stances")),
        row.getObject("said_on", LocalDate.class),
        row.getString("words"),
        row.getString("language"),
        Optional.ofNullable(row.getString("link")),
        file(row),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        withdrawal(row));
  }

  private static Responder from(ResultSet row) throws SQLException {
    String addressee = row.getString("addressee");
    return addressee == null
        ? new Responder.Member(new Seat(row.getString("seat")))
        : new Responder.Named(addressee);
  }

  private static TreeMap<Integer, ResponseStance> stances(Array stored) throws SQLException {
    return Arrays.stream((String[]) stored.getArray())
        .map(pair -> pair.split(" ", 2))
        .collect(
            toMap(
                pair -> Integer.valueOf(pair[0]),
                pair -> ResponseStance.find(pair[1]).orElseThrow(),
                (one, _) -> one,
                TreeMap::new));
  }

  private static Optional<Response.File> file(ResultSet row) throws SQLException {
    String type = row.getString("file_type");
    return type == null
        ? Optional.empty()
        : Optional.of(
            new Response.File(type, HexFormat.of().formatHex(row.getBytes("file_sha256"))));
  }

  private static Optional<Response.Withdrawal> withdrawal(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("withdrawn_at", OffsetDateTime.class);
    return at == null
        ? Optional.empty()
        : Optional.of(new Response.Withdrawal(at.toInstant(), row.getString("reason")));
  }
}
