package org.joinvoices.delivery;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.joinvoices.delivery.cwc.GatewayWindows;
import org.joinvoices.platform.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * How fast, and when, a house may send: what its operator set.
 *
 * @param lanes those that are switched on
 * @param perOfficePerMinute most messages a minute to one office
 * @param hours empty: at any hour
 * @param gap around the beginning of a Congress
 */
record SendingLimits(
    Map<Route, Gate> lanes, int perOfficePerMinute, Optional<OfficeHours> hours, QuietGap gap) {

  /**
   * One lane.
   *
   * @param address of its gateway, which decides whether maintenance windows are kept; empty where
   *     there is none
   */
  record Gate(Optional<URI> address, int perSecond) {}

  /** Every house can send mail. */
  private static final Gate MAIL = new Gate(Optional.empty(), MailLane.PER_SECOND);

  SendingLimits {
    lanes = Map.copyOf(lanes);
  }

  /**
   * As long as an operator sets nothing else: a demo's, and that of a house whose settings nobody
   * named.
   */
  static SendingLimits usual() {
    Map<Route, Gate> lanes = new EnumMap<>(Route.class);
    lanes.put(Route.HOUSE, new Gate(Optional.empty(), 10));
    lanes.put(Route.SENATE, new Gate(Optional.empty(), 10));
    lanes.put(Route.OFFICE_MAIL, MAIL);
    return new SendingLimits(
        lanes, 60, Optional.empty(), new QuietGap(Duration.ofDays(1), Duration.ofDays(4)));
  }

  /**
   * @param find a key of the operator's, as in the file
   */
  static SendingLimits of(Function<String, Optional<String>> find) {
    Map<Route, Gate> lanes = new EnumMap<>(Map.of(Route.OFFICE_MAIL, MAIL));
    for (Chamber chamber : Chamber.values()) {
      String lane = chamber.word();
      if (find.apply(lane + ".key").isPresent()) {
        lanes.put(
            Route.of(chamber),
            new Gate(
                find.apply(lane + ".url").map(URI::create), number(find, lane + ".per-second")));
      }
    }
    return new SendingLimits(
        lanes,
        number(find, "delivery.per-office-per-minute"),
        find.apply("delivery.hours")
            .map(hours -> OfficeHours.parse(hours, seed(find.apply("base-url").orElse("")))),
        new QuietGap(
            Duration.ofDays(number(find, "new-congress.quiet-before")),
            Duration.ofDays(number(find, "new-congress.quiet-after"))));
  }

  static SendingLimits of(Settings settings, DeliverySettings delivery) {
    Map<Route, Gate> lanes = new EnumMap<>(Map.of(Route.OFFICE_MAIL, MAIL));
    gate(settings.house()).ifPresent(gate -> lanes.put(Route.HOUSE, gate));
    gate(settings.senate()).ifPresent(gate -> lanes.put(Route.SENATE, gate));
    int seed = seed(settings.baseUrl().toString());
    return new SendingLimits(
        lanes,
        delivery.perOfficePerMinute(),
        Optional.ofNullable(delivery.hours()).map(hours -> OfficeHours.parse(hours, seed)),
        new QuietGap(settings.newCongress().quietBefore(), settings.newCongress().quietAfter()));
  }

  /** Spring leaves null what is not set; a lane without a key is off. */
  private static Optional<Gate> gate(Settings.@Nullable Gateway set) {
    return Optional.ofNullable(set)
        .filter(gateway -> gateway.key() != null && !gateway.key().isBlank())
        .map(gateway -> new Gate(Optional.of(gateway.url()), gateway.perSecond()));
  }

  private static int number(Function<String, Optional<String>> find, String key) {
    return find.apply(key).map(Integer::parseInt).orElseThrow();
  }

  /** Each house begins its hours at other moments. */
  static int seed(String baseUrl) {
    return baseUrl.hashCode();
  }

  /**
   * Whether anything leaves by the lane, but for pauses and stops.
   *
   * @param machine machine time
   * @param civic the same moment in civic time
   * @param pressing so near a deadline that hours do not count
   */
  boolean isOpen(Route lane, Instant machine, Instant civic, boolean pressing) {
    return (pressing || areHours(machine))
        && gap.end(civic).isEmpty()
        && !isMaintained(lane, machine);
  }

  /**
   * Whether these are hours at which the operator lets messages leave.
   *
   * @param machine machine time
   */
  boolean areHours(Instant machine) {
    return hours.map(some -> some.areOpen(machine)).orElse(true);
  }

  private boolean isMaintained(Route lane, Instant machine) {
    Optional<URI> address = Optional.ofNullable(lanes.get(lane)).flatMap(Gate::address);
    return switch (lane) {
      case HOUSE ->
          address.filter(at -> GatewayWindows.isClosed(Chamber.HOUSE, at, machine)).isPresent();
      case SENATE ->
          address.filter(at -> GatewayWindows.isClosed(Chamber.SENATE, at, machine)).isPresent();
      case OFFICE_MAIL, PACKET, HAND_OFF -> false;
    };
  }
}
