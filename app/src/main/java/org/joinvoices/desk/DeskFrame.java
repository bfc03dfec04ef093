package org.joinvoices.desk;

import java.util.Optional;
import org.joinvoices.platform.principal.SignedIn;
import org.joinvoices.platform.web.Frame;
import org.joinvoices.platform.web.Words;

/**
 * What stands around every page of the desk.
 *
 * @param who empty before one is signed in
 * @param formToken what each form of this page sends along
 * @param here path of the page's entry in the navigation; empty text if it has none
 */
public record DeskFrame(
    Frame frame, Words words, Optional<SignedIn> who, String formToken, String here) {

  @Override
  public String toString() {
    return "DeskFrame[" + here + ", token hidden]";
  }
}
