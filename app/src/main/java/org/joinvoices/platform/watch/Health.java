package org.joinvoices.platform.watch;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a house is, and which part of it is not well.
 *
 * @param status the worst of its parts
 * @param parts by name
 */
record Health(Level status, Map<String, Level> parts) {

  /** A word of {@code /health}; the worst last. */
  enum Level {
    UP,
    /** Something waits, and nothing is lost. */
    DEGRADED,
    DOWN;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(Health.class);

  /** Longer than the pool looks for a connection, shorter than whoever asks us waits. */
  private static final Duration LIMIT = Duration.ofSeconds(4);

  /** Looks at all parts at once: one that hangs must not hide the others. */
  static Health look(List<HealthPart> parts) {
    var answers = new TreeMap<String, CompletableFuture<Level>>();
    parts.forEach(part -> answers.put(part.name(), level(part)));
    var levels = new TreeMap<String, Level>();
    answers.forEach((name, answer) -> levels.put(name, answer.join()));
    return new Health(levels.values().stream().max(Level::compareTo).orElse(Level.UP), levels);
  }

  private static CompletableFuture<Level> level(HealthPart part) {
    return supplyAsync(() -> part.well().getAsBoolean(), Thread::startVirtualThread)
        .orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failure -> failed(part, failure))
        .thenApply(well -> well ? Level.UP : part.vital() ? Level.DOWN : Level.DEGRADED);
  }

  /** By class only: messages may quote what people typed. */
  private static boolean failed(HealthPart part, Throwable failure) {
    var why = failure.getCause() == null ? failure : failure.getCause();
    LOG.warn("{} cannot be looked at: {}", part.name(), why.getClass().getName());
    return false;
  }

  /** Names of ours alone, so nothing needs escaping. */
  String json() {
    var text = new StringBuilder("{\"status\":\"" + status.word() + "\",\"parts\":{");
    var comma = "";
    for (var part : parts.entrySet()) {
      text.append(comma).append("\"%s\":\"%s\"".formatted(part.getKey(), part.getValue().word()));
      comma = ",";
    }
    return text.append("}}").toString();
  }
}
