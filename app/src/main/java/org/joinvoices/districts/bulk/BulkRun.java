package org.joinvoices.districts.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.joinvoices.districts.BulkMatcher.Outcome;
import org.joinvoices.districts.BulkMatcher.Task;
import org.joinvoices.districts.Districts;

/**
 * One file from row to row: one thread reads and writes, the others match blocks of rows, which
 * keep their order. The output grows beside its final name and gets that name when it is whole.
 */
public final class BulkRun {

  private static final Duration NEWS = Duration.ofSeconds(10);

  private final Districts districts;
  private final Task task;
  private final Consumer<String> progress;
  private final Path part;
  private final Path note;
  private final Path rejects;
  private final Path rejectsPart;
  private final Tally tally = new Tally();
  private final long begun = System.nanoTime();
  private long newsDue = begun + NEWS.toNanos();
  private long rejected;
  private long unanswered;

  public BulkRun(Districts districts, Task task, Consumer<String> progress) {
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

  public Outcome run() throws IOException, InterruptedException {
    try {
      return match();
    } catch (BadCsv e) {
      return new Outcome.Refused(task.in() + ": " + e.sentence());
    }
  }

  private Outcome match() throws IOException, InterruptedException, BadCsv {
    try (var reader = new RowReader(Files.newInputStream(task.in()))) {
      Header header = Header.read(reader);
      Optional<String> against = refusal();
      return against.isPresent() ? new Outcome.Refused(against.get()) : match(reader, header);
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

  private Outcome match(RowReader reader, Header header)
      throws IOException, InterruptedException, BadCsv {
    long before;
    try (FileChannel out = FileChannel.open(part, CREATE, WRITE, APPEND)) {
      if (out.tryLock() == null) {
        return new Outcome.Refused("Somebody else is writing " + part + ".");
      }
      before = resume(out, header);
      try (FileChannel bad = FileChannel.open(rejectsPart, CREATE, WRITE, TRUNCATE_EXISTING)) {
        write(bad, "line,reason,row\n".getBytes(UTF_8));
        matchAll(reader, header, before, out, bad);
        bad.force(true);
      }
      out.force(true);
    }
    finish();
    return new Outcome.Done(
        tally.rows(),
        before,
        tally.outcomes(),
        tally.how(),
        tally.confidence(),
        unanswered,
        rejected > 0 ? Optional.of(rejects) : Optional.empty());
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
    return begun && !(Files.exists(note) && Files.readString(note).equals(about()));
  }

  /** How many rows are there from before; a header that is not there is written. */
  private long resume(FileChannel out, Header header) throws IOException {
    if (out.size() == 0) {
      Files.writeString(note, about());
    }
    Resume before = Resume.of(part, Columns.ADDED.size());
    out.truncate(before.bytes());
    if (before.bytes() == 0) {
      write(out, header.extended());
    }
    tally.add(before.tally());
    if (before.rows() > 0) {
      progress.accept("continues after %,d rows".formatted(before.rows()));
    }
    return before.rows();
  }

  private void matchAll(
      RowReader reader, Header header, long done, FileChannel out, FileChannel bad)
      throws IOException, InterruptedException, BadCsv {
    var matcher =
        new RowMatcher(districts, task.on(), header.columns(), header.lineEnd(), task.geocoder());
    int threads = Runtime.getRuntime().availableProcessors();
    long skip = done;
    Deque<Future<RowMatcher.Done>> ahead = new ArrayDeque<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      try {
        for (var block = reader.next(); block.isPresent(); block = reader.next()) {
          RowBlock rows = block.get();
          int skipped = (int) Math.min(skip, rows.rows());
          skip -= skipped;
          ahead.add(workers.submit(() -> matcher.match(rows, skipped)));
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
    rejected += done.rejects().length;
    tally.add(done.tally());
    unanswered += done.unanswered();
    if (System.nanoTime() > newsDue) {
      newsDue += NEWS.toNanos();
      progress.accept("%,d rows".formatted(tally.rows()));
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
  private void finish() throws IOException {
    if (rejected > 0) {
      Files.move(rejectsPart, rejects, REPLACE_EXISTING, ATOMIC_MOVE);
    } else {
      Files.delete(rejectsPart);
      Files.deleteIfExists(rejects);
    }
    Files.move(part, task.out(), ATOMIC_MOVE);
    Files.deleteIfExists(note);
  }
}
