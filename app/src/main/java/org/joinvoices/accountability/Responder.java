package org.joinvoices.accountability;

import org.joinvoices.districts.Seat;

/** Whose office responded. */
public sealed interface Responder {

  /**
   * An official whom the letter names.
   *
   * @param id of the addressee in {@code action.yaml}
   */
  record Named(String id) implements Responder {}

  /** A seat in Congress; who holds it on the day of the response is for the house to know. */
  record Member(Seat seat) implements Responder {}
}
