package org.joinvoices.delivery.book;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Collator;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.joinvoices.signing.BookEntry;
import org.joinvoices.signing.Source;

/**
 * Everyone who stands in a book now, counted while they are read, and then walked over in the order
 * of the list. A roll of any length takes the same memory: what does not fit waits in a {@link
 * Spool}, sorted in parts, which are merged.
 */
public final class Roll implements AutoCloseable {

  private static final int MEMORY = 48 << 20;

  private final Workshop workshop;
  private final int memory;
  private final Tally tally;
  private final Collator alphabet = Collator.getInstance(Locale.ROOT);
  private final Set<Integer> versions = new TreeSet<>(Comparator.reverseOrder());
  private final List<Spool.Part> parts = new ArrayList<>();
  private Optional<Spool> spool = Optional.empty();
  private List<Entry> entries = new ArrayList<>();
  private long size;
  private long shown;
  private long hidden;
  private long words;
  private long onPaper;

  /** Only counted, without words of their own: their lines are all alike. */
  private long silent;

  private Roll(Workshop workshop, int memory, ZoneId zone) {
    this.workshop = workshop;
    this.memory = memory;
    this.tally = new Tally(zone);
  }

  /**
   * Reads and sorts.
   *
   * @param dir where the book goes; what must wait on disk waits there
   * @param zone in which weeks are counted
   * @param source calls its reader with each entry
   * @param progress is told how many were read
   */
  public static Roll read(
      Path dir, ZoneId zone, Consumer<Consumer<BookEntry>> source, LongConsumer progress) {
    return read(dir, zone, source, progress, MEMORY);
  }

  static Roll read(
      Path dir,
      ZoneId zone,
      Consumer<Consumer<BookEntry>> source,
      LongConsumer progress,
      int memory) {
    var roll = new Roll(new Workshop(dir), memory, zone);
    try {
      source.accept(
          entry -> {
            roll.add(entry);
            progress.accept(roll.shown + roll.hidden);
          });
      roll.entries.sort(Entry.ORDER);
      return roll;
    } catch (RuntimeException e) {
      roll.close();
      throw e;
    }
  }

  private void add(BookEntry entry) {
    tally.add(entry);
    versions.add(entry.letterVersion());
    String shownAs = entry.shownAs().strip();
    String ownWords = entry.ownWords().strip();
    shown += shownAs.isEmpty() ? 0 : 1;
    hidden += shownAs.isEmpty() ? 1 : 0;
    words += ownWords.isEmpty() ? 0 : 1;
    onPaper += entry.source() == Source.SHEET ? 1 : 0;
    if (shownAs.isEmpty() && ownWords.isEmpty()) {
      silent++;
      return;
    }
    Entry one = Entry.of(shownAs, ownWords, alphabet);
    entries.add(one);
    size += one.size();
    if (size > memory) {
      setAside();
    }
  }

  private void setAside() {
    Spool to = spool.orElseGet(() -> new Spool(workshop.folder()));
    spool = Optional.of(to);
    Spool.Part part = to.next();
    entries.sort(Entry.ORDER);
    try (var out = new DataOutputStream(new BufferedOutputStream(to.write(part)))) {
      for (Entry entry : entries) {
        entry.write(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write beside the book", e);
    }
    parts.add(part);
    entries = new ArrayList<>();
    size = 0;
  }

  /** In the order of the list, numbered from 1. */
  void forEach(Consumer<Signer> reader) {
    var numbered = new Numbered(reader);
    try {
      merge(numbered::take);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read beside the book", e);
    }
    numbered.countSilent();
  }

  private void merge(Consumer<Entry> reader) throws IOException {
    var readers = new ArrayList<Walk>();
    try {
      for (Spool.Part part : parts) {
        readers.add(Walk.over(spool.orElseThrow(), part));
      }
      readers.add(Walk.over(entries));
      var queue = new PriorityQueue<Walk>(Comparator.comparing(Walk::entry, Entry.ORDER));
      readers.stream().filter(Walk::hasEntry).forEach(queue::add);
      while (!queue.isEmpty()) {
        Walk first = queue.remove();
        reader.accept(first.entry());
        first.advance();
        if (first.hasEntry()) {
          queue.add(first);
        }
      }
    } finally {
      for (Walk walk : readers) {
        walk.close();
      }
    }
  }

  /** How many stand in it. */
  long size() {
    return shown + hidden;
  }

  long shown() {
    return shown;
  }

  long hidden() {
    return hidden;
  }

  long words() {
    return words;
  }

  /** How many count on the word of a witness to a sheet of paper. */
  long onPaper() {
    return onPaper;
  }

  Tally tally() {
    return tally;
  }

  Workshop workshop() {
    return workshop;
  }

  /** The versions of the letter that they joined, the newest first. */
  public List<Integer> letterVersions() {
    return List.copyOf(versions);
  }

  @Override
  public void close() {
    workshop.close();
  }

  /** Gives each its number; those who are only counted and say nothing come before who does. */
  private final class Numbered {

    private final Consumer<Signer> reader;
    private int number;
    private boolean counted;

    private Numbered(Consumer<Signer> reader) {
      this.reader = reader;
    }

    private void take(Entry entry) {
      if (!entry.isShown()) {
        countSilent();
      }
      reader.accept(entry.numbered(++number));
    }

    private void countSilent() {
      for (long i = 0; i < silent && !counted; i++) {
        reader.accept(new Signer(++number, "", ""));
      }
      counted = true;
    }
  }

  /** Sorted entries, one after the other. */
  private static final class Walk {

    @FunctionalInterface
    private interface Source {
      Optional<Entry> next() throws IOException;
    }

    private final Source source;
    private final Closeable end;
    private Optional<Entry> entry;

    private Walk(Source source, Closeable end) throws IOException {
      this.source = source;
      this.end = end;
      this.entry = source.next();
    }

    static Walk over(Spool spool, Spool.Part part) throws IOException {
      var in = new DataInputStream(new BufferedInputStream(spool.read(part)));
      return new Walk(() -> Entry.read(in), in);
    }

    static Walk over(List<Entry> entries) throws IOException {
      var rest = entries.iterator();
      return new Walk(() -> rest.hasNext() ? Optional.of(rest.next()) : Optional.empty(), () -> {});
    }

    boolean hasEntry() {
      return entry.isPresent();
    }

    Entry entry() {
      return entry.orElseThrow();
    }

    void advance() throws IOException {
      entry = source.next();
    }

    void close() throws IOException {
      end.close();
    }
  }
}
