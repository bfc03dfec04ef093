package org.joinvoices.delivery.book;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.joinvoices.delivery.print.Typesetter;

/**
 * Deals out the list of signatures: names and own words to the front volume as far as it has room,
 * and to plain volumes, which are written on all cores while the list is read on.
 *
 * <p>Up to {@link #IN_FRONT} names stand in the front volume, so that a small petition is one file;
 * if there are more, all of them stand in volumes. Own words stand in the front volume up to {@link
 * #WORDS_IN_FRONT} or {@link #CHARACTERS_IN_FRONT} characters, the rest in volumes.
 */
final class Volumes implements AutoCloseable {

  static final int IN_FRONT = 1_000;
  static final int WORDS_IN_FRONT = 500;
  static final int CHARACTERS_IN_FRONT = 250_000;

  private final Headings headings;
  private final Typesetter typesetter;
  private final Workshop workshop;
  private final boolean namesInFront;
  private final int of;
  private final int cores = Runtime.getRuntime().availableProcessors();
  private final ExecutorService writers = Executors.newFixedThreadPool(cores);

  private final List<Signer> frontNames = new ArrayList<>();
  private final List<Signer> frontWords = new ArrayList<>();
  private final List<Future<Volume>> names = new ArrayList<>();
  private final List<Future<Volume>> words = new ArrayList<>();
  private List<Signer> nextNames = new ArrayList<>();
  private List<Signer> nextWords = new ArrayList<>();
  private int charactersInFront;
  private int charactersInNext;

  /**
   * @param shown how many names there will be
   */
  Volumes(Headings headings, Typesetter typesetter, Workshop workshop, long shown) {
    this.headings = headings;
    this.typesetter = typesetter;
    this.workshop = workshop;
    this.namesInFront = shown <= IN_FRONT;
    this.of = Math.toIntExact((shown + Volume.NAMES - 1) / Volume.NAMES);
  }

  void add(Signer signer) {
    if (signer.isShown()) {
      addName(signer);
    }
    if (signer.hasWords()) {
      addWords(signer);
    }
  }

  private void addName(Signer signer) {
    if (namesInFront) {
      frontNames.add(signer);
      return;
    }
    nextNames.add(signer);
    if (nextNames.size() == Volume.NAMES) {
      writeNames();
    }
  }

  private void addWords(Signer signer) {
    int length = signer.ownWords().length();
    boolean fits =
        words.isEmpty()
            && nextWords.isEmpty()
            && frontWords.size() < WORDS_IN_FRONT
            && charactersInFront + length <= CHARACTERS_IN_FRONT;
    if (fits) {
      frontWords.add(signer);
      charactersInFront += length;
      return;
    }
    nextWords.add(signer);
    charactersInNext += length;
    if (nextWords.size() == Volume.WORDS || charactersInNext >= Volume.CHARACTERS) {
      writeWords();
    }
  }

  /** No more will come: the last volumes are written. */
  void finish() {
    if (!nextNames.isEmpty()) {
      writeNames();
    }
    if (!nextWords.isEmpty()) {
      writeWords();
    }
  }

  List<Signer> frontNames() {
    return frontNames;
  }

  List<Signer> frontWords() {
    return frontWords;
  }

  /** Waits until they are written. */
  List<Volume> names() {
    return names.stream().map(Volumes::written).toList();
  }

  /** Waits until they are written. */
  List<Volume> words() {
    return words.stream().map(Volumes::written).toList();
  }

  private void writeNames() {
    List<Signer> signers = nextNames;
    nextNames = new ArrayList<>();
    int number = names.size() + 1;
    awaitRoom(names);
    names.add(
        writers.submit(
            () -> {
              var print = new Print(typesetter);
              var volume = new NamesVolume(headings, typesetter, print, number, of, signers);
              var file = write(Volume.namesFile(number), volume::write);
              return volume(file, signers, volume.first(), volume.last(), print);
            }));
  }

  private void writeWords() {
    List<Signer> signers = nextWords;
    nextWords = new ArrayList<>();
    charactersInNext = 0;
    int number = words.size() + 1;
    awaitRoom(words);
    words.add(
        writers.submit(
            () -> {
              var print = new Print(typesetter);
              var volume = new WordsVolume(headings, typesetter, print, number, signers);
              var file = write(Volume.wordsFile(number), volume::write);
              return volume(file, signers, "", "", print);
            }));
  }

  private static Volume volume(
      Manifest.FileHash file, List<Signer> signers, String first, String last, Print print) {
    return new Volume(
        file,
        signers.getFirst().number(),
        signers.getLast().number(),
        first,
        last,
        print.notDrawn());
  }

  private Manifest.FileHash write(String name, Consumer<OutputStream> writer) throws IOException {
    var file = workshop.folder().resolve(name);
    var hashed = new HashedFile(name, Files.newOutputStream(file));
    try (var out = new BufferedOutputStream(hashed)) {
      writer.accept(out);
    }
    return hashed.hash();
  }

  /** No more than the cores can write: what waits holds names in memory. */
  private void awaitRoom(List<Future<Volume>> begun) {
    if (begun.size() >= cores) {
      written(begun.get(begun.size() - cores));
    }
  }

  private static Volume written(Future<Volume> volume) {
    try {
      return volume.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot write a volume of the book", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing a book", e);
    }
  }

  @Override
  public void close() {
    writers.shutdownNow();
    writers.close();
  }
}
