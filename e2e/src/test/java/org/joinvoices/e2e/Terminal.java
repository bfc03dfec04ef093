package org.joinvoices.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The one command, typed in the project's root. The build that runs these stories has packaged the
 * server already, so the command is told not to look for stale sources.
 */
final class Terminal {

  /** What a command left behind: exit status, answer, messages. */
  record Answer(int status, String out, String err) {}

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final long LIMIT_SECONDS = 60;

  private Terminal() {}

  /** Types {@code ./joinvoices ARGUMENTS} and waits for it; what it logs may name nobody. */
  static Answer type(String... arguments) {
    try {
      var out = Files.createTempFile("joinvoices", ".out");
      var err = Files.createTempFile("joinvoices", ".err");
      var process =
          command(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError(
            "no end after %d s: %s%n%s"
                .formatted(LIMIT_SECONDS, String.join(" ", arguments), take(err)));
      }
      var answer = new Answer(process.exitValue(), take(out), take(err));
      Privacy.assertTellsOfNobody("what was logged", answer.err());
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts a command that goes on; what it prints is appended to {@code log}. */
  static Process leaveRunning(Path log, String... arguments) {
    try {
      var command = command(arguments);
      // a story is over before the thorough compiler pays off
      command.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
      return command
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProcessBuilder command(String... arguments) {
    var words = new ArrayList<String>();
    words.add(System.getProperty("joinvoices.command", ROOT.resolve("joinvoices").toString()));
    words.addAll(List.of(arguments));
    var builder = new ProcessBuilder(words).directory(ROOT.toFile());
    builder.environment().put("JOINVOICES_SKIP_BUILD", "1");
    return builder;
  }

  private static String take(Path file) throws IOException {
    var text = Files.readString(file, UTF_8);
    Files.delete(file);
    return text;
  }
}
