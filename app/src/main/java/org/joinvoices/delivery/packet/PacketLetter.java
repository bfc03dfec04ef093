package org.joinvoices.delivery.packet;

import java.time.LocalDate;
import java.util.List;

/**
 * One constituent's letter as the packet prints it.
 *
 * @param place its number in the packet, from 1
 * @param name with the form of address
 * @param address the lines of the postal address, town and ZIP code last
 * @param town for the count by town
 * @param phone may be empty text
 * @param signed day in Washington
 * @param replyWanted whether the constituent asks for an answer
 * @param subject one line
 * @param statement the text that all who joined agreed to
 * @param ownWords the constituent's own text, or empty text
 */
public record PacketLetter(
    int place,
    String name,
    List<String> address,
    String town,
    String email,
    String phone,
    LocalDate signed,
    boolean replyWanted,
    String subject,
    String statement,
    String ownWords) {

  public PacketLetter {
    address = List.copyOf(address);
  }

  public boolean hasOwnWords() {
    return !ownWords.isEmpty();
  }

  @Override
  public String toString() {
    return "PacketLetter[hidden]";
  }
}
