package org.joinvoices.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Servers start from a cache of what Java learned of one. Nothing is said where it is of no use, so
 * Java is told here to insist on it: on the one that the build made for all stories, and on one
 * that is none, in an installation of its own.
 */
class QuickStartTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String SERVER = "app/target/server";

  private static final Map<String, String> INSISTING = Map.of("JDK_JAVA_OPTIONS", "-XX:AOTMode=on");

  @TempDir private Path root = Path.of("");

  @BeforeEach
  void install() throws IOException {
    Path server = Files.createDirectories(root.resolve(SERVER));
    Files.createSymbolicLink(server.resolve("lib"), ROOT.resolve(SERVER).resolve("lib"));
    Files.copy(
        ROOT.resolve(SERVER).resolve("joinvoices.jar"),
        server.resolve("joinvoices.jar"),
        StandardCopyOption.COPY_ATTRIBUTES);
    Files.copy(
        ROOT.resolve("joinvoices"), root.resolve("joinvoices"), StandardCopyOption.COPY_ATTRIBUTES);
  }

  /** Or whoever deletes the folder would wonder where it leads. */
  @AfterEach
  void unlink() throws IOException {
    Files.delete(root.resolve(SERVER).resolve("lib"));
  }

  @Test
  void theBuildMadeACacheThatJavaTakesAndLeftNothingElse() throws Exception {
    try (var left = Files.list(ROOT.resolve(SERVER))) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .contains("joinvoices.aot")
          .noneMatch(name -> name.startsWith("joinvoices.aot."));
    }
    assertThat(type(ROOT, INSISTING, "serve", "--print-config").status()).isZero();
  }

  @Test
  void startsWithoutAWordWhereTheCacheIsNone() throws Exception {
    Files.writeString(root.resolve(SERVER).resolve("joinvoices.aot"), "cut short");
    assertThat(type(root, INSISTING, "serve", "--print-config").status()).isNotZero();

    var answer = type(root, Map.of(), "serve", "--print-config");
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out())
        .isEqualTo(Files.readString(ROOT.resolve("docs/operate/house.conf"), UTF_8));
    assertThat(answer.status()).isZero();
  }

  private Terminal.Answer type(
      Path installation, Map<String, String> environment, String... arguments) throws Exception {
    Path out = root.resolve("out");
    Path err = root.resolve("err");
    var builder =
        new ProcessBuilder(installation.resolve("joinvoices").toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.command().addAll(List.of(arguments));
    builder.environment().put("JOINVOICES_SKIP_BUILD", "1");
    builder.environment().putAll(environment);
    var process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ends").isTrue();
    return new Terminal.Answer(
        process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }
}
