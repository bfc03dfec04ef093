package org.joinvoices.platform.database;

import java.util.List;

/** The configuration of an embedded server. */
final class PostgresSettings {

  private static final List<String> ALWAYS =
      List.of(
          "listen_addresses = '127.0.0.1'",
          "unix_socket_directories = ''",
          "timezone = 'UTC'",
          "log_timezone = 'UTC'",
          "jit = off",
          // Error details and failing statements quote what people typed; the log must not.
          "log_error_verbosity = terse",
          "log_min_error_statement = panic",
          "log_parameter_max_length_on_error = 0");

  private PostgresSettings() {}

  static String text(List<String> more) {
    return String.join("\n", ALWAYS) + "\n" + String.join("\n", more) + "\n";
  }
}
