package org.joinvoices.signing;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many signatures of a letter are under review.
 *
 * @param byFlag those that carry each flag; one signature may carry several
 */
public record ReviewNumbers(long all, Map<String, Long> byFlag) {
  public ReviewNumbers {
    byFlag = Collections.unmodifiableSortedMap(new TreeMap<>(byFlag));
  }
}
