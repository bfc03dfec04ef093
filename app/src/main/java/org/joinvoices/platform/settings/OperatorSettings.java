package org.joinvoices.platform.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.platform.settings.Setting.Need;

/**
 * What an operator set for {@code serve}, checked. A key comes from the environment, else from the
 * file, else from the reference. Never printed: it holds secrets.
 */
public final class OperatorSettings {

  /** What became of reading them. */
  public sealed interface Outcome {

    /** All is set and nothing contradicts. */
    record Usable(OperatorSettings settings) implements Outcome {}

    /**
     * What to mend, all of it at once; no value of a setting is quoted.
     *
     * @param faults sentences that begin with file and line, or the variable
     */
    record Faulty(List<String> faults) implements Outcome {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  private final Map<String, String> values;

  private OperatorSettings(Map<String, String> values) {
    this.values = values;
  }

  /**
   * @param file empty for a house set by its environment alone
   * @param environment of this process
   * @throws IOException if the file cannot be read
   */
  public static Outcome read(Optional<Path> file, Map<String, String> environment)
      throws IOException {
    var written = file.isPresent() ? OperatorFile.read(file.get()) : OperatorFile.none();
    var faults = new ArrayList<>(written.faults(Reference.SETTINGS));
    var values = new HashMap<String, String>();
    for (Setting setting : Reference.SETTINGS) {
      take(setting, written, environment, values, faults);
    }
    var settings = new OperatorSettings(values);
    if (faults.isEmpty()) {
      faults.addAll(OperatorRules.faults(settings));
    }
    return faults.isEmpty() ? new Outcome.Usable(settings) : new Outcome.Faulty(faults);
  }

  private static void take(
      Setting setting,
      OperatorFile file,
      Map<String, String> environment,
      Map<String, String> values,
      List<String> faults) {
    Optional<String> variable =
        Optional.ofNullable(environment.get(setting.variable())).filter(text -> !text.isBlank());
    Optional<OperatorFile.Line> line = file.find(setting.key());
    Optional<String> value = variable.or(() -> line.map(OperatorFile.Line::value));
    String place =
        variable.isPresent()
            ? setting.variable() + ": "
            : line.map(found -> file.place(found.number())).orElse("");
    if (value.isPresent() && !setting.kind().accepts(value.get())) {
      faults.add(place + setting.key() + " cannot be read. " + setting.kind().remedy());
    } else if (value.isPresent() && value.get().equals(Reference.EXAMPLE_SECRET)) {
      faults.add(place + setting.key() + " is the example's. Set your own, or leave it out.");
    } else if (value.or(setting::standard).isEmpty() && setting.need() == Need.ALWAYS) {
      faults.add(
          setting.key()
              + " is missing. Set it in the file, or "
              + setting.variable()
              + ". "
              + setting.meaning());
    }
    value.or(setting::standard).ifPresent(text -> values.put(setting.key(), text));
  }

  /** The commented reference configuration: every key, with what it is for. */
  public static String reference() {
    return Reference.text();
  }

  /** The value of a key that has one always. */
  public String get(String key) {
    return find(key).orElseThrow(() -> new IllegalStateException("no value for " + key));
  }

  /** The value of a key, if it is set or has a usual value. */
  public Optional<String> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  public boolean isOn(String key) {
    return get(key).equals("true");
  }

  /** A path as it is wherever this process is started from. */
  public Path path(String key) {
    return Path.of(get(key)).toAbsolutePath().normalize();
  }

  @Override
  public String toString() {
    return "OperatorSettings[hidden]";
  }
}
