package org.joinvoices.delivery;

import java.util.Locale;

/** Where a packet stands; the words of the database and of JSON. */
public enum PacketState {
  MADE,
  HANDED_OVER,
  VOID;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static PacketState parse(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
