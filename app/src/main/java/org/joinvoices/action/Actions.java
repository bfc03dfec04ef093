package org.joinvoices.action;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.joinvoices.platform.database.LastKnown;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The letters of this house as the database has them, or had them moments ago: readers on hot paths
 * ask for the same few actions over and over.
 */
public final class Actions {

  private static final String COLUMNS =
      """
      SELECT a.id, a.slug, a.settings, a.opens, a.deadline, a.deadline_zone, a.closes, v.number, v.texts,
        v.content_hash
      FROM action a JOIN letter_version v ON v.action_id = a.id AND v.number = a.current_version
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.shared();
  private final LastKnown<Slug, Optional<Action>> bySlug;
  private final LastKnown<ActionId, Optional<Action>> byId;

  /** Reads the database each time. */
  public Actions(DataSource dataSource) {
    this(dataSource, Duration.ZERO, () -> false);
  }

  /**
   * @param age up to which an answer is given again, in machine time
   * @param still whether pages are to show what was known, and leave the database alone
   */
  public Actions(DataSource dataSource, Duration age, BooleanSupplier still) {
    jdbc = JdbcClient.create(dataSource);
    bySlug = new LastKnown<>(age, this::read, still);
    byId = new LastKnown<>(age, this::read);
  }

  /**
   * Makes the next answers come from the database; for whoever learns there that one is outdated.
   */
  public void forget() {
    bySlug.forget();
    byId.forget();
  }

  public Optional<Action> find(Slug slug) {
    return bySlug.get(slug);
  }

  /**
   * As {@link #find}, but while the database does not answer, or is to be left alone, what it last
   * said: for showing, not for deciding.
   */
  public Optional<Action> findLastKnown(Slug slug) {
    return bySlug.getOrLast(slug);
  }

  private Optional<Action> read(Slug slug) {
    return jdbc.sql(COLUMNS + "WHERE a.slug = ?")
        .param(slug.value())
        .query(this::action)
        .optional();
  }

  /**
   * @throws IllegalStateException if there is none: ids are never made up
   */
  public Action get(ActionId id) {
    return byId.get(id).orElseThrow(() -> new IllegalStateException("no such action"));
  }

  private Optional<Action> read(ActionId id) {
    return jdbc.sql(COLUMNS + "WHERE a.id = ?").param(id.value()).query(this::action).optional();
  }

  /** All, the latest deadline first. */
  public List<Action> list() {
    return jdbc.sql(COLUMNS + "ORDER BY a.deadline DESC, a.slug").query(this::action).list();
  }

  /** Civic instant at which something about each was last published. */
  public Map<ActionId, Instant> changedAt() {
    return jdbc
        .sql("SELECT id, updated_at FROM action")
        .query(
            (row, _) ->
                Map.entry(
                    new ActionId(row.getObject("id", UUID.class)),
                    row.getObject("updated_at", OffsetDateTime.class).toInstant()))
        .list()
        .stream()
        .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * A version people have joined, which may be older than {@link Action#letter()}.
   *
   * @throws IllegalStateException if there is none
   */
  public LetterVersion letter(ActionId id, int version) {
    return jdbc.sql(
            "SELECT number, texts, content_hash FROM letter_version WHERE action_id = ? AND number = ?")
        .params(id.value(), version)
        .query(this::version)
        .optional()
        .orElseThrow(() -> new IllegalStateException("no such letter version"));
  }

  private Action action(ResultSet row, int number) throws SQLException {
    ActionSettings settings = json.readValue(row.getString("settings"), ActionSettings.class);
    ZonedDateTime deadline =
        row.getObject("deadline", OffsetDateTime.class)
            .atZoneSameInstant(ZoneId.of(row.getString("deadline_zone")));
    return settings.action(
        new ActionId(row.getObject("id", UUID.class)),
        new Slug(row.getString("slug")),
        row.getObject("opens", OffsetDateTime.class).toInstant(),
        deadline,
        row.getObject("closes", OffsetDateTime.class).toInstant(),
        version(row, number));
  }

  private LetterVersion version(ResultSet row, int number) throws SQLException {
    return new LetterVersion(
        row.getInt("number"),
        json.readValue(row.getString("texts"), new TypeReference<List<LetterText>>() {}),
        HexFormat.of().formatHex(row.getBytes("content_hash")));
  }
}
