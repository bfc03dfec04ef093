package org.joinvoices.districts.bulk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.joinvoices.districts.BulkOutcome;
import org.joinvoices.districts.BulkTask;
import org.joinvoices.districts.Districts;

/**
 * One file from row to row: one thread reads and writes, the others match blocks of rows, which
 * keep their order. The output grows beside its final name and gets that name when it is whole.
 */
public final class BulkRun {

  private static final Duration NEWS = Duration.ofSeconds(10);

  /** As many as a geocoder takes at once. */
  private static final int BLOCK = 10_000;

  private final Districts districts;
  private final BulkTask task;
  private final Consumer<String> progress;
  private final Path part;
  private final Path note;
  private final Path rejects;
  private final Path rejectsPart;
  private final int block;
  private Checkpoint at = Checkpoint.start("");
  private long newsDue = System.nanoTime() + NEWS.toNanos();
  private long unanswered;

  public BulkRun(Districts districts, BulkTask task, Consumer<String> progress) {
    this(districts, task, progress, BLOCK);
  }

  /**
   * @param block so many rows are matched, written and noted at once
   */
  BulkRun(Districts districts, BulkTask task, Consumer<String> progress, int block) {
    this.block = block;
    this.districts = districts;
    this.task = task;
    this.progress = progress;
    this.part = beside(".part");
    this.note = beside(".part.about");
    this.rejects = beside(".rejects.csv");
    this.rejectsPart = beside(".rejects.csv.part");
  }

  private Path beside(String ending) {
    return task.out().resolveSibling(task.out().getFileName() + ending);
  }

  public BulkOutcome run() throws IOException, InterruptedException {
    try {
      return match();
    } catch (BadCsv e) {
      return new BulkOutcome.Refused(task.in() + ": " + e.sentence());
    }
  }

  private BulkOutcome match() throws IOException, InterruptedException, BadCsv {
    try (var in = new InputCsv(task.in())) {
      List<String> header = in.next(1).stream().findFirst().orElseThrow(Columns::none).getFields();
      Columns columns = Columns.of(header);
      Optional<String> against = refusal();
      return against.isPresent()
          ? new BulkOutcome.Refused(against.get())
          : match(in, header, columns);
    }
  }

  private Optional<String> refusal() throws IOException {
    if (Files.exists(task.out())) {
      return Optional.of(task.out() + " is there already. Move it away, or choose another --out.");
    }
    if (!districts.covers(task.on())) {
      return Optional.of(
          "Release %s knows no districts of %s.".formatted(districts.release(), task.on()));
    }
    return isOther()
        ? Optional.of(
            "%s is of another run: %s says of which. Delete both to begin anew, or choose another --out."
                .formatted(part, note))
        : Optional.empty();
  }

  private BulkOutcome match(InputCsv in, List<String> header, Columns columns)
      throws IOException, InterruptedException, BadCsv {
    long before;
    try (FileChannel out = FileChannel.open(part, CREATE, WRITE);
        FileChannel bad = FileChannel.open(rejectsPart, CREATE, WRITE)) {
      if (out.tryLock() == null) {
        return new BulkOutcome.Refused("Somebody else is writing " + part + ".");
      }
      before = resume(in, header, out, bad);
      matchAll(in, columns, out, bad);
      bad.force(true);
      out.force(true);
    }
    Tally tally = at.tally();
    boolean rejected = tally.outcomes().containsKey(Answers.REJECTED.outcome());
    finish(rejected);
    return new BulkOutcome.Done(
        tally.rows(),
        before,
        tally.outcomes(),
        tally.how(),
        tally.confidence(),
        unanswered,
        rejected ? Optional.of(rejects) : Optional.empty());
  }

  /** What a run is about: the same again continues it, any other would mix two answers. */
  String about() throws IOException {
    return """
    in = %s
    bytes = %d
    modified = %s
    on = %s
    release = %s
    geocoder = %s
    """
        .formatted(
            task.in().toAbsolutePath().normalize(),
            Files.size(task.in()),
            Files.getLastModifiedTime(task.in()),
            task.on(),
            districts.release(),
            task.geocoderName());
  }

  private boolean isOther() throws IOException {
    boolean begun = Files.exists(part) && Files.size(part) > 0;
    return begun && noted().isEmpty();
  }

  private Optional<Checkpoint> noted() throws IOException {
    String about = about();
    return Checkpoint.read(note).filter(noted -> noted.about().equals(about));
  }

  /** Goes to where the note says, or begins; how many rows are there from before. */
  private long resume(InputCsv in, List<String> header, FileChannel out, FileChannel bad)
      throws IOException, BadCsv {
    long written = out.size();
    long listed = bad.size();
    Checkpoint from =
        noted()
            .filter(noted -> noted.bytes() <= written && noted.rejectBytes() <= listed)
            .orElse(Checkpoint.start(about()));
    truncate(out, from.bytes());
    truncate(bad, from.rejectBytes());
    at = from;
    if (from.bytes() == 0) {
      from.write(note);
      begin(header, in.mark(), out, bad);
    }
    long rows = at.tally().rows();
    in.skip(rows);
    if (rows > 0) {
      progress.accept("continues after %,d rows".formatted(rows));
    }
    return rows;
  }

  private static void truncate(FileChannel file, long bytes) throws IOException {
    file.truncate(bytes);
    file.position(bytes);
  }

  private static void begin(List<String> header, byte[] mark, FileChannel out, FileChannel bad)
      throws IOException {
    List<String> names = new ArrayList<>(header);
    names.addAll(Columns.ADDED);
    write(out, mark);
    write(out, (OutputCsv.row(names) + "\n").getBytes(ISO_8859_1));
    write(bad, "line,reason,row\n".getBytes(ISO_8859_1));
  }

  private void matchAll(InputCsv in, Columns columns, FileChannel out, FileChannel bad)
      throws IOException, InterruptedException, BadCsv {
    var matcher = new RowMatcher(districts, task.on(), columns, task.geocoder());
    int threads = Runtime.getRuntime().availableProcessors();
    Deque<Future<RowMatcher.Done>> ahead = new ArrayDeque<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      try {
        for (var rows = in.next(block); !rows.isEmpty(); rows = in.next(block)) {
          List<CsvRecord> some = rows;
          ahead.add(workers.submit(() -> matcher.match(some)));
          if (ahead.size() > 2 * threads) {
            take(ahead.remove(), out, bad);
          }
        }
        while (!ahead.isEmpty()) {
          take(ahead.remove(), out, bad);
        }
      } finally {
        workers.shutdownNow();
      }
    }
  }

  private void take(Future<RowMatcher.Done> block, FileChannel out, FileChannel bad)
      throws IOException, InterruptedException {
    RowMatcher.Done done = get(block);
    write(out, done.rows());
    write(bad, done.rejects());
    at.tally().add(done.tally());
    unanswered += done.unanswered();
    at = new Checkpoint(at.about(), out.position(), bad.position(), at.tally());
    at.write(note);
    if (System.nanoTime() > newsDue) {
      newsDue += NEWS.toNanos();
      progress.accept("%,d rows".formatted(at.tally().rows()));
    }
  }

  private static RowMatcher.Done get(Future<RowMatcher.Done> block) throws InterruptedException {
    try {
      return block.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException("a block of rows could not be matched");
    }
  }

  private static void write(FileChannel file, byte[] bytes) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    while (left.hasRemaining()) {
      file.write(left);
    }
  }

  /** The output's own name comes last, so that where it is, all else is there too. */
  private void finish(boolean rejected) throws IOException {
    if (rejected) {
      Files.move(rejectsPart, rejects, REPLACE_EXISTING, ATOMIC_MOVE);
    } else {
      Files.delete(rejectsPart);
      Files.deleteIfExists(rejects);
    }
    Files.move(part, task.out(), ATOMIC_MOVE);
    Files.deleteIfExists(note);
  }
}
