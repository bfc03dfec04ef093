package org.joinvoices.accountability.web;

import java.util.Optional;
import org.joinvoices.delivery.DeliveryState;
import org.joinvoices.platform.web.Frame;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.OfficeMessage;

/**
 * The page by which signers reach one office themselves. Never holds a name, a street or a ZIP
 * code: who calls says them.
 *
 * @param token of the receipt
 * @param office empty while nobody holds the seat
 */
public record OfficeView(
    Frame frame, Receipt receipt, String token, ReceiptLine line, Optional<Office> office) {

  public Words words() {
    return receipt.words();
  }

  public String receiptPath() {
    return "/r/" + token;
  }

  public String path() {
    return receiptPath() + "/offices/" + line.seat();
  }

  static String title(Words words, ReceiptLine line) {
    return words.get("office.title", line.holder().orElse(line.office()));
  }

  public String title() {
    return title(words(), line);
  }

  /** We failed, or there never was a way of ours. */
  public String lead() {
    return words()
        .get(
            line.state() == DeliveryState.HANDED_OVER
                ? "office.lead.hand_off"
                : "office.lead.failed");
  }

  /** What to paste into a contact form: the own words, then the statement. */
  public String text() {
    OfficeMessage message = line.message();
    return message.ownWords().map(own -> own + "\n\n").orElse("") + message.statement();
  }

  /** In English for every reader, because that is what offices hear. */
  public String script() {
    return Receipts.TEXTS
        .in("en")
        .get("office.script", office.map(Office::called).orElse(""), line.message().subject());
  }

  @Override
  public String toString() {
    return "OfficeView[hidden]";
  }
}
