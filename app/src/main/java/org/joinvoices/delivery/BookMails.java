package org.joinvoices.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.action.Addressee;
import org.joinvoices.delivery.book.BookFiles;
import org.joinvoices.delivery.book.BookMail;
import org.joinvoices.delivery.book.Manifest;
import org.joinvoices.platform.mail.Bounce;
import org.joinvoices.platform.mail.BounceListener;
import org.joinvoices.platform.mail.OutgoingMail;
import org.joinvoices.platform.mail.Posted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mails each frozen book once to each addressee whose first way is mail. Like every message: marked
 * as sending before it is posted, and what may have left is never posted again by itself. What a
 * mail cannot do comes back to the worklist, to be printed.
 */
final class BookMails implements BounceListener {

  private static final Logger LOG = LoggerFactory.getLogger(BookMails.class);

  /** Below what large receivers take, 25 MB, once written in base64. */
  private static final long LARGEST = 15L * 1024 * 1024;

  private static final Duration UNTIL_MADE = Duration.ofMinutes(1);
  private static final Duration WHEN_BARRED = Duration.ofMinutes(30);

  /** The last one is repeated, up to {@link #MOST_ATTEMPTS}: about three days. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6));

  private static final int MOST_ATTEMPTS = 15;

  private final Actions actions;
  private final FrozenBooks frozen;
  private final BookWork work;
  private final BookMailStore store;
  private final LaneStops stops;
  private final Pauses pauses;
  private final BiFunction<UUID, OutgoingMail, Posted> post;
  private final Path folder;
  private final InstantSource clock;

  /**
   * @param post posts one mail at once and says what came of it
   * @param home below whose {@code books} the files lie
   * @param clock civic time
   */
  BookMails(
      Actions actions,
      FrozenBooks frozen,
      BookWork work,
      BookMailStore store,
      LaneStops stops,
      Pauses pauses,
      BiFunction<UUID, OutgoingMail, Posted> post,
      Path home,
      InstantSource clock) {
    this.actions = actions;
    this.frozen = frozen;
    this.work = work;
    this.store = store;
    this.stops = stops;
    this.pauses = pauses;
    this.post = post;
    this.folder = home.resolve("books");
    this.clock = clock;
  }

  void run() {
    int unclear = store.giveUpInterrupted();
    if (unclear > 0) {
      LOG.warn("{} books were interrupted on their way", unclear);
    }
    // a restored house does not know which books left after the backup was made
    if (stops.find(Route.OFFICE_MAIL).isPresent() || pauses.now().isAllPaused()) {
      return;
    }
    actions.list().forEach(this::queue);
    for (var row = store.claim(); row.isPresent(); row = store.claim()) {
      handle(row.get());
    }
  }

  private void queue(Action action) {
    work.list(action.id()).stream()
        .filter(task -> task.state() == BookTask.State.MAIL_WAITS)
        .forEach(task -> store.add(action.id(), task.part(), task.addressee().id()));
  }

  private void handle(BookMailRow row) {
    Action action = actions.get(row.action());
    Optional<Addressee> addressee = addressee(action, row);
    Optional<Manifest> manifest = frozen.find(row.action(), row.part());
    if (addressee.isEmpty() || manifest.isEmpty()) {
      store.refuseUnsent(row, "not_in_office");
      return;
    }
    Path dir = row.part().folder(folder.resolve(action.slug().value()));
    if (!BookFiles.isMade(dir)) {
      store.postpone(row, UNTIL_MADE); // another node made it; ours does so in a moment
      return;
    }
    List<Path> files = pdfs(dir);
    if (files.stream().mapToLong(BookMails::size).sum() > LARGEST) {
      store.refuseUnsent(row, "too_large");
      return;
    }
    send(row, BookMail.compose(action, addressee.get(), row.part(), manifest.get(), files));
  }

  private Optional<Addressee> addressee(Action action, BookMailRow row) {
    return action.addressees().stream()
        .filter(one -> one.id().equals(row.addressee()))
        .filter(one -> one.mailFirst().isPresent() && one.validAt(clock.instant()))
        .findFirst();
  }

  private void send(BookMailRow row, OutgoingMail mail) {
    if (!store.markSending(row)) {
      return;
    }
    Instant startedAt = clock.instant();
    switch (post.apply(row.mail(), mail)) {
      case Posted.Accepted() -> store.settle(row, "accepted", "smtp 250", "accepted", startedAt);
      case Posted.Refused(var code) -> store.settle(row, "refused", code, "refused", startedAt);
      case Posted.Unclear(var code) ->
          store.settle(row, "uncertain", code, "needs_review", startedAt);
      case Posted.Barred(var code) -> store.tryAgain(row, code, WHEN_BARRED, startedAt);
      case Posted.Unavailable(var code) -> tryAgain(row, code, startedAt);
      case Posted.SlowDown(var code) -> tryAgain(row, code, startedAt);
      case Posted.Away(var code) -> tryAgain(row, code, startedAt);
    }
  }

  private void tryAgain(BookMailRow row, String code, Instant startedAt) {
    if (row.attempts() + 1 >= MOST_ATTEMPTS) {
      store.settle(row, "refused", code, "refused", startedAt);
    } else {
      Duration pause = PAUSES.get(Math.min(row.attempts(), PAUSES.size() - 1));
      store.tryAgain(row, code, pause, startedAt);
    }
  }

  @Override
  public void bounced(Bounce bounce) {
    store.bounced(bounce.mail(), bounce.failed(), bounce.status());
  }

  /**
   * The book and its volumes of names; not the CSV, which the organization gives to whom it will.
   */
  private static List<Path> pdfs(Path dir) {
    try (Stream<Path> files = Files.list(dir)) {
      return files.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
