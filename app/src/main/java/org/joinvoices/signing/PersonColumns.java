package org.joinvoices.signing;

/**
 * Columns of table {@code signature} that hold something of a person: sealed, hashed, or in clear
 * and more than counts by place are made of.
 */
final class PersonColumns {

  /** Empties all of them, in an {@code UPDATE}; a column that is added must be added here. */
  static final String BLANK =
      """
      sealed_contact = NULL, sealed_own_words = NULL, mailbox_hash = NULL, person_hash = NULL,
          household_hash = NULL, content_hash = NULL, sheet_hash = NULL, zip3 = ''""";

  private PersonColumns() {}
}
