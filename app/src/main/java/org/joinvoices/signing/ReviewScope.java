package org.joinvoices.signing;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonSetter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.joinvoices.action.ActionId;

/**
 * Which signatures of a letter are meant: those for which all of this holds. What is erased is
 * never meant, because nobody could tell any more whether it should be.
 *
 * @param states in one of which it stands
 * @param flags one of which it carries; empty: whether or not it carries any
 * @param sources in one of which ways it came; empty: any. Batches of earlier releases say nothing
 *     of it
 * @param from when it was signed, inclusive
 * @param before when it was signed, exclusive
 * @param mailDomain behind the at sign, in lower case; only found out by unsealing
 * @param region USPS code
 * @param zip3 first three digits of the ZIP code
 * @param signatures that are meant one by one; empty: any
 */
public record ReviewScope(
    ActionId action,
    Set<SignatureState> states,
    Set<String> flags,
    @JsonSetter(nulls = AS_EMPTY) Set<Source> sources,
    Optional<Instant> from,
    Optional<Instant> before,
    Optional<String> mailDomain,
    Optional<String> region,
    Optional<String> zip3,
    Set<UUID> signatures) {

  private static final Pattern FLAG = Pattern.compile("[a-z][a-z_]{0,39}");
  private static final Pattern REGION = Pattern.compile("[A-Z]{2}");
  private static final Pattern ZIP3 = Pattern.compile("[0-9]{3}");

  public ReviewScope {
    if (states.isEmpty()) {
      throw new IllegalArgumentException("no signature stands in no state");
    }
    states = Set.copyOf(states);
    flags = Set.copyOf(flags);
    sources = Set.copyOf(sources);
    mailDomain = mailDomain.map(domain -> domain.toLowerCase(Locale.ROOT));
    signatures = Set.copyOf(signatures);
  }

  /** All of an action that stand in a state. */
  public static ReviewScope of(ActionId action, SignatureState state) {
    return new ReviewScope(
        action,
        Set.of(state),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of());
  }

  /** Those of them that were signed up to a moment, which civic time may not have left yet. */
  ReviewScope upTo(Instant moment) {
    Instant next = moment.plusMillis(1);
    return new ReviewScope(
        action,
        states,
        flags,
        sources,
        from,
        Optional.of(before.filter(next::isAfter).orElse(next)),
        mailDomain,
        region,
        zip3,
        signatures);
  }

  /** Whether it can be the word of a flag, of an earlier release perhaps. */
  public static boolean isFlag(String text) {
    return FLAG.matcher(text).matches();
  }

  /** Whether it can be a USPS code. */
  public static boolean isRegion(String text) {
    return REGION.matcher(text).matches();
  }

  /** Whether it can be the first three digits of a ZIP code. */
  public static boolean isZip3(String text) {
    return ZIP3.matcher(text).matches();
  }

  /** Whether an address is of the domain that is meant. */
  boolean covers(EmailAddress email) {
    return mailDomain.isEmpty() || email.domain().equals(mailDomain.get());
  }

  /** What can be told without unsealing, as a condition on {@code signature s}. */
  String condition() {
    var all = new ArrayList<String>();
    all.add("s.action_id = :action AND s.erased_at IS NULL");
    // named one by one, so that an index for one state can be used
    all.add(
        states.stream()
            .sorted()
            .map(state -> "s.state = '" + state.word() + "'")
            .collect(joining(" OR ", "(", ")")));
    if (!flags.isEmpty()) {
      all.add("s.flags && string_to_array(:flags, ' ')");
    }
    if (!sources.isEmpty()) {
      all.add("s.source = ANY (string_to_array(:sources, ' '))");
    }
    from.ifPresent(_ -> all.add("s.signed_at >= :from"));
    before.ifPresent(_ -> all.add("s.signed_at < :before"));
    region.ifPresent(_ -> all.add("s.region = :region"));
    zip3.ifPresent(_ -> all.add("s.zip3 = :zip3"));
    if (!signatures.isEmpty()) {
      all.add("s.id = ANY (string_to_array(:signatures, ' ')::uuid[])");
    }
    return String.join(" AND ", all);
  }

  Map<String, Object> parameters() {
    var parameters = new HashMap<String, Object>();
    parameters.put("action", action.value());
    parameters.put("flags", String.join(" ", flags));
    parameters.put("sources", words(sources, Source::word));
    parameters.put("signatures", words(signatures, UUID::toString));
    from.ifPresent(at -> parameters.put("from", at.atOffset(ZoneOffset.UTC)));
    before.ifPresent(at -> parameters.put("before", at.atOffset(ZoneOffset.UTC)));
    region.ifPresent(code -> parameters.put("region", code));
    zip3.ifPresent(digits -> parameters.put("zip3", digits));
    return parameters;
  }

  private static <T> String words(Set<T> all, Function<T, String> word) {
    return all.stream().map(word).collect(joining(" "));
  }
}
