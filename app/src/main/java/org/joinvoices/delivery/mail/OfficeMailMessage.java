package org.joinvoices.delivery.mail;

import java.util.List;
import java.util.UUID;
import org.joinvoices.platform.mail.OutgoingMail;

/**
 * One constituent's message to one office, ready to go.
 *
 * @param code of the delivery: makes the Message-ID, and the return path by which a bounce is known
 * @param said everything in it that is the person's or is said in the person's name, of which a
 *     hash is kept. Not the office's address: one that is mended makes no other message
 */
public record OfficeMailMessage(UUID code, OutgoingMail mail, List<String> said) {

  public OfficeMailMessage {
    said = List.copyOf(said);
  }

  @Override
  public String toString() {
    return "OfficeMailMessage[hidden]";
  }
}
