package org.joinvoices.action;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joinvoices.districts.Seat;

/**
 * By which channels messages of a letter go to an office; the first that can be used is taken.
 *
 * @param byTarget what the letter says of {@code senate}, {@code house} or a seat of its own, such
 *     as {@code OH-11}; whatever is missing has the standard order
 */
public record ChannelOrder(Map<String, List<Channel>> byTarget) {

  /** Where a letter says nothing: the gateway, else e-mail, else paper. */
  public static final List<Channel> USUAL = List.of(Channel.CWC, Channel.MAIL, Channel.PACKET);

  /** {@link #USUAL} everywhere. */
  public static final ChannelOrder STANDARD = new ChannelOrder(Map.of());

  public ChannelOrder {
    byTarget =
        Collections.unmodifiableMap(
            byTarget.entrySet().stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> List.copyOf(entry.getValue()),
                        (one, _) -> one,
                        TreeMap::new)));
  }

  /** Never empty; the seat's own order goes before its chamber's. */
  public List<Channel> of(Seat seat) {
    return find(seat.value()).or(() -> find(seat.chamber())).orElse(USUAL);
  }

  private Optional<List<Channel>> find(String target) {
    return Optional.ofNullable(byTarget.get(target));
  }
}
