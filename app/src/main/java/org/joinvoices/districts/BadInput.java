package org.joinvoices.districts;

/** One row or record that cannot be used, said so that whoever keeps the file can mend it. */
final class BadInput extends Exception {

  private static final long serialVersionUID = 1L;

  private final String fault;

  BadInput(String fault) {
    super(fault);
    this.fault = fault;
  }

  String fault() {
    return fault;
  }
}
