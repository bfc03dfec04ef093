package org.joinvoices.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.joinvoices.desk.Invitations;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.principal.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code invite EMAIL --role ROLE}: lets somebody come to the desk. */
@Command(
    name = "invite",
    description = {
      "Prints a link that opens the desk once, for whoever has this mailbox. Pass it on by a way you trust.",
      "The first one makes the first owner of a house. For an account that is there it sets the role"
          + " and voids an invitation not yet used."
    },
    mixinStandardHelpOptions = true)
final class InviteCommand implements Callable<Integer> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm VV", Locale.ENGLISH);

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "EMAIL", description = "mailbox to which sign-in links may go")
  private String email = "";

  @Option(
      names = "--role",
      required = true,
      paramLabel = "owner|read-only",
      converter = Roles.class,
      description = "what the desk lets them do")
  private Role role = Role.READ_ONLY;

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  @Override
  public Integer call() {
    if (!Invitations.isAddress(email)) {
      throw new Refusal("That is no e-mail address. Write it like name@example.org.");
    }
    String baseUrl = house.baseUrl();
    try (var database = house.openOrBegin()) {
      var source = database.dataSource();
      var invitations = new Invitations(source, house.openVault(source), InstantSource.system());
      print(baseUrl, invitations.invite(email, role, new Actor.CommandLine()));
    }
    return 0;
  }

  private void print(String baseUrl, Invitations.Outcome outcome) {
    switch (outcome) {
      case Invitations.Outcome.Invited(var path, var until) -> print(baseUrl + path, until);
      case Invitations.Outcome.OwnerNeeded() ->
          throw new Refusal("This house would have no owner. Invite one first: --role owner.");
    }
  }

  private void print(String link, Instant until) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(link);
    out.println(
        "Opens the desk once, as %s, until %s. The server must be running. Whoever has this link comes in."
            .formatted(role.word(), TIME.format(until.atZone(ZoneId.systemDefault()))));
    out.flush();
  }

  /** What {@code --role} takes. */
  static final class Roles implements ITypeConverter<Role> {
    @Override
    public Role convert(String typed) {
      return Role.find(typed)
          .orElseThrow(() -> new TypeConversionException("should be owner or read-only"));
    }
  }
}
