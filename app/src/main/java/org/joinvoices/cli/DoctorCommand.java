package org.joinvoices.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.database.BareDatabase;
import org.joinvoices.platform.doctor.DatabaseChecks;
import org.joinvoices.platform.doctor.Finding;
import org.joinvoices.platform.doctor.Finding.Level;
import org.joinvoices.platform.doctor.KeyChecks;
import org.joinvoices.platform.doctor.MachineChecks;
import org.joinvoices.platform.settings.OperatorSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code doctor}: looks at everything a house needs. */
@Command(
    name = "doctor",
    description = {
      "Looks at everything a house needs and says each in one line: ok, warning or fault, with its remedy.",
      "Exit status 1 where there is a fault. Changes nothing."
    },
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  /**
   * What {@code --json} prints.
   *
   * @param status the worst level
   */
  record Answer(String status, List<Line> findings) {}

  /** A finding; no remedy: null. */
  record Line(String level, String subject, String sentence, Optional<String> remedy) {}

  private static final InstantSource MACHINE = InstantSource.system();

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  @Option(names = "--json", description = "one line of JSON")
  private boolean json;

  @Override
  public Integer call() {
    List<Finding> findings = house.faults();
    if (findings.isEmpty()) {
      findings = look();
    }
    Level worst =
        findings.stream().map(Finding::level).max(Comparator.naturalOrder()).orElse(Level.OK);
    print(worst, findings);
    return worst == Level.FAULT ? 1 : 0;
  }

  private List<Finding> look() {
    Optional<OperatorSettings> settings = house.settings();
    var findings = new ArrayList<Finding>();
    findings.add(Finding.ok("configuration", settings.isPresent() ? "complete" : "a demo's own"));
    findings.add(MachineChecks.java(Runtime.version()));
    findings.add(MachineChecks.disk(house.data()));
    Finding home = MachineChecks.home(house.data());
    findings.add(home);
    Finding key = KeyChecks.master(house.masterKey(), house.data());
    findings.add(key);
    if (home.level() != Level.FAULT) {
      findings.addAll(database(key.level() != Level.FAULT));
      findings.add(HouseChecks.backup(house.data(), MACHINE.instant()));
    }
    settings.ifPresent(
        set -> {
          findings.addAll(HouseChecks.settings(set));
          findings.add(MachineChecks.address(URI.create(set.get("base-url"))));
        });
    return findings;
  }

  private List<Finding> database(boolean keyOpens) {
    if (house.settings().isPresent() && !house.exists()) {
      return List.of(DatabaseChecks.notBegun("database"));
    }
    try (var database = house.openBare()) {
      var findings = new ArrayList<>(DatabaseChecks.all(database, MACHINE));
      var standing = database.standing();
      if (standing.pending().isEmpty() && standing.version().filter(database::knows).isPresent()) {
        findings.addAll(letters(database, keyOpens));
      }
      return findings;
    } catch (IllegalStateException e) {
      return List.of(
          Finding.fault(
              "database",
              Optional.ofNullable(e.getMessage()).orElse("it does not answer"),
              "Start it, and look at database.url, its login and its log."));
    } catch (UncheckedIOException e) {
      return List.of(
          Finding.fault(
              "database",
              Main.reason(e),
              "Look at what lies in " + house.data() + ": " + MachineChecks.RIGHT_USER));
    }
  }

  private List<Finding> letters(BareDatabase database, boolean keyOpens) {
    var source = database.dataSource();
    var findings = new ArrayList<Finding>();
    if (keyOpens) {
      findings.add(HouseChecks.dataKeys(source, house.masterKey(), house.keyStore()));
    }
    findings.addAll(
        HouseChecks.of(source, house.data(), new CivicClockStore(source, MACHINE).clock()));
    return findings;
  }

  private void print(Level worst, List<Finding> findings) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonMapper.shared().writeValueAsString(answer(worst, findings)));
    } else {
      findings.forEach(finding -> out.println(line(finding)));
    }
    out.flush();
  }

  private static Answer answer(Level worst, List<Finding> findings) {
    return new Answer(
        worst.word(),
        findings.stream()
            .map(one -> new Line(one.level().word(), one.subject(), one.sentence(), one.remedy()))
            .toList());
  }

  private static String line(Finding finding) {
    return "%-8s %s: %s%s"
        .formatted(
            finding.level().word(),
            finding.subject(),
            finding.sentence(),
            finding.remedy().map(remedy -> ". " + remedy).orElse(""));
  }
}
