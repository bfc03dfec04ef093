package org.joinvoices.delivery;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.action.LetterVersion;
import org.joinvoices.delivery.book.BookFiles;
import org.joinvoices.delivery.book.Edition;
import org.joinvoices.delivery.book.Manifest;
import org.joinvoices.delivery.book.Roll;
import org.joinvoices.signing.Signatures;

/**
 * Petition books: the letter with everyone who joined it before the deadline, and a supplement for
 * those who confirmed within 48 hours after it (D16).
 *
 * <p>Before its freeze instant a book is provisional and says so. The first making after it freezes
 * the book: its numbers are recorded and never change. A later making gives the same files, except
 * that whoever ended the signature since is still counted but no longer listed.
 */
public final class PetitionBooks {

  /**
   * How long after the freeze instant the first making waits: a confirmation stamped just before it
   * may still be on its way to disk.
   */
  static final Duration GRACE = Duration.ofSeconds(5);

  private final Actions actions;
  private final ConfirmedSignatures signatures;
  private final FrozenBooks frozen;
  private final InstantSource clock;
  private final BookFiles files = new BookFiles();

  /**
   * @param clock civic time
   */
  public PetitionBooks(DataSource dataSource, Signatures signatures, InstantSource clock) {
    this(dataSource, signatures::forEachConfirmed, clock);
  }

  PetitionBooks(DataSource dataSource, ConfirmedSignatures signatures, InstantSource clock) {
    this.actions = new Actions(dataSource);
    this.frozen = new FrozenBooks(dataSource);
    this.signatures = signatures;
    this.clock = clock;
  }

  /**
   * Makes the book and, once the deadline has passed, its supplement; freezes what is due.
   *
   * @param dir where the files go, those of the supplement in a folder of its own
   * @throws IllegalArgumentException if files of these names lie there that are not this action's
   */
  public List<PetitionBook> makeAll(ActionId id, Path dir) {
    return makeAll(id, dir, _ -> {});
  }

  /**
   * As {@link #makeAll(ActionId, Path)}.
   *
   * @param progress is told again and again how many signatures were read
   */
  public List<PetitionBook> makeAll(ActionId id, Path dir, LongConsumer progress) {
    Action action = actions.get(id);
    if (!BookFiles.mayReplace(dir, action.slug())) {
      throw new IllegalArgumentException(
          "In "
              + dir
              + " lies something else than an earlier book of this action; choose another.");
    }
    var book = make(id, BookPart.BOOK, dir, progress);
    return clock.instant().isBefore(action.deadline().toInstant())
        ? List.of(book)
        : List.of(book, make(id, BookPart.SUPPLEMENT, BookPart.SUPPLEMENT.folder(dir), progress));
  }

  /**
   * Makes the part's files, and freezes it if its time has come.
   *
   * @param dir where the files go; those of an earlier making are replaced
   */
  public PetitionBook make(ActionId id, BookPart part, Path dir) {
    return make(id, part, dir, _ -> {});
  }

  /**
   * As {@link #make(ActionId, BookPart, Path)}.
   *
   * @param progress is told again and again how many signatures were read
   */
  public PetitionBook make(ActionId id, BookPart part, Path dir, LongConsumer progress) {
    Action action = actions.get(id);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var original = frozen.find(id, part);
    Instant asOf = original.map(Manifest::asOf).orElse(earlier(now, part.end(action)));
    boolean freezes = original.isEmpty() && isTime(action, part, now);
    Manifest manifest;
    Instant countedAt = original.map(Manifest::madeAt).orElse(Instant.EPOCH);
    try (Roll roll = roll(action, part, asOf, countedAt, dir, progress)) {
      var edition =
          new Edition(
              action,
              part,
              letters(action, original, roll),
              freezes || original.isPresent(),
              asOf,
              original.map(Manifest::madeAt).orElse(now),
              original);
      manifest = files.write(edition, roll, dir);
    }
    // Of two makers at once the first counts, and the files must be its own.
    return freezes && !frozen.add(id, part, manifest)
        ? make(id, part, dir, progress)
        : book(part, manifest, dir);
  }

  /**
   * True when the part's time has come and it is not frozen, or not there: a command came first.
   */
  boolean isDue(Action action, BookPart part, Path dir) {
    return isDue(action, part, dir, frozen, clock.instant());
  }

  static boolean isDue(Action action, BookPart part, Path dir, FrozenBooks frozen, Instant now) {
    return isTime(action, part, now)
        && (frozen.find(action.id(), part).isEmpty() || !BookFiles.isMade(dir));
  }

  private static boolean isTime(Action action, BookPart part, Instant now) {
    return !now.isBefore(part.end(action).plus(GRACE));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private Roll roll(
      Action action,
      BookPart part,
      Instant asOf,
      Instant countedAt,
      Path dir,
      LongConsumer progress) {
    return Roll.read(
        dir,
        action.deadline().getZone(),
        reader ->
            signatures.forEach(
                action.id(),
                action.deadline().toInstant(),
                part.from(action),
                asOf,
                countedAt,
                reader),
        progress);
  }

  /** The wordings that were joined, the newest first; the current one where nobody has joined. */
  private List<LetterVersion> letters(Action action, Optional<Manifest> original, Roll roll) {
    var versions =
        original
            .map(first -> first.letters().stream().map(Manifest.Letter::version))
            .orElseGet(() -> roll.letterVersions().stream())
            .distinct()
            .sorted(Comparator.reverseOrder())
            .map(version -> actions.letter(action.id(), version))
            .toList();
    return versions.isEmpty() ? List.of(action.letter()) : versions;
  }

  private static PetitionBook book(BookPart part, Manifest manifest, Path dir) {
    return new PetitionBook(
        part,
        manifest.hasStatusFrozen(),
        manifest.asOf(),
        manifest.signatures(),
        manifest.shown(),
        manifest.countedOnly(),
        manifest.endedSince(),
        Stream.concat(BookFiles.names(manifest).stream(), Stream.of(BookFiles.MANIFEST))
            .map(dir::resolve)
            .toList());
  }
}
