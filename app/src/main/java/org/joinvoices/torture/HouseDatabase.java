package org.joinvoices.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.joinvoices.platform.database.Database;
import org.joinvoices.platform.database.EmbeddedPostgres;
import org.joinvoices.platform.database.Login;
import org.joinvoices.platform.database.PostgresAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where a tortured house keeps its rows: in the embedded database of its only server, which looks
 * after it; or, for several servers, in a PostgreSQL beside them, as an operator sets one up and
 * starts it again when it dies.
 */
final class HouseDatabase implements AutoCloseable {

  private static final String SERVER_ROLE = "joinvoices_server";

  private final Path folder;
  private final boolean beside;
  private final Optional<SmallDisk> disk;
  private final PostgresProcess process;
  private boolean kept;

  private HouseDatabase(Path folder, boolean beside, Optional<SmallDisk> disk) {
    this.folder = folder;
    this.beside = beside;
    this.disk = disk;
    this.process = new PostgresProcess(postgres().resolve("data"));
  }

  /**
   * @param folder the home of the only server, or the folder of a PostgreSQL beside several
   * @param small whether it is to lie on a disk that can be full
   */
  static HouseDatabase make(Path folder, boolean beside, boolean small) throws IOException {
    var disk = small ? SmallDisk.mount(folder) : Optional.<SmallDisk>empty();
    var database = new HouseDatabase(folder, beside, disk);
    if (beside) {
      database.makeRole();
    }
    return database;
  }

  private void makeRole() {
    var address = start().address();
    JdbcClient.create(address.unpooled())
        .sql("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(SERVER_ROLE, address.password()))
        .update();
  }

  private Path postgres() {
    return beside ? folder : folder.resolve("postgres");
  }

  /** Or finds the one that runs. */
  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(
        folder, EmbeddedPostgres.defaultCache(), EmbeddedPostgres.Durability.DURABLE);
  }

  /** Empty where there is none, or where one may not mount. */
  Optional<SmallDisk> disk() {
    return disk;
  }

  PostgresProcess process() {
    return process;
  }

  /** What it wrote for people to read. */
  Path log() {
    return postgres().resolve("server.log");
  }

  /** Returns when another one is there. */
  void awaitAnotherThan(Optional<ProcessHandle> before) throws IOException {
    if (beside) {
      start();
    }
    Pause.until("PostgreSQL does not come back", () -> process.isAnotherThan(before));
  }

  /** Embedded, it would be started anew by whoever has it open. */
  Database open() {
    return beside ? Database.connect(owner(), server()) : Database.open(folder);
  }

  /** Lines for the settings of a server. */
  String settings() {
    return beside ? settings(owner(), server()) : "";
  }

  private static String settings(Login owner, Login server) {
    return """
    database.url = %s
    database.owner-user = %s
    database.owner-password = %s
    database.user = %s
    database.password = %s
    """
        .formatted(owner.url(), owner.user(), owner.password(), server.user(), server.password());
  }

  private Login owner() {
    var address = start().address();
    return login(address, address.unpooled().getUser());
  }

  private Login server() {
    return login(start().address(), SERVER_ROLE);
  }

  private static Login login(PostgresAddress address, @Nullable String user) {
    String url = "jdbc:postgresql://127.0.0.1:" + address.port() + "/" + address.database();
    return new Login(url, Objects.requireNonNull(user), address.password());
  }

  /** Leaves the disk where it is when this is closed. */
  void keep() {
    kept = true;
  }

  /** Of a disk of its own nothing is left then, unless it is kept. */
  @Override
  public void close() {
    if (beside) {
      start().stop();
    }
    if (!kept) {
      disk.ifPresent(SmallDisk::close);
    }
  }
}
