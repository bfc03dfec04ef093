package org.joinvoices.signing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.ActionId;

/**
 * One import, and what has become of it.
 *
 * @param madeAt civic time
 * @param sheet code printed on the sheets, where it was given
 * @param witness as given; empty text where none was, or nobody can read it any more
 * @param counted rows that count now on the word of the witness
 * @param byMail rows whose signers have confirmed by mail since
 * @param waiting rows whose mail waits for an answer
 * @param undoneAt civic time
 */
public record ImportBatch(
    UUID id,
    ActionId action,
    Instant madeAt,
    Optional<String> sheet,
    String witness,
    long counted,
    long byMail,
    long waiting,
    Optional<Instant> undoneAt) {

  @Override
  public String toString() {
    return "ImportBatch[" + id + "]";
  }
}
