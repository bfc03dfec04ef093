package org.joinvoices.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.util.Bytes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.joinvoices.platform.crypto.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Confirmed signatures of made-up people, each sealed as the house seals them, written by plain SQL
 * after the model of one that was made over HTTP; without consents, events and mails.
 */
final class SignerRows {

  private static final int PORTION = 5_000;

  /** Confirmed over three weeks before the book is made. */
  private static final int SECONDS = 21 * 24 * 60 * 60;

  private static final List<String> GIVEN =
      List.of(
          "Ana",
          "Ángela",
          "Benjamin",
          "Björn",
          "Chloë",
          "Dilnoza",
          "Đorđe",
          "Efua",
          "Fatima",
          "Grzegorz",
          "Hana",
          "Íñigo",
          "José María",
          "Khadija",
          "Lê Thị",
          "Małgorzata",
          "Nguyễn",
          "Ömer",
          "Πέτρος",
          "Ольга",
          "Quinn",
          "Renée",
          "Søren",
          "Tiên",
          "Ulla",
          "Vojtěch",
          "Xóchitl",
          "Yusuf",
          "Zoë",
          "מרים",
          "محمد",
          "आरती",
          "明",
          "지우");

  private static final List<String> FAMILY =
      List.of(
          "Sample",
          "Testperson",
          "O’Sample-Núñez y Test",
          "van der Sample",
          "Müller-Sample",
          "Samplesson",
          "Ibn Sample",
          "Sampleović",
          "Testowski",
          "de la Prueba");

  private static final String WORDS =
      "Please read these sample words. They stand for what somebody has to say. ";

  private record Model(UUID action, UUID id, Bytes contact, Instant signed) {}

  private record Person(String name, String display, String words, Instant confirmed) {}

  /** Columns of which each row has its own. */
  private static final Map<String, String> OWN =
      Map.ofEntries(
          Map.entry("id", "own.id"),
          Map.entry("state", "'confirmed'"),
          Map.entry("display", "own.display"),
          Map.entry("own_words_public", "length(own.words) > 0"),
          Map.entry("sealed_contact", "own.contact"),
          Map.entry("sealed_own_words", "nullif(own.words, ''::bytea)"),
          Map.entry("signed_at", "own.confirmed_at - interval '1 hour'"),
          Map.entry("confirmed_at", "own.confirmed_at"),
          Map.entry("content_hash", "sha256(uuid_send(own.id))"),
          Map.entry("mailbox_hash", "sha256(uuid_send(gen_random_uuid()))"),
          Map.entry("person_hash", "sha256(uuid_send(gen_random_uuid()))"));

  private final DataSource database;
  private final Vault vault;
  private final UUID action;
  private final ObjectNode contact;
  private final Instant signed;
  private final String insert;
  private final Random random = new Random(119);

  /**
   * @param house in which one person has signed
   */
  SignerRows(BenchHouse house) {
    this.database = house.database().dataSource();
    this.vault = house.vault();
    var jdbc = JdbcClient.create(database);
    var model =
        jdbc.sql("SELECT action_id, id, sealed_contact, signed_at FROM signature")
            .query(
                (row, _) ->
                    new Model(
                        row.getObject("action_id", UUID.class),
                        row.getObject("id", UUID.class),
                        Bytes.copyFrom(row.getBytes("sealed_contact")),
                        row.getObject("signed_at", OffsetDateTime.class).toInstant()))
            .single();
    this.action = model.action();
    byte[] opened =
        vault.open(action, model.contact().toByteArray(), context(model.id(), "contact"));
    this.contact = (ObjectNode) JsonMapper.shared().readTree(opened);
    this.signed = model.signed();
    this.insert = insert(jdbc);
  }

  private static String insert(JdbcClient jdbc) {
    String columns =
        jdbc.sql(
                """
                SELECT string_agg(column_name, ', ' ORDER BY ordinal_position) FROM information_schema.columns
                WHERE table_name = 'signature' AND is_generated = 'NEVER'
                """)
            .query(String.class)
            .single();
    String values =
        Pattern.compile(", ")
            .splitAsStream(columns)
            .map(column -> OWN.getOrDefault(column, "model." + column))
            .collect(Collectors.joining(", "));
    return """
    INSERT INTO signature (%s) SELECT %s FROM (SELECT * FROM signature WHERE state = 'pending' LIMIT 1) AS model,
      unnest(?::uuid[], ?::text[], ?::bytea[], ?::bytea[], ?::timestamptz[])
        AS own (id, display, contact, words, confirmed_at)
    """
        .formatted(columns, values);
  }

  void fill(long rows) throws InterruptedException {
    int cores = Runtime.getRuntime().availableProcessors();
    try (ExecutorService sealers = Executors.newFixedThreadPool(cores)) {
      var begun = new ArrayList<Future<?>>();
      for (long left = rows; left > 0; left -= PORTION) {
        List<Person> people = people((int) Math.min(left, PORTION));
        begun.add(sealers.submit(() -> write(people)));
        if (begun.size() > cores) {
          begun.removeFirst().get();
        }
      }
      for (Future<?> one : begun) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot fill the house", e.getCause());
    }
    JdbcClient.create(database).sql("ANALYZE signature").update();
  }

  private List<Person> people(int number) {
    var people = new ArrayList<Person>(number);
    for (int i = 0; i < number; i++) {
      int kind = random.nextInt(10);
      people.add(
          new Person(
              name(),
              kind == 0 ? "count_only" : kind < 3 ? "initials" : "full",
              random.nextInt(10) == 0 ? WORDS.repeat(1 + random.nextInt(8)) : "",
              signed.minusSeconds(random.nextInt(SECONDS))));
    }
    return people;
  }

  /** Most are different ones. */
  private String name() {
    String given = GIVEN.get(random.nextInt(GIVEN.size()));
    var more = new StringBuilder();
    for (int i = 3 + random.nextInt(6); i > 0; i--) {
      more.append((char) ('a' + random.nextInt(26)));
    }
    return given + "\n" + FAMILY.get(random.nextInt(FAMILY.size())) + " " + more;
  }

  private void write(List<Person> people) {
    var ids = new UUID[people.size()];
    var displays = new String[people.size()];
    var contacts = new byte[people.size()][];
    var words = new byte[people.size()][];
    var confirmed = new String[people.size()];
    for (int i = 0; i < people.size(); i++) {
      Person person = people.get(i);
      ids[i] = UUID.randomUUID();
      displays[i] = person.display();
      contacts[i] = vault.seal(action, contact(person), context(ids[i], "contact"));
      // Empty where there are none; SQL makes them null.
      words[i] =
          person.words().isEmpty()
              ? new byte[0]
              : vault.seal(action, person.words().getBytes(UTF_8), context(ids[i], "own-words"));
      confirmed[i] = person.confirmed().atOffset(ZoneOffset.UTC).toString();
    }
    try (Connection connection = database.getConnection();
        var statement = connection.prepareStatement(insert)) {
      statement.setArray(1, connection.createArrayOf("uuid", ids));
      statement.setArray(2, connection.createArrayOf("text", displays));
      statement.setArray(3, connection.createArrayOf("bytea", contacts));
      statement.setArray(4, connection.createArrayOf("bytea", words));
      statement.setArray(5, connection.createArrayOf("timestamptz", confirmed));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot write signatures: " + e.getSQLState());
    }
  }

  private byte[] contact(Person person) {
    ObjectNode copy = contact.deepCopy();
    String[] name = person.name().split("\n", 2);
    ((ObjectNode) copy.get("name")).put("given", name[0]).put("family", name[1]);
    return JsonMapper.shared().writeValueAsBytes(copy);
  }

  /** What a seal is bound to, as the house does it. */
  private static byte[] context(UUID signature, String part) {
    return (signature + ":" + part).getBytes(UTF_8);
  }
}
