package org.joinvoices.signing.web;

import java.util.Optional;
import org.joinvoices.platform.web.Frame;
import org.joinvoices.platform.web.Words;

/**
 * The page after signing.
 *
 * @param token of this page, for the addresses its forms post to
 * @param until when the waiting ends
 * @param codeFault what is wrong with the code typed
 * @param choiceFault key of what is wrong with the district chosen
 */
public record ThanksView(
    Frame frame,
    Signed signed,
    String token,
    String until,
    Optional<String> codeFault,
    Optional<String> choiceFault) {

  public Words words() {
    return signed.words();
  }

  static String title(Signed signed) {
    return signed
        .words()
        .get(
            switch (signed.view().state()) {
              case PENDING -> "thanks.title";
              case CONFIRMED -> "thanks.confirmed.title";
              case WITHDRAWN, INVALIDATED -> "thanks.ended.title";
            });
  }
}
