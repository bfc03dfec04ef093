package org.joinvoices.districts.geocoder;

import org.joinvoices.districts.Geocoder.Fault;

/** Nothing was learned from a far side; carries no word it said, which could repeat an address. */
final class NoAnswer extends Exception {

  private static final long serialVersionUID = 1;

  private final Fault fault;

  NoAnswer(Fault fault) {
    super(fault.word(), null, false, false);
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
