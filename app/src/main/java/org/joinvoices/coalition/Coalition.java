package org.joinvoices.coalition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.database.LastKnown;
import org.joinvoices.signing.Partner;
import org.joinvoices.signing.PartnerId;
import org.joinvoices.signing.Referrals;

/**
 * What public pages know of partners and links, as last known: a page must not fail because nobody
 * can say by whom somebody came.
 */
public final class Coalition implements Referrals, AutoCloseable {

  /** For so long another server may not know of a partner or link that was made or ended. */
  private static final Duration AGE = Duration.ofSeconds(2);

  private static final Duration FLUSH_PAUSE = Duration.ofSeconds(5);

  private record Known(List<Partnership> partnerships, Set<String> sources) {

    static final Known NOTHING = new Known(List.of(), Set.of());
  }

  private final LastKnown<ActionId, Known> known;
  private final SourceCounter counter;

  /**
   * Starts the thread that stores numbers; {@link #close} ends it.
   *
   * @param still whether the database is to be left alone
   */
  public Coalition(
      DataSource dataSource,
      Partners partners,
      SourceLinks links,
      CivicClock clock,
      BooleanSupplier still) {
    this.counter = SourceCounter.start(dataSource, clock, FLUSH_PAUSE);
    this.known =
        new LastKnown<>(
            AGE,
            action ->
                new Known(
                    partners.list(action),
                    links.list(action).stream()
                        .map(link -> link.name().value())
                        .collect(Collectors.toUnmodifiableSet())),
            still);
  }

  private Known known(ActionId action) {
    return known.getOr(action, Known.NOTHING);
  }

  @Override
  public List<Partner> partners(ActionId action) {
    return known(action).partnerships().stream()
        .filter(Partnership::lasts)
        .map(Partnership::partner)
        .toList();
  }

  @Override
  public Optional<String> find(ActionId action, String typed) {
    return typed.isEmpty()
        ? Optional.empty()
        : SourceName.parse(typed)
            .map(SourceName::value)
            .filter(name -> known(action).sources().contains(name));
  }

  @Override
  public Optional<String> nameOf(ActionId action, PartnerId partner) {
    return known(action).partnerships().stream()
        .map(Partnership::partner)
        .filter(one -> one.id().equals(partner))
        .map(Partner::name)
        .findFirst();
  }

  @Override
  public void visited(ActionId action, String source) {
    find(action, source).ifPresent(name -> counter.visited(action, name));
  }

  @Override
  public void joined(ActionId action, String source) {
    find(action, source).ifPresent(name -> counter.joined(action, name));
  }

  /** Makes pages of this server know what was just changed. */
  public void forget() {
    known.forget();
  }

  /** Stores the numbers now, for whoever wants to see them. */
  public void flush() {
    counter.flush();
  }

  @Override
  public void close() {
    counter.close();
  }
}
