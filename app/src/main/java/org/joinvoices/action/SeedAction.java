package org.joinvoices.action;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The letter that comes with the program: asylum-seeking families to an incoming administration.
 */
public final class SeedAction {

  public static final Slug SLUG = new Slug("join-voices-with-asylum-seekers");

  private static final List<String> FILES = List.of(ActionYaml.FILE, "en.md", "es.md", "ar.md");

  private SeedAction() {}

  /**
   * Publishes the seed unless an action of its slug is there already: the database is the truth, so
   * what an organizer has changed since stays.
   *
   * @param now civic time
   */
  public static Action publish(DataSource dataSource, Instant now) {
    return new Actions(dataSource)
        .find(SLUG)
        .orElseGet(
            () ->
                switch (new Publishing(dataSource).publish(folder(), now)) {
                  case Publication.Accepted accepted -> accepted.action();
                  case Publication.Refused refused ->
                      throw new IllegalStateException("faulty seed: " + refused.faults());
                });
  }

  /** The folder as shipped. */
  public static ActionFolder folder() {
    Map<String, String> files =
        FILES.stream().collect(Collectors.toMap(Function.identity(), SeedAction::text));
    return new ActionFolder(files);
  }

  private static String text(String file) {
    String path = "seed/" + SLUG + "/" + file;
    try (var in = SeedAction.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
