package org.joinvoices.districts;

import java.time.LocalDate;

/**
 * One person on one seat from-to, as published by unitedstates/congress-legislators.
 *
 * @param to last day, included; may equal the successor's first
 * @param untilElection true for an appointment whose end is only the planned day of a special
 *     election ({@code end-type: special-election})
 */
record Term(
    Seat seat,
    String bioguide,
    String name,
    String lastName,
    Parties parties,
    String phone,
    String website,
    LocalDate from,
    LocalDate to,
    boolean untilElection) {

  Officeholder holder(LocalDate on, boolean provisional) {
    return new Officeholder(
        bioguide, name, lastName, parties.on(on), phone, website, from, provisional);
  }
}
