package org.joinvoices.delivery;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A book that was made: what it counts and where it lies.
 *
 * @param frozen whether its content is fixed; else it shows the state as of now
 * @param asOf civic instant up to which confirmations count
 * @param signatures how many it counts
 * @param shown how many of them it lists by name or initials
 * @param countedOnly how many asked to be counted and not shown
 * @param endedSince how many were withdrawn or invalidated after the freeze; counted, not listed
 * @param files PDF, CSV, volumes of a large book, and the manifest
 */
public record PetitionBook(
    BookPart part,
    boolean frozen,
    Instant asOf,
    long signatures,
    long shown,
    long countedOnly,
    long endedSince,
    List<Path> files) {

  public PetitionBook {
    files = List.copyOf(files);
  }
}
