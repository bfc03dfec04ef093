package org.joinvoices.accountability.web;

import org.joinvoices.action.Action;
import org.joinvoices.platform.web.Frame;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Consent;
import org.joinvoices.signing.ConsentWording;
import org.joinvoices.signing.FormView;

/**
 * The page on which signers put right what they typed.
 *
 * @param token of the link to the own data
 */
public record CorrectView(Frame frame, Receipt receipt, String token, FormView form) {

  public Words words() {
    return receipt.words();
  }

  public String dataPath() {
    return "/data/" + token;
  }

  public String path() {
    return dataPath() + "/correct/save";
  }

  /** The words in which consent is asked, as on the page of the letter. */
  public String consent(Consent kind) {
    Action action = receipt.action();
    return ConsentWording.in(words().language()).shown(kind, action);
  }

  @Override
  public String toString() {
    return "CorrectView[hidden]";
  }
}
