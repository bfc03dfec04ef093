package org.joinvoices.accountability.web;

import java.util.List;
import org.joinvoices.platform.web.Frame;

/**
 * All that is held about a signer, for reading.
 *
 * @param token of the link to the own data
 * @param sheets one for each signature of the person
 */
public record SeenView(
    Frame frame, Receipt receipt, String token, List<List<OwnDataSheet.Fact>> sheets) {

  public SeenView {
    sheets = List.copyOf(sheets);
  }

  public String dataPath() {
    return "/data/" + token;
  }

  @Override
  public String toString() {
    return "SeenView[hidden]";
  }
}
