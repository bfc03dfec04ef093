package org.joinvoices.signing;

/**
 * How a form came, beside what is in it.
 *
 * @param address of whoever sent it; used here and nowhere kept
 * @param trapped whether a field was filled that people never see
 * @param eventCode of an event where many sign from one place; empty text for none
 */
public record Arrival(String address, boolean trapped, String eventCode) {

  @Override
  public String toString() {
    return "Arrival[hidden]";
  }
}
