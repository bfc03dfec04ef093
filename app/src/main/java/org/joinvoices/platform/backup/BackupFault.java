package org.joinvoices.platform.backup;

/** A backup that cannot be made or used; one sentence for the operator, without personal data. */
public final class BackupFault extends RuntimeException {

  private static final long serialVersionUID = 1;

  BackupFault(String sentence) {
    super(sentence);
  }

  BackupFault(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
