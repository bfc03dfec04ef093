package org.joinvoices.cli;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** {@code status}: how a house stands. */
@Command(
    name = "status",
    description = "Shows how a house stands: counts, queues, readers, jobs, releases. No person.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  @Option(names = "--json", description = "one line of JSON")
  private boolean json;

  @Override
  public Integer call() throws SQLException {
    try (var database = house.openBare()) {
      var standing = database.standing();
      if (!standing.pending().isEmpty()) {
        throw new Refusal(
            standing
                .version()
                .map(
                    at ->
                        "The database is of an earlier release, at "
                            + at
                            + "; run ./joinvoices upgrade.")
                .orElse("No house was begun in this database yet; ./joinvoices serve begins one."));
      }
      try (Connection connection = database.dataSource().getConnection()) {
        print(
            HouseStatus.read(
                new SingleConnectionDataSource(connection, true),
                standing.version().orElseThrow(),
                house.settings()));
      }
    }
    return 0;
  }

  private void print(HouseStatus status) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(json(status));
    } else {
      status.lines().forEach(out::println);
    }
    out.flush();
  }

  /** One line, its keys with underscores. */
  static String json(Object answer) {
    return JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .build()
        .writeValueAsString(answer);
  }
}
