package org.joinvoices.accountability.web;

import java.util.List;
import org.joinvoices.platform.web.Frame;
import org.joinvoices.platform.web.Words;

/**
 * The page on which signers compare the copy they kept with what was sent.
 *
 * @param token of the receipt
 * @param copy as typed; shown again and kept nowhere
 * @param found one for each message; empty before anything is compared
 * @param nothing whether there was nothing to compare with
 */
public record CompareView(
    Frame frame, Receipt receipt, String token, String copy, List<Found> found, boolean nothing) {

  /**
   * What is found for one message.
   *
   * @param office its holder, or what it is called
   * @param answer in words
   * @param look as of a state on the receipt
   */
  public record Found(String office, String answer, String look) {}

  public CompareView {
    found = List.copyOf(found);
  }

  public Words words() {
    return receipt.words();
  }

  public String receiptPath() {
    return "/r/" + token;
  }

  /** Messages of which a hash is left. */
  public List<ReceiptLine> hashed() {
    return receipt.lines().stream().filter(line -> line.fingerprint().isPresent()).toList();
  }

  @Override
  public String toString() {
    return "CompareView[hidden]";
  }
}
