package org.joinvoices.accountability;

import com.google.crypto.tink.util.Bytes;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joinvoices.action.ActionId;

/**
 * A response as somebody tells it.
 *
 * @param stances by number of the demand, or {@link Response#WHOLE} alone
 * @param saidOn civic day, in the zone of the letter's deadline
 * @param words a short quotation or summary in the words of the office
 * @param language of these words, two letters of ISO 639-1
 * @param link where it can be read, with {@code https://}; empty text if nowhere
 * @param file that shows it; no bytes if there is none
 */
public record ResponseDraft(
    ActionId action,
    Responder from,
    SortedMap<Integer, ResponseStance> stances,
    LocalDate saidOn,
    String words,
    String language,
    String link,
    Bytes file) {

  public ResponseDraft {
    stances = Collections.unmodifiableSortedMap(new TreeMap<>(stances));
  }
}
