package org.joinvoices.districts.bulk;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far a run came, as noted beside its output: what lies behind these bytes is not yet answered
 * for, and is made again.
 *
 * @param about which run it is
 * @param bytes of the output
 * @param rejectBytes of the list of rejects
 * @param tally of the rows in these
 */
record Checkpoint(String about, long bytes, long rejectBytes, Tally tally) {

  static Checkpoint start(String about) {
    return new Checkpoint(about, 0, 0, new Tally());
  }

  /** Nothing if none is there, or none of ours. */
  static Optional<Checkpoint> read(Path file) throws IOException {
    try {
      return Files.exists(file)
          ? Optional.of(JsonMapper.shared().readValue(Files.readAllBytes(file), Checkpoint.class))
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** In place of the one before, at once: there is never half of one. */
  void write(Path file) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.write(next, JsonMapper.shared().writeValueAsBytes(this));
    Files.move(next, file, ATOMIC_MOVE, REPLACE_EXISTING);
  }
}
