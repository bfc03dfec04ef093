package org.joinvoices.platform.backup;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tables there are, as the database itself knows them. */
final class Catalog {

  /** Of Flyway: it writes it anew. */
  private static final String HISTORY = "flyway_schema_history";

  private record Reference(String from, String to) {}

  /** A column that counts by itself, and the sequence it counts with. */
  record Counter(String table, String column, String sequence) {}

  private final JdbcClient jdbc;

  Catalog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Every table, those that others refer to first, else by name. */
  List<String> tables() {
    var names =
        jdbc.sql(
                """
                SELECT relname FROM pg_class
                WHERE relkind IN ('r', 'p') AND NOT relispartition AND relnamespace = 'public'::regnamespace
                  AND relname <> ? ORDER BY relname
                """)
            .param(HISTORY)
            .query(String.class)
            .list();
    return ordered(names, references());
  }

  /** What is checked at the commit only binds nobody's order. */
  private List<Reference> references() {
    return jdbc.sql(
            """
            SELECT a.relname AS "from", b.relname AS "to" FROM pg_constraint c
            JOIN pg_class a ON a.oid = c.conrelid JOIN pg_class b ON b.oid = c.confrelid
            WHERE c.contype = 'f' AND NOT c.condeferred AND a.oid <> b.oid
            """)
        .query((row, _) -> new Reference(row.getString("from"), row.getString("to")))
        .list();
  }

  private static List<String> ordered(List<String> names, List<Reference> references) {
    Set<String> done = new LinkedHashSet<>();
    var left = new ArrayList<>(names);
    while (!left.isEmpty()) {
      String next =
          left.stream()
              .filter(
                  name ->
                      references.stream()
                          .filter(reference -> reference.from().equals(name))
                          .allMatch(reference -> done.contains(reference.to())))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("tables refer to each other: " + left));
      done.add(next);
      left.remove(next);
    }
    return List.copyOf(done);
  }

  /** Columns that hold something of their own. */
  List<String> columns(String table) {
    return jdbc.sql(
            """
            SELECT attname FROM pg_attribute
            WHERE attrelid = to_regclass(quote_ident(?)) AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
            ORDER BY attnum
            """)
        .param(table)
        .query(String.class)
        .list();
  }

  /** Columns of the primary key, in its order. */
  List<String> key(String table) {
    return jdbc.sql(
            """
            SELECT a.attname FROM pg_constraint c
            CROSS JOIN unnest(c.conkey) WITH ORDINALITY AS k (attnum, place)
            JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.attnum
            WHERE c.contype = 'p' AND c.conrelid = to_regclass(quote_ident(?)) ORDER BY k.place
            """)
        .param(table)
        .query(String.class)
        .list();
  }

  List<Counter> counters() {
    return jdbc.sql(
            """
            SELECT t.relname, a.attname, pg_get_serial_sequence(quote_ident(t.relname), a.attname) AS sequence
            FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid
            WHERE t.relkind IN ('r', 'p') AND t.relnamespace = 'public'::regnamespace AND a.attnum > 0
              AND CASE WHEN a.attisdropped THEN false
                ELSE pg_get_serial_sequence(quote_ident(t.relname), a.attname) IS NOT NULL END
            """)
        .query(
            (row, _) ->
                new Counter(
                    row.getString("relname"), row.getString("attname"), row.getString("sequence")))
        .list();
  }

  /** The table's number of rows. */
  long rows(String table) {
    return jdbc.sql("SELECT count(*) FROM " + quoted(table)).query(Long.class).single();
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Columns that mean nothing in another database, and what to store in their place. */
  record Portable(Map<String, Map<String, String>> expressions) {
    Portable {
      expressions = Map.copyOf(expressions);
    }

    String expression(String table, String column) {
      return expressions.getOrDefault(table, Map.of()).getOrDefault(column, "t." + quoted(column));
    }
  }
}
