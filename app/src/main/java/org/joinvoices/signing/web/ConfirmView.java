package org.joinvoices.signing.web;

import org.joinvoices.platform.web.Frame;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Constituent;
import org.joinvoices.signing.Stages;

/** What will be sent, before it is. */
public record ConfirmView(Frame frame, Signed signed, String token, Constituent person) {

  public Words words() {
    return signed.words();
  }

  /** What goes with each message. */
  public GoesAlong along() {
    return new GoesAlong(words(), person, signed.view().replyWanted());
  }

  public Stages stages() {
    return Stages.unconfirmed(words().language(), signed.view().act());
  }

  /** Whether there are words that the book may print. */
  public boolean isOwnWordsPublic() {
    return signed.view().ownWordsPublic() && !person.ownWords().isEmpty();
  }

  @Override
  public String toString() {
    return "ConfirmView[hidden]";
  }
}
