package org.joinvoices.desk.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.joinvoices.action.ActionId;
import org.joinvoices.delivery.DeliveryState;
import org.joinvoices.delivery.QueueScope;
import org.joinvoices.delivery.Route;
import org.joinvoices.districts.Seat;

/**
 * Which messages an address or a form is about, as it was written. Every field may be empty, and
 * then does not matter.
 */
public record QueueForm(String seat, String lane, String state, String reason, String row) {

  /** Of any word of ours. */
  private static final Pattern WORD = Pattern.compile("[a-z_]{1,40}");

  static QueueForm of(Map<String, String> fields) {
    return new QueueForm(
        fields.getOrDefault("seat", "").strip().toUpperCase(Locale.ROOT),
        fields.getOrDefault("lane", ""),
        fields.getOrDefault("state", ""),
        fields.getOrDefault("reason", ""),
        fields.getOrDefault("row", ""));
  }

  static QueueForm of(Seat seat, Route route, DeliveryState state, Optional<String> reason) {
    return new QueueForm(seat.value(), route.word(), state.word(), reason.orElse(""), "");
  }

  static QueueForm row(Seat seat, UUID id) {
    return new QueueForm(seat.value(), "", "", "", id.toString());
  }

  QueueForm with(Seat only) {
    return new QueueForm(only.value(), lane, state, reason, row);
  }

  public boolean isEmpty() {
    return parameters().isEmpty();
  }

  boolean isSeatWrong() {
    return !seat.isEmpty() && Seat.parse(seat).isEmpty();
  }

  /** Empty where something is written that means nothing: then no message is meant. */
  Optional<QueueScope> scope(ActionId action) {
    var parsedSeat = Seat.parse(seat);
    var parsedLane = find(Route.values(), Route::word, lane);
    var parsedState = find(DeliveryState.values(), DeliveryState::word, state);
    var parsedReason = Optional.of(reason).filter(text -> WORD.matcher(text).matches());
    var parsedRow = id(row);
    boolean means =
        isRead(seat, parsedSeat)
            && isRead(lane, parsedLane)
            && isRead(state, parsedState)
            && isRead(reason, parsedReason)
            && isRead(row, parsedRow);
    return means
        ? Optional.of(
            new QueueScope(action, parsedSeat, parsedLane, parsedState, parsedReason, parsedRow))
        : Optional.empty();
  }

  private static boolean isRead(String text, Optional<?> parsed) {
    return text.isEmpty() || parsed.isPresent();
  }

  private static <T> Optional<T> find(T[] all, Function<T, String> word, String text) {
    return Arrays.stream(all).filter(one -> word.apply(one).equals(text)).findFirst();
  }

  /** An id as we write it; whether there is such a row is not looked up. */
  static Optional<UUID> id(String text) {
    try {
      UUID id = UUID.fromString(text);
      return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** As part of an address; only what was read is in it. */
  String query() {
    return String.join("&", parameters());
  }

  private List<String> parameters() {
    var all = new ArrayList<String>();
    add(all, "seat", seat);
    add(all, "lane", lane);
    add(all, "state", state);
    add(all, "reason", reason);
    add(all, "row", row);
    return all;
  }

  private static void add(List<String> all, String name, String value) {
    if (!value.isEmpty()) {
      all.add(name + "=" + value);
    }
  }
}
