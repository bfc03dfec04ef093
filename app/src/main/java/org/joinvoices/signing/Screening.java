package org.joinvoices.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.util.Bytes;
import io.micrometer.core.instrument.Metrics;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.settings.Settings;

/**
 * Looks at each form for what is unusual about how it came. Nobody is refused for it but a flood: a
 * form with flags is stored like any other, and an organizer looks at it once it is confirmed.
 *
 * <p>What is counted here is counted for each process by itself, in memory, under hashes whose key
 * is made at its start and lies nowhere else.
 */
public final class Screening {

  /** What becomes of a form. */
  public sealed interface Verdict {

    /** It is stored, with these flags. */
    record Take(Set<Flag> flags) implements Verdict {
      public Take {
        flags = Set.copyOf(flags);
      }
    }

    /** Far too many come from there; the same form may come again after {@code pause}. */
    record Later(Duration pause) implements Verdict {}
  }

  private static final int KEY_BYTES = 32;

  private final MailboxRules mailboxes;
  private final ThrowawayDomains throwaway;
  private final EventCodes events;
  private final Limit networks;
  private final Limit domains;
  private final Limit previews;
  private final Mac mac = keyed();

  /**
   * @param steady a clock that goes evenly
   */
  public Screening(
      MailboxRules mailboxes,
      ThrowawayDomains throwaway,
      EventCodes events,
      Settings.Limits limits,
      InstantSource steady) {
    this.mailboxes = mailboxes;
    this.throwaway = throwaway;
    this.events = events;
    this.networks = new Limit(limits.perNetworkPerHour(), Duration.ofHours(1), steady);
    this.previews = new Limit(limits.perNetworkPerHour(), Duration.ofHours(1), steady);
    this.domains = new Limit(limits.perDomainPerMinute(), Duration.ofMinutes(1), steady);
  }

  /** Counts the form where it is counted, and says what becomes of it. */
  public Verdict screen(SignRequest request, Arrival arrival) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    if (arrival.trapped()) {
      flags.add(Flag.HONEYPOT);
    }
    String domain = request.email().domain();
    if (throwaway.cover(domain)) {
      flags.add(Flag.THROWAWAY_DOMAIN);
    }
    return byNetwork(request.action(), arrival, flags)
        .or(() -> byDomain(request.action(), domain, flags))
        .orElseGet(() -> taken(flags));
  }

  /**
   * How long to wait with a form that is only to be shown to whoever sent it: in a measure of its
   * own, so that to read first makes nobody look unusual. Empty where there is no need to wait.
   */
  public Optional<Duration> screenPreview(Arrival arrival) {
    return ClientNetwork.of(arrival.address())
        .map(network -> previews.take(hash(network)))
        .flatMap(
            standing ->
                standing instanceof Limit.Standing.Flood(var pause)
                    ? Optional.of(pause)
                    : Optional.empty());
  }

  private static Verdict taken(Set<Flag> flags) {
    flags.forEach(
        flag -> Metrics.counter("joinvoices.signatures.flagged", "flag", flag.word()).increment());
    return new Verdict.Take(flags);
  }

  /** A place at an event stands for a place in the network's measure. */
  private Optional<Verdict> byNetwork(ActionId action, Arrival arrival, Set<Flag> flags) {
    return events.take(action, arrival.eventCode())
        ? Optional.empty()
        : ClientNetwork.of(arrival.address())
            .flatMap(network -> settle(networks.take(hash(network)), Flag.BUSY_NETWORK, flags));
  }

  /** Half of all people share the large providers, which keep out floods themselves. */
  private Optional<Verdict> byDomain(ActionId action, String domain, Set<Flag> flags) {
    return mailboxes.knows(domain)
        ? Optional.empty()
        : settle(
            domains.take(hash((action + " " + domain).getBytes(UTF_8))), Flag.BUSY_DOMAIN, flags);
  }

  private static Optional<Verdict> settle(Limit.Standing standing, Flag flag, Set<Flag> flags) {
    return switch (standing) {
      case Limit.Standing.Usual() -> Optional.empty();
      case Limit.Standing.Busy() -> {
        flags.add(flag);
        yield Optional.empty();
      }
      case Limit.Standing.Flood(var pause) -> Optional.of(new Verdict.Later(pause));
    };
  }

  /** One for all forms: to find and key another takes longer than the hash that it is for. */
  private Bytes hash(byte[] sender) {
    synchronized (mac) {
      return Bytes.copyFrom(mac.doFinal(sender));
    }
  }

  private static Mac keyed() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
