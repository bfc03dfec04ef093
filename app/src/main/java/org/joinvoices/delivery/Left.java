package org.joinvoices.delivery;

/** What of a signature has left this house, and so cannot be put right any more. */
public enum Left {
  NOTHING,
  /** A message was posted or printed, or may have been. */
  MESSAGE,
  /** It stands in a petition book that is made, or is counted there. */
  BOOK
}
