package org.joinvoices.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** This very program, for starting it again in a process of its own. */
public final class ThisProgram {

  private ThisProgram() {}

  /**
   * The command that serves a house, with the options of Java that we were started with.
   *
   * @param main the class whose {@code serve} is started
   * @param config file of its settings
   */
  public static List<String> serving(String main, Path config) {
    return serving(main, config, List.of());
  }

  /**
   * As {@link #serving(String, Path)}.
   *
   * @param more options of Java
   */
  static List<String> serving(String main, Path config, List<String> more) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(property("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(more);
    command.addAll(List.of("-cp", property("java.class.path")));
    command.addAll(List.of(main, "serve", "--config", config.toString()));
    return command;
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name));
  }
}
