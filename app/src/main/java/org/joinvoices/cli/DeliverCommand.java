package org.joinvoices.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.delivery.Chamber;
import org.joinvoices.delivery.DeliveryResult;
import org.joinvoices.delivery.DryRun;
import org.joinvoices.delivery.Route;
import org.joinvoices.delivery.TestMessage;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.crypto.KeyStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.signing.Signatures;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code deliver}: tries deliveries without delivering anything. */
@Command(
    name = "deliver",
    description = {
      "Tries deliveries without delivering anything. A running server delivers by itself.",
      "--dry-run composes and checks every message that waits for a gateway: how many are ready, repaired, or would be held.",
      "--test sends one marked message of nobody, and says what the far side answers: never to an office."
    },
    mixinStandardHelpOptions = true)
final class DeliverCommand implements Callable<Integer> {

  private static final InstantSource MACHINE = InstantSource.system();

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(names = "--dry-run", description = "check what waits; sends and changes nothing")
  private boolean dryRun;

  @Option(
      names = "--test",
      paramLabel = "house|senate|office_mail",
      converter = Lanes.class,
      description =
          "instead: try this lane. The House's own host only validates; another host of the House's, and the Senate's"
              + " lane for tests, take the message")
  private @Nullable Route test;

  @Option(
      names = "--to",
      paramLabel = "ADDRESS",
      description = "of --test office_mail: a mailbox of yours")
  private @Nullable String to;

  @Option(names = "--action", paramLabel = "SLUG", description = "of --dry-run: one letter alone")
  private @Nullable String action;

  @Option(names = "--json", description = "one line of JSON")
  private boolean json;

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  /** What {@code --dry-run --json} prints. */
  record Checked(List<DryRun.Office> offices) {}

  /** What {@code --test --json} prints. */
  record Tried(String lane, String to, String result, String code) {}

  @Override
  public Integer call() throws IOException {
    if (dryRun == (test != null)) {
      throw wrong("Give one of --dry-run and --test.");
    }
    if ((to != null) != (test == Route.OFFICE_MAIL)) {
      throw wrong("--to goes with --test office_mail, which needs it.");
    }
    return test == null ? check() : attempt(test);
  }

  private int check() {
    try (var database = house.openBare()) {
      DataSource source = database.dataSource();
      if (!database.standing().pending().isEmpty()) {
        throw new Refusal("The database is of an earlier release; run ./joinvoices upgrade.");
      }
      CivicClock clock = new CivicClockStore(source, MACHINE).clock();
      var signatures = new Signatures(source, vault(source), clock);
      var agent = GatewaySettings.agent(house);
      print(new DryRun(source, signatures, clock, agent).run(only(source)));
    }
    return 0;
  }

  private Optional<ActionId> only(DataSource source) {
    return Optional.ofNullable(action).map(slug -> KnownAction.find(source, slug).id());
  }

  private Vault vault(DataSource source) {
    Path key = house.masterKey();
    if (!Files.isRegularFile(key)) {
      throw new Refusal("There is no master key " + key + ".");
    }
    return Vault.open(source, MasterKey.load(key), KeyStore.in(house.keyStore()));
  }

  private void print(List<DryRun.Office> offices) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(StatusCommand.json(new Checked(offices)));
    } else {
      offices.forEach(office -> out.println(line(office)));
      out.println(
          "%d ready, %d of them repaired; %d would be held. Nothing was sent."
              .formatted(
                  offices.stream().mapToLong(DryRun.Office::ready).sum(),
                  offices.stream().mapToLong(DryRun.Office::repaired).sum(),
                  offices.stream()
                      .flatMap(office -> office.held().values().stream())
                      .mapToLong(Long::longValue)
                      .sum()));
    }
    out.flush();
  }

  private static String line(DryRun.Office office) {
    return "%-6s %s: %d ready, %d repaired%s, %d would be held%s%s"
        .formatted(
            office.lane(),
            office.office(),
            office.ready(),
            office.repaired(),
            each(office.repairs()),
            office.held().values().stream().mapToLong(Long::longValue).sum(),
            each(office.held()),
            office.withdrawn() == 0 ? "" : ", " + office.withdrawn() + " withdrawn");
  }

  private static String each(Map<String, Long> numbers) {
    return numbers.isEmpty()
        ? ""
        : numbers.entrySet().stream()
            .map(one -> one.getKey() + " " + one.getValue())
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private int attempt(Route route) throws IOException {
    try (var database = house.openBare()) {
      DataSource source = database.dataSource();
      CivicClock clock = new CivicClockStore(source, MACHINE).clock();
      TestMessage message = attempt(route, clock);
      var audit = new AuditTrail(source, MACHINE);
      new TransactionTemplate(new JdbcTransactionManager(source))
          .executeWithoutResult(
              _ -> audit.append(new Actor.CommandLine(), AuditAct.TEST_SENT, Vault.HOUSE));
      print(route, message);
      return message.result() instanceof DeliveryResult.Accepted ? 0 : 1;
    }
  }

  private TestMessage attempt(Route route, CivicClock clock) throws IOException {
    return switch (route) {
      case HOUSE -> toGateway(Chamber.HOUSE, clock);
      case SENATE -> toGateway(Chamber.SENATE, clock);
      case OFFICE_MAIL -> TestMessage.toMailbox(to == null ? "" : to, GatewaySettings.mail(house));
      case PACKET, HAND_OFF -> throw wrong("Nothing is sent on that lane.");
    };
  }

  private TestMessage toGateway(Chamber chamber, CivicClock clock) throws IOException {
    var gateway = GatewaySettings.of(house, chamber);
    return TestMessage.toGateway(chamber, gateway, GatewaySettings.agent(house), clock.today());
  }

  private void print(Route route, TestMessage message) {
    PrintWriter out = spec.commandLine().getOut();
    var result = message.result();
    out.println(
        json
            ? StatusCommand.json(new Tried(route.word(), message.to(), word(result), result.code()))
            : "%s, to %s: %s (%s)"
                .formatted(route.word(), message.to(), sentence(result), result.code()));
    out.flush();
  }

  private static String word(DeliveryResult result) {
    return switch (result) {
      case DeliveryResult.Accepted _ -> "accepted";
      case DeliveryResult.Refused _ -> "refused";
      case DeliveryResult.OfficeOff _ -> "office_off";
      case DeliveryResult.LaneStopped _ -> "lane_stopped";
      case DeliveryResult.Unavailable _ -> "unavailable";
      case DeliveryResult.Uncertain _ -> "uncertain";
    };
  }

  private static String sentence(DeliveryResult result) {
    return switch (result) {
      case DeliveryResult.Accepted _ -> "taken";
      case DeliveryResult.Refused _ -> "refused: it is not what this far side takes";
      case DeliveryResult.OfficeOff _ -> "this office takes no messages by this gateway";
      case DeliveryResult.LaneStopped _ ->
          "refused because of key, name or address of ours; docs/reference.md says what the code means";
      case DeliveryResult.Unavailable _ -> "not taken now; try again later";
      case DeliveryResult.Uncertain _ -> "unclear whether it was taken";
    };
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  /** What may be typed. */
  static final class Lanes implements ITypeConverter<Route> {
    @Override
    public Route convert(String typed) {
      return switch (typed) {
        case "house" -> Route.HOUSE;
        case "senate" -> Route.SENATE;
        case "office_mail" -> Route.OFFICE_MAIL;
        default ->
            throw new TypeConversionException(
                "nothing here is called " + typed + "; name house, senate or office_mail");
      };
    }
  }
}
