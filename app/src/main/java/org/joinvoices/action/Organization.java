package org.joinvoices.action;

import java.util.List;

/**
 * Who publishes the action and answers for it; in mail footers and in CWC's {@code Delivery} part.
 *
 * @param name 6 to 500 characters, because CWC (House profile, element Organization) asks for six
 * @param postalAddress lines, at least two
 * @param email where supporters and offices write to
 * @param phone {@code NNN-NNN-NNNN}, CWC's form
 * @param about one sentence
 * @param contactName the person or role an office asks for
 * @param website absolute URL, may be empty text
 */
public record Organization(
    String name,
    List<String> postalAddress,
    String email,
    String phone,
    String about,
    String contactName,
    String website) {

  public Organization {
    postalAddress = List.copyOf(postalAddress);
  }
}
