package org.joinvoices.delivery.cwc;

import java.time.LocalDate;
import java.util.List;

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

  /** In whose name. Prints as hidden. */
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
      String email) {

    @Override
    public String toString() {
      return "Constituent[hidden]";
    }
  }

  /**
   * @param topics Library of Congress policy areas, at least one
   * @param statement the organization's text
   * @param ownWords the constituent's text, or empty
   */
  public record Message(String subject, List<String> topics, String statement, String ownWords) {

    public Message {
      topics = List.copyOf(topics);
    }

    @Override
    public String toString() {
      return "Message[hidden]";
    }
  }
}
