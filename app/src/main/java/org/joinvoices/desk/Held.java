package org.joinvoices.desk;

import java.util.List;
import java.util.UUID;

/**
 * What is held about one person in one letter, in words.
 *
 * @param letter its title
 * @param signature any one of the person's
 * @param contact as typed; what was not given is left out
 * @param signatures more than one if the person signed again
 */
public record Held(
    String letter,
    UUID action,
    UUID signature,
    String name,
    List<Fact> contact,
    List<Signature> signatures) {

  /** One line. */
  public record Fact(String label, String value) {
    @Override
    public String toString() {
      return "Fact[hidden]";
    }
  }

  /**
   * @param messages one line for each office
   */
  public record Signature(List<Fact> facts, List<String> messages) {
    public Signature {
      facts = List.copyOf(facts);
      messages = List.copyOf(messages);
    }

    @Override
    public String toString() {
      return "Signature[hidden]";
    }
  }

  public Held {
    contact = List.copyOf(contact);
    signatures = List.copyOf(signatures);
  }

  @Override
  public String toString() {
    return "Held[hidden]";
  }
}
