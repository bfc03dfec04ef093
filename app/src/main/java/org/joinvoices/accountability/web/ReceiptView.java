package org.joinvoices.accountability.web;

import java.util.Optional;
import org.joinvoices.platform.web.Frame;
import org.joinvoices.signing.Kept;

/**
 * A page of a receipt.
 *
 * @param token of this receipt, for the addresses its forms post to
 * @param choiceFault key of what is wrong with the district chosen
 */
public record ReceiptView(
    Frame frame, Receipt receipt, String token, Optional<String> choiceFault) {

  public String path() {
    return "/r/" + token;
  }

  /** Minutes for which a link to the own data is good. */
  public long linkMinutes() {
    return Kept.DATA_LINK.toMinutes();
  }
}
