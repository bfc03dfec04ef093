package org.joinvoices.seize;

/** Where the files of the house lie, below the folder that is seized. */
final class HouseFiles {

  static final String HOME = "home";
  static final String MASTER_KEY = "keys/master.json";
  static final String KEY_STORE = "keys/data";

  /** As an operator keeps them: a folder for each day. */
  static final String BACKUPS = "backups";

  static final String KEY_COPIES = "key-copies";

  static final String TEMPORARY = "tmp";
  static final String CONFIG = "house.conf";
  static final String LOG = "server.log";

  private HouseFiles() {}
}
