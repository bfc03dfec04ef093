package org.joinvoices.districts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.joinvoices.districts.ReleaseInUse.Used;
import org.joinvoices.districts.ReleaseStore.Mark;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.crypto.Sha256;
import org.joinvoices.platform.crypto.Vault;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The releases of civic data of one house: imports public files over the release in use, puts a
 * release in use, goes back. The database is the truth; running servers follow it at once. Nothing
 * changes before the one transaction that puts a release in use.
 */
public final class DataReleases {

  /** What may be typed instead of the name of the release that ships with this server. */
  public static final String BUILT_IN = "built-in";

  private final ReleaseStore store;
  private final AuditTrail audit;
  private final InstantSource machine;
  private final TransactionTemplate transaction;

  /**
   * @param machine what imports and entries of the audit trail are dated by
   */
  public DataReleases(DataSource database, InstantSource machine) {
    this.store = new ReleaseStore(database);
    this.audit = new AuditTrail(database, machine);
    this.machine = machine;
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  /** What came of reading files. */
  public sealed interface Preparation {}

  /** Nothing is in the files that the release in use does not say. */
  public record NothingNew(String release) implements Preparation {}

  /** Nothing changes; every fault with file and place. */
  public record Refused(List<String> faults) implements Preparation {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  /**
   * A release that could be put in use.
   *
   * @param release its name
   * @param before name of the release in use
   * @param contents what it holds
   * @param notes what the operator should know or renew
   * @param changes what it says differently from the release in use, in words for people
   */
  public record Prepared(
      String release,
      String before,
      List<String> contents,
      List<String> notes,
      List<String> changes,
      Packed packed)
      implements Preparation {
    public Prepared {
      contents = List.copyOf(contents);
      notes = List.copyOf(notes);
      changes = List.copyOf(changes);
    }
  }

  /** The bytes of a release, and over which one it was made. */
  public static final class Packed {

    private final byte[] bytes;
    private final Optional<Mark> over;

    private Packed(byte[] bytes, Optional<Mark> over) {
      this.bytes = bytes;
      this.over = over;
    }

    public long size() {
      return bytes.length;
    }
  }

  /** What came of putting a release in use. */
  public sealed interface Activation {}

  /** It is in use; servers that run follow within a moment. */
  public record Activated(String release) implements Activation {}

  /** Nothing changed, and why, with the remedy. */
  public record NotActivated(String reason) implements Activation {}

  /** The release in use, as of now. */
  public Districts inUse() {
    return new Districts(ReleaseInUse.read(store)::edition);
  }

  /** How the data stands on a civic day. */
  public DataStanding standing(LocalDate today) {
    return DataStanding.of(ReleaseInUse.read(store), store.list(), today);
  }

  /** Name of the release in use, and an alarm if it cannot be read; reads no more than needed. */
  public InUse nameInUse() {
    Optional<Mark> active = store.active();
    try {
      String name =
          active.isPresent() ? nameOf(active.get()) : ReleaseReader.builtInHeader().name();
      return new InUse(name, Optional.empty());
    } catch (IOException | IllegalStateException e) {
      return new InUse(
          ReleaseReader.builtInHeader().name(),
          Optional.of(
              "release %s cannot be read, so the built-in one answers"
                  .formatted(active.orElseThrow().name())));
    }
  }

  /** Which release answers. */
  public record InUse(String release, Optional<String> alarm) {}

  private String nameOf(Mark mark) throws IOException {
    byte[] bytes = store.bytes(mark);
    if (!Sha256.hex(bytes).equals(mark.sha256())) {
      throw new IllegalStateException("damaged");
    }
    return ReleaseReader.header(() -> new ByteArrayInputStream(bytes)).name();
  }

  /**
   * Reads files over the release in use, which gives all they do not have. Changes nothing.
   *
   * @param today civic day whose officeholders are compared
   * @throws UncheckedIOException if a file cannot be read
   */
  public Preparation prepare(ReleaseInputs inputs, LocalDate today) {
    try {
      Used used = ReleaseInUse.read(store);
      return prepare(inputs, used, today);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the files", e);
    }
  }

  private Preparation prepare(ReleaseInputs inputs, Used used, LocalDate today) throws IOException {
    Release before = used.edition().release();
    var compiler = new ReleaseCompiler(inputs, Optional.of(before));
    Optional<ReleaseCompiler.Made> made = compiler.make(today);
    if (made.isEmpty()) {
      return new Refused(compiler.faults());
    }
    byte[] bytes = ReleaseWriter.packed(made.get().release());
    Release after = ReleaseInUse.open(bytes, Sha256.hex(bytes));
    var changes = new ReleaseChanges(before, after, today);
    if (changes.none()) {
      return new NothingNew(before.header().name());
    }
    return new Prepared(
        after.header().name(),
        before.header().name(),
        made.get().contents(),
        made.get().notes(),
        changes.lines(),
        new Packed(bytes, used.active()));
  }

  /** Stores a release and puts it in use, both or neither. */
  public Activation activate(Prepared prepared) {
    Packed packed = prepared.packed();
    Mark mark = new Mark(prepared.release(), Sha256.hex(packed.bytes));
    return inTransaction(() -> activate(mark, packed));
  }

  private Activation activate(Mark mark, Packed packed) {
    Optional<Mark> active = store.active();
    if (!active.equals(packed.over)) {
      return new NotActivated(
          "Meanwhile %s was put in use. Nothing was changed; run this once more."
              .formatted(active.map(Mark::name).orElse("the built-in release")));
    }
    Optional<Mark> sameName = store.find(mark.name());
    if (isBuiltIn(mark.name()) || !sameName.map(mark::equals).orElse(true)) {
      return new NotActivated(
          "There is another release of the name %s. Nothing was changed; choose one with --name."
              .formatted(mark.name()));
    }
    if (sameName.isEmpty()) {
      store.add(mark, packed.bytes, machine.instant());
    }
    return putInUse(Optional.of(mark.name()));
  }

  /**
   * Puts a release of this house in use, or the one that ships with the server.
   *
   * @param name of a release, or {@link #BUILT_IN}
   */
  public Activation use(String name) {
    return inTransaction(() -> useStored(name));
  }

  private Activation useStored(String name) {
    if (isBuiltIn(name)) {
      return putInUse(Optional.empty());
    }
    Optional<Mark> mark = store.find(name);
    if (mark.isEmpty()) {
      return new NotActivated(
          "There is no release %s; ./joinvoices data status lists them.".formatted(name));
    }
    try {
      ReleaseInUse.open(store.bytes(mark.get()), mark.get().sha256());
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      return new NotActivated(
          "Release %s cannot be read: %s. Nothing was changed.".formatted(name, e.getMessage()));
    }
    return putInUse(Optional.of(name));
  }

  private static boolean isBuiltIn(String name) {
    return name.equals(BUILT_IN) || name.equals(ReleaseReader.builtInHeader().name());
  }

  private Activation putInUse(Optional<String> name) {
    store.activate(name);
    audit.append(new Actor.CommandLine(), AuditAct.DATA_RELEASE_ACTIVATED, Vault.HOUSE);
    return new Activated(name.orElseGet(() -> ReleaseReader.builtInHeader().name()));
  }

  private Activation inTransaction(Supplier<Activation> work) {
    return transaction.execute(
        _ -> {
          store.lock();
          return work.get();
        });
  }
}
