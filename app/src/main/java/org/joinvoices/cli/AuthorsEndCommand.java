package org.joinvoices.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.joinvoices.authors.AuthorsLinks;
import org.joinvoices.platform.audit.Actor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code authors end}. */
@Command(
    name = "end",
    description =
        "Ends the link to the authors' room of a letter at once. What they approved stays.",
    mixinStandardHelpOptions = true)
final class AuthorsEndCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(names = "--action", required = true, paramLabel = "SLUG", description = "which letter")
  private String slug = "";

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (var database = house.open()) {
      var source = database.dataSource();
      var action = KnownAction.find(source, slug);
      var links = new AuthorsLinks(source, house.openVault(source), InstantSource.system());
      if (!links.end(action.id(), new Actor.CommandLine())) {
        throw new Refusal("The authors of this letter have no link.");
      }
      out.println("The link is ended.");
    }
    out.flush();
    return 0;
  }
}
