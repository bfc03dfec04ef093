package org.joinvoices.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.joinvoices.action.Action;
import org.joinvoices.authors.AuthorsLinks;
import org.joinvoices.platform.audit.Actor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code authors invite}. */
@Command(
    name = "invite",
    description = {
      "Prints a link to the authors' room of a letter, once. Pass it on by a way that is safe for them.",
      "A link that was there opens nothing from then on."
    },
    mixinStandardHelpOptions = true)
final class AuthorsInviteCommand implements Callable<Integer> {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(names = "--action", required = true, paramLabel = "SLUG", description = "which letter")
  private String slug = "";

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  @Override
  public Integer call() {
    String baseUrl = house.baseUrl();
    try (var database = house.open()) {
      var source = database.dataSource();
      Action action = KnownAction.find(source, slug);
      var links = new AuthorsLinks(source, house.openVault(source), InstantSource.system());
      switch (links.make(action.id(), new Actor.CommandLine())) {
        case AuthorsLinks.Outcome.Made(var path, var until) -> print(baseUrl + path, until);
        case AuthorsLinks.Outcome.LetterEnded() ->
            throw new Refusal("The data of this letter has been erased: there can be no room.");
      }
    }
    return 0;
  }

  private void print(String link, Instant until) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(link);
    out.println(
        "Opens the authors' room until %s. Whoever has this link can act as the authors; ./joinvoices authors end ends it."
            .formatted(DAY.format(until.atZone(ZoneId.systemDefault()))));
    out.flush();
  }
}
