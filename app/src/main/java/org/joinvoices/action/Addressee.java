package org.joinvoices.action;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An official the letter names and is handed to, valid from-to: before noon on 20 January 2021 a
 * transition office, after it the office itself.
 *
 * @param id short and stable within the action, for example {@code president}
 * @param name as addressed, for example {@code President-elect Joe Biden}
 * @param office where it is handed in
 * @param postalAddress lines of the postal address, possibly none
 * @param email where the office takes mail, if it does
 * @param validFrom first instant at which this is the right addressee; empty means always was
 * @param validTo first instant at which it no longer is; empty means no end known
 */
public record Addressee(
    String id,
    String name,
    String office,
    List<String> postalAddress,
    Optional<String> email,
    Optional<Instant> validFrom,
    Optional<Instant> validTo) {

  public Addressee {
    postalAddress = List.copyOf(postalAddress);
  }

  public boolean validAt(Instant instant) {
    return validFrom.map(from -> !instant.isBefore(from)).orElse(true)
        && validTo.map(instant::isBefore).orElse(true);
  }
}
