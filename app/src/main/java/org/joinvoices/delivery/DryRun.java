package org.joinvoices.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.delivery.cwc.CwcMessage;
import org.joinvoices.delivery.cwc.Fitted;
import org.joinvoices.delivery.cwc.Misfit;
import org.joinvoices.delivery.cwc.OfficeCode;
import org.joinvoices.delivery.cwc.Repair;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.settings.Settings;
import org.joinvoices.signing.SignatureId;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.Signatures;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Composes and checks every message that waits for a gateway, or is held because of what is in it,
 * and sends and changes nothing. Counts only.
 */
public final class DryRun {

  /**
   * What the messages to one office come to.
   *
   * @param lane {@code house} or {@code senate}
   * @param office its code as we spell it
   * @param ready how many would go, those repaired included
   * @param repaired how many of them are not as they were typed
   * @param repairs each with the number of messages it is made in
   * @param held how many would be held, by reason
   * @param withdrawn how many have nobody behind them any more
   */
  public record Office(
      String lane,
      String office,
      long ready,
      long repaired,
      Map<String, Long> repairs,
      Map<String, Long> held,
      long withdrawn) {}

  private static final int BATCH = 500;

  /** Before all others. */
  private static final SignatureKey NOBODY =
      new SignatureKey(new ActionId(new UUID(0, 0)), new SignatureId(new UUID(0, 0)));

  private static final List<String> REASONS =
      Arrays.stream(Misfit.values()).map(Misfit::word).toList();

  private record Row(UUID action, UUID id, SignatureKey signature, Seat seat, String code) {}

  /** An office's counts while they grow. */
  private static final class Counted {

    private final Map<String, Long> repairs = new TreeMap<>();
    private final Map<String, Long> held = new TreeMap<>();
    private long ready;
    private long repaired;
    private long withdrawn;

    private void count(Fitted fitted) {
      switch (fitted) {
        case Fitted.Ready(_, var made) -> {
          ready++;
          repaired += made.isEmpty() ? 0 : 1;
          made.stream().map(Repair::word).forEach(word -> repairs.merge(word, 1L, Long::sum));
        }
        case Fitted.Unfit(var why) -> held.merge(why.word(), 1L, Long::sum);
      }
    }
  }

  private final JdbcClient jdbc;
  private final Signatures signatures;
  private final MessageComposer composer;
  private final CivicClock clock;

  /**
   * @param agent who delivers
   */
  public DryRun(
      DataSource dataSource, Signatures signatures, CivicClock clock, Settings.Agent agent) {
    this.jdbc = JdbcClient.create(dataSource);
    this.signatures = signatures;
    this.composer = new MessageComposer(new Actions(dataSource), Agents.of(agent));
    this.clock = clock;
  }

  /**
   * By lane and office.
   *
   * @param action one alone; empty for all
   */
  public List<Office> run(Optional<ActionId> action) {
    var counted = new TreeMap<String, Counted>();
    var last = new Row(new UUID(0, 0), new UUID(0, 0), NOBODY, new Seat("AK-00"), "");
    List<Row> batch;
    do {
      batch = batch(action, last);
      for (Row row : batch) {
        String office = OfficeCode.of(row.seat()).value();
        count(row, counted.computeIfAbsent(office, _ -> new Counted()));
        last = row;
      }
    } while (batch.size() == BATCH);
    var offices = new ArrayList<Office>();
    counted.forEach((code, counts) -> offices.add(office(code, counts)));
    return offices;
  }

  private void count(Row row, Counted counts) {
    var view =
        signatures
            .find(row.signature())
            .filter(signature -> signature.writesTo().contains(row.seat()));
    var person = view.flatMap(signature -> signatures.findConstituent(row.signature()));
    if (view.isEmpty() || person.isEmpty()) {
      counts.withdrawn++;
      return;
    }
    CwcMessage message =
        composer.compose(view.get(), person.get(), row.seat(), row.code(), clock.today());
    counts.count(Fitted.to(Chamber.of(row.seat()), message));
  }

  private static Office office(String code, Counted counts) {
    return new Office(
        code.startsWith("H") ? Chamber.HOUSE.word() : Chamber.SENATE.word(),
        code,
        counts.ready,
        counts.repaired,
        counts.repairs,
        counts.held,
        counts.withdrawn);
  }

  private List<Row> batch(Optional<ActionId> action, Row last) {
    return jdbc.sql(
            """
            SELECT action_id, id, signature_id, target, delivery_code FROM delivery
            WHERE lane IN ('house', 'senate') AND (state = 'queued' OR (state = 'held' AND held_reason IN (:reasons)))
              AND (action_id, id) > (:action, :id) AND (:all OR action_id = :only)
            ORDER BY action_id, id LIMIT :most
            """)
        .param("reasons", REASONS)
        .param("action", last.action())
        .param("id", last.id())
        .param("all", action.isEmpty())
        .param("only", action.map(ActionId::value).orElse(NOBODY.action().value()))
        .param("most", BATCH)
        .query(DryRun::row)
        .list();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    UUID action = row.getObject("action_id", UUID.class);
    return new Row(
        action,
        row.getObject("id", UUID.class),
        new SignatureKey(
            new ActionId(action), new SignatureId(row.getObject("signature_id", UUID.class))),
        new Seat(row.getString("target")),
        row.getString("delivery_code"));
  }
}
