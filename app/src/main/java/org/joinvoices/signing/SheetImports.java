package org.joinvoices.signing;

import com.github.f4b6a3.uuid.UuidCreator;
import com.google.crypto.tink.util.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.signing.sheet.BadSheetFile;
import org.joinvoices.signing.sheet.SheetCsv;
import org.joinvoices.signing.sheet.TypedRow;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rows of sign-up sheets. Each counts for the letter on the word of a witness. Where its own row
 * asks for messages and has address and mailbox, a signature like one from the web waits beside it;
 * once its signer confirms that by mail, it counts in its place, and messages go out.
 */
public final class SheetImports {

  private static final int CHUNK = 500;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Signing signing;
  private final Fingerprints fingerprints;
  private final ImportBatches batches;
  private final AuditTrail trail;
  private final CivicClock clock;
  private final Vault vault;

  /**
   * @param machine what entries of the audit trail are dated by
   */
  public SheetImports(
      DataSource dataSource,
      Vault vault,
      Signing signing,
      CivicClock clock,
      InstantSource machine) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.signing = signing;
    this.fingerprints = signing.fingerprints();
    this.batches = new ImportBatches(dataSource, vault);
    this.trail = new AuditTrail(dataSource, machine);
    this.clock = clock;
    this.vault = vault;
  }

  /**
   * Imports a file of any size, some hundred rows at a time; what was stored before something fails
   * stays, under its batch, and the same file can be imported again: nobody is counted twice.
   *
   * @throws IOException if a file cannot be read or written
   */
  public SheetImportOutcome run(Actor by, SheetImportTask task) throws IOException {
    Optional<String> obstacle = obstacle(task);
    if (obstacle.isPresent()) {
      return new SheetImportOutcome.Refused(obstacle.get());
    }
    try (SheetCsv csv = SheetCsv.open(task.in(), task.columns())) {
      if (task.faults().isEmpty()) {
        return new Run(by, task).all(csv, (_, _) -> {});
      }
      try (var faults = csv.faults(task.faults().get())) {
        return new Run(by, task).all(csv, faults::add);
      }
    } catch (BadSheetFile e) {
      return new SheetImportOutcome.Refused("This file cannot be imported: " + e.sentence());
    }
  }

  private Optional<String> obstacle(SheetImportTask task) throws IOException {
    var action = task.action();
    if (!Files.isRegularFile(task.in()) || !Files.isReadable(task.in())) {
      return Optional.of("There is no file " + task.in() + " that can be read.");
    }
    if (task.faults().filter(Files::exists).isPresent()
        && Files.isSameFile(task.faults().get(), task.in())) {
      return Optional.of("The rows to mend must go into another file than the one imported.");
    }
    if (!action.openAt(clock.instant()) || vault.isDestroyed(action.id().value())) {
      return Optional.of("This letter cannot be joined now, so nothing was imported.");
    }
    boolean sameWords =
        task.sheet().stream()
            .allMatch(sheet -> sheet.letterMark().equals(action.letter().mark().shown()));
    return sameWords
        ? Optional.empty()
        : Optional.of(
            "These sheets bear other words than the letter has now, so nobody on them has joined it. Nothing was imported.");
  }

  /** All imports of the house, the newest first. */
  public List<ImportBatch> list() {
    return batches.list();
  }

  /**
   * Takes out what a batch brought in and its signers have not confirmed since, and erases what is
   * sealed of it. Once more does no harm: it goes on where it was interrupted.
   *
   * @return how many no longer count; empty if there is no such batch
   */
  public Optional<Long> undo(Actor by, UUID batch) {
    Instant now = clock.instant();
    Optional<ActionId> action = batches.action(batch);
    if (action.isEmpty()) {
      return Optional.empty();
    }
    transaction.executeWithoutResult(
        _ -> {
          if (batches.markUndone(batch, now)) {
            trail.append(by, AuditAct.IMPORT_UNDONE, action.get().value());
          }
        });
    long counted = 0;
    Optional<Long> some = Optional.of(0L);
    while (some.isPresent()) {
      some = transaction.execute(_ -> batches.undoSome(batch, now, CHUNK));
      counted += some.orElse(0L);
    }
    return Optional.of(counted);
  }

  /** Takes a row that cannot be imported as it is. */
  @FunctionalInterface
  private interface Faults {
    void add(TypedRow row, String fault);
  }

  /** One import while it goes on. */
  private final class Run {

    /** A row that can be taken, if nobody is counted twice. */
    private record Candidate(TypedRow typed, SheetRow.Sound row, SheetDoubles.Person person) {}

    private final Actor by;
    private final SheetImportTask task;
    private final SheetForm sheet;
    private final SheetDoubles sofar;
    private Optional<UUID> batch = Optional.empty();
    private long rows;
    private long counted;
    private long mails;
    private long doubles;
    private long faulty;

    private Run(Actor by, SheetImportTask task) {
      this.by = by;
      this.task = task;
      this.sheet =
          task.sheet()
              .orElseGet(() -> SheetForm.of(task.action(), task.action().defaultLanguage()));
      this.sofar = new SheetDoubles(task.action().id());
    }

    private SheetImportOutcome all(SheetCsv csv, Faults faults) {
      for (var some = csv.next(CHUNK); !some.isEmpty(); some = csv.next(CHUNK)) {
        rows += some.size();
        List<Candidate> candidates =
            some.stream().flatMap(typed -> candidate(typed, faults).stream()).toList();
        if (!candidates.isEmpty() && !settle(candidates, faults)) {
          return new SheetImportOutcome.Refused(
              "The letter got other words meanwhile; %d rows were counted before, by batch %s."
                  .formatted(counted, batch.map(UUID::toString).orElse("none")));
        }
      }
      return new SheetImportOutcome.Done(
          batch, task.dryRun(), rows, counted, mails, doubles, faulty, csv.unread());
    }

    private Optional<Candidate> candidate(TypedRow typed, Faults faults) {
      return switch (SheetRow.read(typed.typed(), task.action(), sheet.language())) {
        case SheetRow.Faulty(var fault) -> refuse(typed, fault, faults);
        case SheetRow.Sound row -> {
          Optional<Bytes> place = fingerprints.sheetRow(row.letter(), row.street());
          yield place.isEmpty() && !row.letter().email().wasGiven()
              ? refuse(typed, SheetFaults.NO_PLACE, faults)
              : Optional.of(
                  new Candidate(
                      typed,
                      row,
                      new SheetDoubles.Person(fingerprints.ofSheet(row.letter(), place), place)));
        }
      };
    }

    private Optional<Candidate> refuse(TypedRow typed, String fault, Faults faults) {
      faulty++;
      faults.add(typed, fault);
      return Optional.empty();
    }

    /** False if the letter has other words; then nothing of these rows was stored. */
    private boolean settle(List<Candidate> candidates, Faults faults) {
      List<SheetDoubles.Person> people = candidates.stream().map(Candidate::person).toList();
      if (task.dryRun()) {
        jdbc.execute(
            (ConnectionCallback<Boolean>)
                connection -> {
                  sofar.learn(connection, people);
                  return true;
                });
        long asked =
            judged(candidates, sofar, faults).stream()
                .filter(candidate -> candidate.row().send().isPresent())
                .count();
        mails += asked;
        return true;
      }
      return transaction.execute(
          status -> {
            boolean stored =
                jdbc.execute(
                    (ConnectionCallback<Boolean>)
                        connection -> store(connection, candidates, people, faults));
            if (!stored) {
              status.setRollbackOnly();
            }
            return stored;
          });
    }

    private boolean store(
        Connection connection,
        List<Candidate> candidates,
        List<SheetDoubles.Person> people,
        Faults faults)
        throws SQLException {
      var known = new SheetDoubles(task.action().id());
      SheetDoubles.lock(connection, people);
      known.learn(connection, people);
      List<Candidate> taken = judged(candidates, known, faults);
      if (taken.isEmpty()) {
        return true;
      }
      Instant now = clock.instant();
      List<SheetWriter.Entry> entries =
          taken.stream().map(candidate -> entry(candidate, now)).toList();
      UUID id = batch.orElseGet(() -> begin(now));
      Optional<Integer> asked = SheetWriter.write(connection, id, entries);
      if (asked.isEmpty()) {
        counted -= taken.size();
        return false;
      }
      batch = Optional.of(id);
      mails += asked.get();
      return true;
    }

    /** Those that count; the others are told of. */
    private List<Candidate> judged(List<Candidate> candidates, SheetDoubles known, Faults faults) {
      return candidates.stream().filter(candidate -> counts(candidate, known, faults)).toList();
    }

    private boolean counts(Candidate candidate, SheetDoubles known, Faults faults) {
      return switch (known.judge(candidate.person())) {
        case COUNTS -> {
          counted++;
          yield true;
        }
        case DOUBLE -> {
          doubles++;
          yield false;
        }
        case MAILBOX_TAKEN ->
            refuse(candidate.typed(), SheetFaults.MAILBOX_TAKEN, faults).isPresent();
      };
    }

    private SheetWriter.Entry entry(Candidate candidate, Instant now) {
      SignRequest letter = candidate.row().letter();
      return new SheetWriter.Entry(
          signing.row(
              letter,
              Set.of(),
              candidate.person().prints(),
              sheet.consents(letter, task.action()),
              now),
          candidate.person().row(),
          candidate
              .row()
              .send()
              .map(
                  send ->
                      signing.row(
                          send,
                          Set.of(),
                          fingerprints.of(send),
                          sheet.consents(send, task.action()),
                          now)));
    }

    private UUID begin(Instant now) {
      UUID id = UuidCreator.getTimeOrderedEpoch();
      batches.begin(id, task, now);
      trail.append(by, AuditAct.SHEETS_IMPORTED, task.action().id().value());
      return id;
    }
  }
}
