package org.joinvoices.action;

import java.util.List;
import java.util.Optional;
import org.joinvoices.districts.Seat;

/**
 * How people reach the office of one seat, as the publisher of a letter knows it; at least one of
 * them is there.
 *
 * @param email where the office takes messages of constituents
 * @param phone {@code NNN-NNN-NNNN}
 * @param contactPage of the public, absolute, with {@code https://}
 * @param postalAddress lines, possibly none
 */
public record OfficeContact(
    Seat seat,
    Optional<String> email,
    Optional<String> phone,
    Optional<String> contactPage,
    List<String> postalAddress) {

  public OfficeContact {
    postalAddress = List.copyOf(postalAddress);
  }
}
