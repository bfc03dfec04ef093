package org.joinvoices.desk.review;

import static java.util.stream.Collectors.joining;
import static org.joinvoices.desk.review.ReviewWords.WORDS;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joinvoices.action.Action;
import org.joinvoices.desk.TypedMoment;
import org.joinvoices.signing.ReviewScope;
import org.joinvoices.signing.SignatureState;
import org.joinvoices.signing.Source;
import org.jspecify.annotations.Nullable;

/**
 * Which signatures an address or a form is about, as it was written. Every field may be empty, and
 * then does not matter; without a state those are meant that are under review. Nothing in it tells
 * of a person: it stands in addresses.
 *
 * @param fields by name, in the order of the form; only those that say something
 * @param faults field to message, in the order of the form; empty where all is well
 */
public record ReviewForm(Map<String, String> fields, Map<String, String> faults) {

  private static final List<String> FIELDS =
      List.of("state", "flag", "source", "from", "before", "region", "zip3");

  /** States in which a decision can find signatures. */
  static final List<SignatureState> STATES =
      List.of(SignatureState.UNDER_REVIEW, SignatureState.CONFIRMED, SignatureState.PENDING);

  static ReviewForm read(Map<String, String> sent, Action action) {
    var fields = new LinkedHashMap<String, String>();
    for (String name : FIELDS) {
      String typed = sent.getOrDefault(name, "").strip();
      if (!typed.isEmpty()) {
        fields.put(name, name.equals("region") ? typed.toUpperCase(Locale.ROOT) : typed);
      }
    }
    return new ReviewForm(fields, faults(fields, zone(action)));
  }

  private static Map<String, String> faults(Map<String, String> fields, ZoneId zone) {
    var faults = new LinkedHashMap<String, String>();
    fields.forEach(
        (name, typed) -> {
          if (!isRead(name, typed, fields, zone)) {
            faults.put(name, WORDS.get("choose." + name + ".fault"));
          }
        });
    return faults;
  }

  private static boolean isRead(
      String name, String typed, Map<String, String> fields, ZoneId zone) {
    return switch (name) {
      case "state" -> state(typed).isPresent();
      case "flag" -> ReviewScope.isFlag(typed);
      case "source" -> Source.find(typed).isPresent();
      case "from" -> TypedMoment.parse(typed, zone).isPresent();
      case "before" -> isAfter(fields.get("from"), typed, zone);
      case "region" -> ReviewScope.isRegion(typed);
      case "zip3" -> ReviewScope.isZip3(typed);
      default -> false;
    };
  }

  private static boolean isAfter(@Nullable String from, String before, ZoneId zone) {
    Optional<Instant> begin = Optional.ofNullable(from).flatMap(at -> TypedMoment.parse(at, zone));
    return TypedMoment.parse(before, zone)
        .filter(end -> begin.filter(at -> !at.isBefore(end)).isEmpty())
        .isPresent();
  }

  private static Optional<SignatureState> state(String word) {
    return STATES.stream().filter(state -> state.word().equals(word)).findFirst();
  }

  /** What was written; empty text for nothing. */
  public String get(String field) {
    return fields.getOrDefault(field, "");
  }

  public Optional<String> fault(String field) {
    return Optional.ofNullable(faults.get(field));
  }

  public boolean isEmpty() {
    return fields.isEmpty();
  }

  /** Whether those are meant that can be counted. */
  boolean isUnderReview() {
    return state() == SignatureState.UNDER_REVIEW;
  }

  private SignatureState state() {
    return typed("state").flatMap(ReviewForm::state).orElse(SignatureState.UNDER_REVIEW);
  }

  /** Empty while something is wrong: then no signature is meant. */
  Optional<ReviewScope> scope(Action action) {
    ZoneId zone = zone(action);
    return faults.isEmpty()
        ? Optional.of(
            new ReviewScope(
                action.id(),
                Set.of(state()),
                set(typed("flag")),
                set(typed("source").flatMap(Source::find)),
                typed("from").flatMap(at -> TypedMoment.parse(at, zone)),
                typed("before").flatMap(at -> TypedMoment.parse(at, zone)),
                Optional.empty(),
                typed("region"),
                typed("zip3"),
                Set.of()))
        : Optional.empty();
  }

  private Optional<String> typed(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  private static <T> Set<T> set(Optional<T> one) {
    return one.map(Set::of).orElse(Set.of());
  }

  /** As the end of an address; empty text for no conditions. What was read needs no escapes. */
  String query() {
    return fields.isEmpty()
        ? ""
        : fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + field.getValue())
            .collect(joining("&", "?", ""));
  }

  private static ZoneId zone(Action action) {
    return action.deadline().getZone();
  }
}
