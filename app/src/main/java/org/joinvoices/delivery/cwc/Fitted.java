package org.joinvoices.delivery.cwc;

import java.util.List;
import org.joinvoices.delivery.Chamber;

/** What a message becomes when it is made to fit a chamber's gateway. */
public sealed interface Fitted {

  /**
   * Valid.
   *
   * @param xml to post; not copied, because it is read only
   * @param repairs what was changed, each once
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes of one message, never compared
  record Ready(byte[] xml, List<Repair> repairs) implements Fitted {

    public Ready {
      repairs = List.copyOf(repairs);
    }

    @Override
    public String toString() {
      return "Ready[hidden, " + repairs + "]";
    }
  }

  /** Nothing to post; a person has to act. */
  record Unfit(Misfit why) implements Fitted {}

  /**
   * Says what is wrong in our words before the schema says it in its own; the schema has the last
   * word.
   *
   * @param composed as typed and composed; whatever is in it, this does not throw
   */
  static Fitted to(Chamber chamber, CwcMessage composed) {
    var fitting = new Fitting(Profile.of(chamber));
    CwcMessage message = fitting.fit(composed);
    var misfit = fitting.misfit(message);
    if (misfit.isPresent()) {
      return new Unfit(misfit.get());
    }
    byte[] xml = CwcXml.of(message, chamber);
    return CwcGrammar.of(chamber).faults(xml).isEmpty()
        ? new Ready(xml, fitting.repairs())
        : new Unfit(Misfit.INVALID_MESSAGE);
  }
}
