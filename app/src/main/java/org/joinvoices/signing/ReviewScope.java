package org.joinvoices.signing;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joinvoices.action.ActionId;

/**
 * Which signatures of a letter are meant: those for which all of this holds. What is erased is
 * never meant, because nobody could tell any more whether it should be.
 *
 * @param states in one of which it stands
 * @param flags one of which it carries; empty: whether or not it carries any
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
    Optional<Instant> from,
    Optional<Instant> before,
    Optional<String> mailDomain,
    Optional<String> region,
    Optional<String> zip3,
    Set<UUID> signatures) {

  public ReviewScope {
    if (states.isEmpty()) {
      throw new IllegalArgumentException("no signature stands in no state");
    }
    states = Set.copyOf(states);
    flags = Set.copyOf(flags);
    mailDomain = mailDomain.map(domain -> domain.toLowerCase(Locale.ROOT));
    signatures = Set.copyOf(signatures);
  }

  /** All of an action that stand in a state. */
  public static ReviewScope of(ActionId action, SignatureState state) {
    return new ReviewScope(
        action,
        Set.of(state),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of());
  }

  /** Those of them that carry a flag. */
  public ReviewScope flagged(String flag) {
    return new ReviewScope(
        action, states, Set.of(flag), from, before, mailDomain, region, zip3, signatures);
  }

  /** Those of them that were signed up to a moment, which civic time may not have left yet. */
  ReviewScope upTo(Instant moment) {
    Instant next = moment.plusMillis(1);
    return new ReviewScope(
        action,
        states,
        flags,
        from,
        Optional.of(before.filter(next::isAfter).orElse(next)),
        mailDomain,
        region,
        zip3,
        signatures);
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
    parameters.put("signatures", words(signatures));
    from.ifPresent(at -> parameters.put("from", at.atOffset(ZoneOffset.UTC)));
    before.ifPresent(at -> parameters.put("before", at.atOffset(ZoneOffset.UTC)));
    region.ifPresent(code -> parameters.put("region", code));
    zip3.ifPresent(digits -> parameters.put("zip3", digits));
    return parameters;
  }

  private static String words(Set<UUID> ids) {
    List<String> words = ids.stream().map(UUID::toString).toList();
    return String.join(" ", words);
  }
}
