package org.joinvoices.cli;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.joinvoices.platform.crypto.Sha256;
import org.jspecify.annotations.Nullable;

/** Fetches public files into a folder. Follows redirects to https only. */
final class Downloads implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration WHOLE = Duration.ofMinutes(5);
  private static final int REDIRECTS = 5;

  /** Historical legislators have 9 MB, borders at full resolution some tens. */
  private static final long MOST_BYTES = 200_000_000;

  private static final String NAME = "[A-Za-z0-9._-]+\\.(yaml|csv|txt|json|geojson|topojson)";

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final Path folder;
  private final Consumer<String> say;

  Downloads(Path folder, Consumer<String> say) {
    this.folder = folder;
    this.say = say;
  }

  static boolean isAddress(String typed) {
    return typed.matches("https?://.*");
  }

  /**
   * Writes the file under the name it has in its address.
   *
   * @throws Refusal if it cannot be had whole
   */
  void fetch(String address) {
    URI uri = parse(address);
    String path = String.valueOf(uri.getPath());
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (!name.matches(NAME)) {
      throw new Refusal(
          address + " does not end in a name of .yaml, .csv, .txt, .geojson or .topojson.");
    }
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      throw new Refusal(name + " is given twice. Nothing was changed.");
    }
    fetch(uri, file, REDIRECTS);
    describe(address, file);
  }

  private static URI parse(String address) {
    try {
      URI uri = URI.create(address);
      if (uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException _) {
      // said below
    }
    throw new Refusal("This is no address: " + address);
  }

  private void describe(String address, Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      say.accept(
          "Fetched %s: %d bytes, SHA-256 %s".formatted(address, bytes.length, Sha256.hex(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private void fetch(URI uri, Path file, int redirects) {
    HttpResponse<Path> answer = send(uri, file);
    String to = answer.headers().firstValue("Location").orElse("");
    if (answer.statusCode() / 100 == 3 && !to.isEmpty()) {
      URI next = uri.resolve(to);
      if (redirects == 0 || !"https".equals(next.getScheme())) {
        throw new Refusal(uri + " sends us on to " + next + ", where we do not follow.");
      }
      fetch(next, file, redirects - 1);
    } else if (answer.statusCode() != 200) {
      throw new Refusal("%s answers %d. Nothing was changed.".formatted(uri, answer.statusCode()));
    }
  }

  private HttpResponse<Path> send(URI uri, Path file) {
    var coming =
        client.sendAsync(
            HttpRequest.newBuilder(uri).header("User-Agent", "JoinVoices").build(),
            BodyHandlers.limiting(
                BodyHandlers.ofFile(file, CREATE, WRITE, TRUNCATE_EXISTING), MOST_BYTES));
    try {
      return coming.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw unreachable(uri, why(e.getCause()));
    } catch (TimeoutException _) {
      throw unreachable(uri, "it did not send the whole file in " + WHOLE.toMinutes() + " minutes");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(uri, "we were told to stop");
    } finally {
      coming.cancel(true);
    }
  }

  private static String why(@Nullable Throwable cause) {
    return switch (cause) {
      case HttpTimeoutException _ -> "it does not answer";
      case ConnectException _ -> "there is no way to it from here";
      case null, default -> "it broke off, or sent more than " + MOST_BYTES / 1_000_000 + " MB";
    };
  }

  private static Refusal unreachable(URI uri, String why) {
    return new Refusal(
        ("We could not fetch %s: %s. Nothing was changed. Without a network, bring the files in a"
                + " folder: ./joinvoices data import DIR")
            .formatted(uri, why));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
