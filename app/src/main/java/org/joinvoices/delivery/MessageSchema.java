package org.joinvoices.delivery;

import java.util.List;
import org.joinvoices.delivery.cwc.CwcGrammar;

/** The form a chamber's gateway demands of a message. */
public final class MessageSchema {

  private final CwcGrammar grammar;

  private MessageSchema(CwcGrammar grammar) {
    this.grammar = grammar;
  }

  public static MessageSchema of(Chamber chamber) {
    return new MessageSchema(CwcGrammar.of(chamber));
  }

  /**
   * What is wrong with a message; empty when it is valid. The texts can echo its content: never log
   * or store them.
   */
  public List<String> faults(byte[] xml) {
    return grammar.faults(xml);
  }
}
