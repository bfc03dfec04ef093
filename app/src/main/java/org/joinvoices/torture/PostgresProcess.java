package org.joinvoices.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The PostgreSQL whose data lies in a folder, and no other. */
final class PostgresProcess {

  private final Path data;

  PostgresProcess(Path data) {
    this.data = data;
  }

  /** The one its pid file names, unless that is a zombie or somebody else by now. */
  Optional<ProcessHandle> find() {
    try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
      return lines
          .findFirst()
          .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
          .filter(this::isOurs);
    } catch (IOException | NumberFormatException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private boolean isOurs(ProcessHandle process) {
    return process
        .info()
        .commandLine()
        .filter(words -> words.contains(data.toString()))
        .isPresent();
  }

  /** Kills it; whoever looks after it starts another one. */
  Optional<ProcessHandle> kill() {
    Optional<ProcessHandle> found = find();
    found.ifPresent(ProcessHandle::destroyForcibly);
    return found;
  }

  boolean isAnotherThan(Optional<ProcessHandle> before) {
    return find().filter(now -> !Optional.of(now).equals(before)).isPresent();
  }

  /**
   * Neither it nor any of its processes goes on meanwhile: what a disk that hangs looks like from
   * outside. None that is new comes in between, as the one that makes them stands still first.
   */
  void standStill(long millis) throws IOException {
    Pause.until("there is no PostgreSQL that could stand still", () -> find().isPresent());
    ProcessHandle main = find().orElseThrow(() -> new IOException("PostgreSQL went away"));
    List<ProcessHandle> all = new ArrayList<>(List.of(main));
    signal("STOP", all);
    main.descendants().forEach(all::add);
    signal("STOP", all);
    Pause.millis(millis);
    signal("CONT", all);
  }

  private static void signal(String name, List<ProcessHandle> processes) {
    List<String> command =
        Stream.concat(
                Stream.of("sh", "-c", "kill -" + name + " \"$@\"", "sh"),
                processes.stream().map(process -> Long.toString(process.pid())))
            .toList();
    Shell.run(command);
  }
}
