package org.joinvoices.action;

/** How far a text has come with its authors; shown to readers. */
public enum TextStatus {
  DRAFT,
  REVIEWED,
  APPROVED_BY_AUTHORS;

  /**
   * As written in a publishing folder: {@code draft}, {@code reviewed}, {@code
   * approved_by_authors}.
   */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
