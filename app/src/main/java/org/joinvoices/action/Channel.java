package org.joinvoices.action;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A kind of way by which messages reach an office. */
public enum Channel {
  /** The gateway of a chamber, Communicating with Congress. */
  CWC,
  /** An e-mail from our own domain with the signer as Reply-To. */
  MAIL,
  /** On paper, in a packet that an organizer prints and hands over. */
  PACKET,
  /** The supporter calls or writes; we hand over text, number and address, and send nothing. */
  HAND_OFF;

  /** The word of the database, of {@code action.yaml} and of JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Channel> parse(String word) {
    return Arrays.stream(values()).filter(channel -> channel.word().equals(word)).findFirst();
  }
}
