package org.joinvoices.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joinvoices.action.SeedAction;

/**
 * A line of the golden file {@code routes.txt}.
 *
 * @param who may use it
 */
record Route(String method, String path, String who) {

  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::(?:[^{}]|\\{[^}]*})*)?}");
  private static final Map<String, String> VALUES =
      Map.of(
          "slug", SeedAction.SLUG.toString(),
          "language", "en",
          "session", UUID.randomUUID().toString(),
          "account", UUID.randomUUID().toString());

  /** Every route there is. */
  static Stream<Route> golden() {
    try (var file = Route.class.getResourceAsStream("/org/joinvoices/routes.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" +", 3))
          .map(part -> new Route(part[0], part[1], part[2].strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isForEveryone() {
    return who.equals("everyone");
  }

  boolean isOfADemo() {
    return who.equals("demo only");
  }

  boolean isOfTheDesk() {
    return path.startsWith("/desk");
  }

  boolean isAPost() {
    return method.equals("POST");
  }

  boolean hasVariables() {
    return path.contains("{");
  }

  /** A path of this route. */
  String example() {
    return example(Map.of());
  }

  /** A path with some variables of one's own. */
  String example(Map<String, String> own) {
    var values = new HashMap<>(VALUES);
    values.putAll(own);
    return filled(name -> values.getOrDefault(name, "sample"));
  }

  /** A path with whatever belongs to the name of a variable. */
  String filled(Function<String, String> value) {
    return VARIABLE
        .matcher(path)
        .replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))));
  }

  HttpResponse<String> ask(DeskVisitor visitor) {
    return isAPost() ? visitor.post(example(), "") : visitor.get(example());
  }
}
