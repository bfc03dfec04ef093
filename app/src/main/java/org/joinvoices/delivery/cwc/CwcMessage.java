package org.joinvoices.delivery.cwc;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One constituent's message to one office, as the parts of a CWC 2.0 message in their order. Empty
 * text means: leave the element out.
 */
public record CwcMessage(
    Delivery delivery, Recipient recipient, Constituent constituent, Message message) {

  /**
   * @param id DeliveryId, 32 letters or digits, fixed before the first try
   * @param date in Washington
   * @param campaignId one per action and stance: offices group and weed out doubles by it
   */
  public record Delivery(
      String id, LocalDate date, Agent agent, Organization organization, String campaignId) {}

  /** Who delivers, exactly as registered with the gateway. */
  public record Agent(
      String name, String ackEmail, String contactName, String contactEmail, String contactPhone) {}

  /** Whose campaign it is. */
  public record Organization(
      String name, String contactName, String contactEmail, String contactPhone, String about) {}

  public record Recipient(OfficeCode office, boolean responseRequested) {}

  /** The same to an office as its gateway spells it. */
  public CwcMessage to(OfficeCode office) {
    return new CwcMessage(
        delivery, new Recipient(office, recipient.responseRequested()), constituent, message);
  }

  /**
   * In whose name. Prints as hidden.
   *
   * @param firstName may be empty text for people of a single name
   * @param addressVerified whether a geocoder of streets found the address, and so the district
   */
  public record Constituent(
      String prefix,
      String firstName,
      String lastName,
      String address1,
      String address2,
      String city,
      String state,
      String zip,
      String phone,
      String email,
      boolean addressVerified) {

    @Override
    public String toString() {
      return "Constituent[hidden]";
    }
  }

  /**
   * A measure the message is about.
   *
   * @param congress such as 119
   */
  public record Bill(int congress, BillType type, int number) {}

  /** What is asked for where there is a bill. */
  public enum Stance {
    PRO("Pro"),
    CON("Con");

    private final String word;

    Stance(String word) {
      this.word = word;
    }

    /** The content of the element ProOrCon. */
    public String word() {
      return word;
    }
  }

  /**
   * @param topics Library of Congress policy areas, at least one
   * @param stance empty where the letter takes none, as where it is about no bill
   * @param statement the organization's text
   * @param ownWords the constituent's text, or empty
   */
  public record Message(
      String subject,
      List<String> topics,
      List<Bill> bills,
      Optional<Stance> stance,
      String statement,
      String ownWords) {

    public Message {
      topics = List.copyOf(topics);
      bills = List.copyOf(bills);
    }

    @Override
    public String toString() {
      return "Message[hidden]";
    }
  }
}
