package org.joinvoices.accountability.web;

import java.util.Optional;
import org.joinvoices.districts.Finder;
import org.joinvoices.platform.web.Frame;
import org.joinvoices.signing.CallScript;
import org.joinvoices.signing.Kept;
import org.joinvoices.signing.ShareLinks;

/**
 * A page of a receipt.
 *
 * @param token of this receipt, for the addresses its forms post to
 * @param finder of the signer's district; empty where it is known
 * @param call what to say on the telephone
 * @param share how to pass the letter on; empty where there is no more use in it
 */
public record ReceiptView(
    Frame frame,
    Receipt receipt,
    String token,
    Optional<Finder> finder,
    Optional<CallScript> call,
    Optional<ShareLinks> share) {

  /** A page that asks one thing. */
  static ReceiptView asking(Frame frame, Receipt receipt, String token) {
    return new ReceiptView(
        frame, receipt, token, Optional.empty(), Optional.empty(), Optional.empty());
  }

  public String path() {
    return "/r/" + token;
  }

  /** Minutes for which a link to the own data is good. */
  public long linkMinutes() {
    return Kept.DATA_LINK.toMinutes();
  }
}
