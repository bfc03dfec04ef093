package org.joinvoices.signing;

import java.time.Instant;
import java.util.List;

/**
 * What a scope means right now.
 *
 * @param count how many signatures
 * @param sample the latest of them
 */
public record ReviewPreview(long count, List<Line> sample) {

  /** How many a sample has at most. */
  public static final int SAMPLE = 20;

  /**
   * One signature, without its person.
   *
   * @param region USPS code, or empty text
   * @param flags words for what was unusual
   */
  public record Line(
      SignatureKey key, SignatureState state, Instant signedAt, String region, List<String> flags) {
    public Line {
      flags = List.copyOf(flags);
    }
  }

  public ReviewPreview {
    sample = List.copyOf(sample);
  }
}
