package org.joinvoices.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

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
  public static List<String> serving(String main, Path config, List<String> more) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(property("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(more);
    command.addAll(List.of("-cp", property("java.class.path")));
    command.addAll(List.of(main, "serve", "--config", config.toString()));
    return command;
  }

  /**
   * Any of its commands.
   *
   * @param java options of Java, instead of those that we were started with
   */
  public static List<String> running(String main, List<String> java, String... command) {
    List<String> all = new ArrayList<>();
    all.add(Path.of(property("java.home"), "bin", "java").toString());
    all.addAll(java);
    all.addAll(List.of("-cp", property("java.class.path"), main));
    all.addAll(List.of(command));
    return all;
  }

  /**
   * Mebibytes of this machine that a process holds, or none where the system does not tell.
   *
   * @param what {@code VmRSS}, now; {@code VmHWM}, at most so far
   */
  static OptionalLong memory(Process process, String what) {
    try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith(what + ":"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return OptionalLong.empty();
    }
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name));
  }
}
