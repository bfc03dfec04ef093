package org.joinvoices.seize;

/**
 * What a seizure may show, as docs/privacy.md tells people: whatever is found beyond it fails the
 * drill, and the build. A test compares both.
 */
final class Baseline {

  private Baseline() {}

  /** The most that may be found of anybody of a group at a place. */
  static Level allowed(Phase phase, Source source, Group group) {
    return switch (source) {
      case ROWS -> inRows(phase, group);
      case FILES, WAL -> inFiles(phase, group);
      case BACKUPS -> inBackups(phase, group);
      case BOOKS -> group == Group.NAMED ? Level.NAME : Level.NOTHING;
      case LOGS, TEMPORARY, OTHER -> Level.NOTHING;
    };
  }

  private static Level inRows(Phase phase, Group group) {
    return switch (group) {
      case SIGNERS, NAMED -> phase == Phase.LETTER_KEY ? Level.CONTACT : Level.NOTHING;
      case REFUSED -> Level.TOLD; // so that they are never mailed again
      case LATELY_FORGOTTEN, FORGOTTEN, STRANGERS -> Level.NOTHING;
    };
  }

  /** PostgreSQL overwrites what was deleted when it needs the room: until then it is there. */
  private static Level inFiles(Phase phase, Group group) {
    return switch (group) {
      case SIGNERS, NAMED, LATELY_FORGOTTEN, FORGOTTEN ->
          phase == Phase.NO_KEY ? Level.NOTHING : Level.CONTACT;
      case REFUSED -> phase == Phase.NO_KEY ? Level.TOLD : Level.CONTACT;
      case STRANGERS -> Level.NOTHING;
    };
  }

  private static Level inBackups(Phase phase, Group group) {
    return switch (group) {
      case SIGNERS, NAMED, LATELY_FORGOTTEN ->
          phase == Phase.NO_KEY ? Level.NOTHING : Level.CONTACT;
      case REFUSED -> Level.TOLD;
      case FORGOTTEN, STRANGERS -> Level.NOTHING;
    };
  }
}
