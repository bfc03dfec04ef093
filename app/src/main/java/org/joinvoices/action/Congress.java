package org.joinvoices.action;

import java.util.List;
import java.util.Optional;
import org.joinvoices.districts.Seat;

/**
 * What a letter says of its messages to Congress besides their texts and topics.
 *
 * @param offices contacts by which offices can be reached, at most one per seat
 * @param bills the messages speak of; with any there is a stance
 */
public record Congress(
    ChannelOrder channels, List<OfficeContact> offices, List<Bill> bills, Optional<Stance> stance) {

  /** Of a letter that says nothing of it. */
  public static final Congress STANDARD =
      new Congress(ChannelOrder.STANDARD, List.of(), List.of(), Optional.empty());

  public Congress {
    offices = List.copyOf(offices);
    bills = List.copyOf(bills);
  }

  Optional<OfficeContact> office(Seat seat) {
    return offices.stream().filter(office -> office.seat().equals(seat)).findFirst();
  }
}
