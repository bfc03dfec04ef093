package org.joinvoices.seize;

import java.nio.file.Path;
import java.util.Locale;

/** Where something can be found. */
enum Source {
  ROWS("rows of the database"),
  FILES("its files, dead rows and indexes too"),
  WAL("its write-ahead log"),
  BACKUPS("backups"),
  BOOKS("petition books, in backups too"),
  LOGS("logs"),
  TEMPORARY("temporary files"),
  OTHER("settings, keys, all else");

  private final String words;

  Source(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What a file belongs to; nothing is left out.
   *
   * @param file below the folder of all that was seized
   */
  static Source of(Path file) {
    String path = "/" + file.toString().replace('\\', '/');
    if (path.contains("/books/")) {
      return BOOKS;
    }
    if (path.endsWith(".log")) {
      return LOGS;
    }
    if (path.contains("/pg_wal/")) {
      return WAL;
    }
    if (path.startsWith("/home/postgres/")) {
      return FILES;
    }
    if (path.startsWith("/backups/")) {
      return BACKUPS;
    }
    return path.startsWith("/tmp/") ? TEMPORARY : OTHER;
  }
}
