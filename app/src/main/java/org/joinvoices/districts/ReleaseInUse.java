package org.joinvoices.districts;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.zip.ZipException;
import org.joinvoices.districts.ReleaseStore.Mark;
import org.joinvoices.platform.crypto.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The release that answers: the active one of the database, or the one that ships with the server
 * while none is active or the active one cannot be read. Safe for threads.
 */
final class ReleaseInUse {

  private static final Logger LOG = LoggerFactory.getLogger(ReleaseInUse.class);
  private static final long PATIENCE_MILLIS = 1_000;

  private final ReleaseStore store;
  private volatile Used used;

  /**
   * What is in use.
   *
   * @param active what the database says, which answers only if there is no alarm
   * @param alarm why the active one does not
   */
  record Used(Edition edition, Optional<Mark> active, Optional<String> alarm) {}

  /** Reads the database, which must answer. */
  ReleaseInUse(ReleaseStore store) {
    this.store = store;
    this.used = read(store);
  }

  Edition edition() {
    return used.edition();
  }

  Used used() {
    return used;
  }

  static Used read(ReleaseStore store) {
    return read(store, store.active());
  }

  private static Used read(ReleaseStore store, Optional<Mark> active) {
    if (active.isEmpty()) {
      return new Used(builtIn(), active, Optional.empty());
    }
    try {
      byte[] bytes = store.bytes(active.get());
      return new Used(new Edition(open(bytes, active.get().sha256())), active, Optional.empty());
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      return new Used(
          builtIn(),
          active,
          Optional.of(
              "release %s cannot be read, so the built-in one answers: %s"
                  .formatted(active.get().name(), e.getMessage())));
    }
  }

  private static Edition builtIn() {
    return new Edition(ReleaseReader.builtIn());
  }

  /**
   * @throws IllegalStateException if these are other bytes than were stored, or no release
   */
  static Release open(byte[] bytes, String sha256) throws IOException {
    if (!Sha256.hex(bytes).equals(sha256)) {
      throw new IllegalStateException("it was damaged since it was stored");
    }
    try {
      return ReleaseReader.read(() -> new ByteArrayInputStream(bytes));
    } catch (ZipException | EOFException e) {
      throw new IllegalStateException("it is no release, or cut short", e);
    } catch (IndexOutOfBoundsException | DateTimeException e) {
      throw new IllegalStateException("a line of it is not of the form", e);
    }
  }

  /** Follows the database in a thread of its own: whoever tells us must not wait. */
  void follow() {
    Thread.ofVirtual().name("data-release").start(this::followUntilDone);
  }

  private void followUntilDone() {
    while (!followed()) {
      try {
        Thread.sleep(PATIENCE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** One at a time, so that the last reading stays. */
  private synchronized boolean followed() {
    try {
      Optional<Mark> active = store.active();
      if (!active.equals(used.active())) {
        used = read(store, active);
        used.alarm().ifPresent(LOG::error);
        LOG.info("civic data {} is in use", used.edition().name());
      }
      return true;
    } catch (DataAccessException away) {
      return false;
    }
  }
}
