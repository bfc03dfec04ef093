package org.joinvoices.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joinvoices.action.SeedAction;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The petition book of very many signers, by the command {@code book} in a process of its own. */
public final class BookBench {

  /** As {@code ./joinvoices} starts the command. */
  private static final List<String> JAVA =
      List.of(
          "-Xmx512m",
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private static final Duration LOOK = Duration.ofMillis(100);

  /** Such as {@code Pause Young (Allocation Failure) 250M->120M(495M)}. */
  private static final Pattern COLLECTED = Pattern.compile("(\\d+)M->\\d+M\\(\\d+M\\)");

  /**
   * One book.
   *
   * @param seconds from the start of the command to its end
   * @param processor seconds of processor it took, of all cores together
   * @param heap most mebibytes of heap in use when Java looked, which it does before it cleans up
   * @param memory most mebibytes of this machine that the process held, all told
   * @param signatures that the book counts
   * @param files and their bytes
   */
  public record Book(
      double seconds,
      double processor,
      long heap,
      OptionalLong memory,
      long signatures,
      long files,
      long bytes) {}

  private BookBench() {}

  /**
   * Fills a house with signers and makes their book.
   *
   * @param main the class whose {@code book} is measured
   * @param runs how often the book is made
   */
  public static List<Book> run(String main, long signers, int runs) throws InterruptedException {
    try (var mail = new MailSink();
        var house = BenchHouse.start(main, mail, Map.of())) {
      Load.run(
          1, Duration.ofMinutes(1), () -> new HttpWorker(house.port(), 303, new SampleForms(1)));
      new SignerRows(house).fill(signers);
      var books = new ArrayList<Book>();
      for (int i = 0; i < runs; i++) {
        books.add(make(main, house));
      }
      return books;
    }
  }

  private static Book make(String main, BenchHouse house) throws InterruptedException {
    try {
      Path folder = Files.createTempDirectory("joinvoices-bench");
      try {
        return make(main, house, folder);
      } finally {
        FileSystemUtils.deleteRecursively(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the book", e);
    }
  }

  private static Book make(String main, BenchHouse house, Path folder)
      throws IOException, InterruptedException {
    Path out = folder.resolve("book");
    Path collections = folder.resolve("gc.log");
    var java = new ArrayList<>(JAVA);
    java.add("-Xlog:gc:file=" + collections + "::filecount=0");
    var command =
        ThisProgram.running(
            main,
            java,
            "book",
            "--config",
            house.config().toString(),
            "--action",
            SeedAction.SLUG.value(),
            "--out",
            out.toString());
    long begun = System.nanoTime();
    Process book =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(folder.resolve("errors").toFile())
            .start();
    OptionalLong memory = OptionalLong.empty();
    Duration processor = Duration.ZERO;
    while (!book.waitFor(LOOK)) {
      processor = book.info().totalCpuDuration().orElse(processor);
      OptionalLong seen = ThisProgram.memory(book, "VmHWM");
      memory = seen.isPresent() ? seen : memory;
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (book.exitValue() != 0) {
      throw new IllegalStateException(
          "the book was not made:\n" + Files.readString(folder.resolve("errors")));
    }
    return book(seconds, processor.toMillis() / 1e3, heap(collections), memory, out);
  }

  private static long heap(Path collections) throws IOException {
    try (Stream<String> lines = Files.lines(collections)) {
      return lines
          .flatMap(line -> COLLECTED.matcher(line).results())
          .mapToLong(found -> Long.parseLong(found.group(1)))
          .max()
          .orElse(0);
    }
  }

  private static Book book(
      double seconds, double processor, long heap, OptionalLong memory, Path out)
      throws IOException {
    JsonNode manifest =
        JsonMapper.shared().readTree(Files.readAllBytes(out.resolve("manifest.json")));
    long bytes = 0;
    for (JsonNode file : manifest.get("files")) {
      bytes += file.get("bytes").asLong();
    }
    return new Book(
        seconds,
        processor,
        heap,
        memory,
        manifest.get("signatures").asLong(),
        manifest.get("files").size(),
        bytes);
  }
}
