package org.joinvoices.districts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.joinvoices.districts.Match.Reason;
import org.joinvoices.districts.Match.Unmatched;
import org.joinvoices.platform.crypto.Sha256;
import org.locationtech.jts.geom.Geometry;

/**
 * Who speaks for a place on a date, answered from the data release in use. A running house may put
 * another one in use between two questions; whoever asks several about one thing takes a {@link
 * #snapshot}. Safe for threads.
 *
 * <p>Dates are civic dates in Washington ({@code CivicClock.today()}): a Congress and its map begin
 * and end there.
 */
public final class Districts {

  /** Territories have country codes of their own (ISO 3166-1), and people do choose them. */
  private static final Set<String> HOME = Set.of("", "US", "PR", "GU", "AS", "VI", "MP", "UM");

  private final Supplier<Edition> inUse;

  /**
   * @param inUse may give another one any time
   */
  Districts(Supplier<Edition> inUse) {
    this.inUse = inUse;
  }

  Districts(Release release) {
    this(always(new Edition(release)));
  }

  private static Supplier<Edition> always(Edition edition) {
    return () -> edition;
  }

  /** The release that ships with this server; loads in under a second. */
  public static Districts builtIn() {
    return new Districts(ReleaseReader.builtIn());
  }

  /**
   * A release in a file.
   *
   * @throws IOException if there is no such file, or it is not packed as a release is
   * @throws IllegalStateException if it is no release this server can read
   */
  public static Districts read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return new Districts(ReleaseInUse.open(bytes, Sha256.hex(bytes)));
  }

  /** Name of the release that ships with this server, without loading the rest of it. */
  public static String builtInRelease() {
    return ReleaseReader.builtInHeader().name();
  }

  /** Answers from the release now in use, whatever is put in use later. */
  public Districts snapshot() {
    return new Districts(always(inUse.get()));
  }

  Release data() {
    return inUse.get().release();
  }

  /** Name of the release, for example {@code 2026.11-3}, kept with every answer. */
  public String release() {
    return data().header().name();
  }

  /** Whom licences ask to name wherever this data is used, for example GeoNames.org. */
  public List<String> credits() {
    return data().header().credits();
  }

  /** Whether anybody can be matched on a civic date. */
  public boolean covers(LocalDate on) {
    return data().mapOn(on).isPresent();
  }

  /** The first civic date on which anybody can be matched. */
  public LocalDate firstDay() {
    return data().header().from();
  }

  /** The last civic date on which anybody can be matched. */
  public LocalDate lastDay() {
    return data().header().until().minusDays(1);
  }

  /**
   * Every seat in Congress on that date, held or vacant, by state: the districts of the map of that
   * day, delegates' too, and the Senate's. None on a date that is not covered.
   */
  public List<Seat> seats(LocalDate on) {
    Release release = data();
    return release.mapOn(on).stream()
        .flatMap(map -> Stream.concat(map.seats().stream(), release.roster().senateSeats()))
        .sorted()
        .toList();
  }

  /**
   * Matches by ZIP code.
   *
   * @param zip five digits; ZIP+4 is accepted and the rest ignored
   * @param state USPS code as typed, or empty text when unknown; must not contradict the ZIP
   * @param country ISO 3166-1 alpha-2; anything but US (and its territories) is {@code FOREIGN}
   * @param on the civic date in Washington, which chooses map and officeholders
   */
  public Match match(String zip, String state, String country, LocalDate on) {
    String land = code(country);
    if (ZipMatcher.FREELY_ASSOCIATED_STATES.contains(land)) {
      return new Unmatched(Reason.FREELY_ASSOCIATED, release());
    }
    if (!HOME.contains(land)) {
      return new Unmatched(Reason.FOREIGN, release());
    }
    if (zip.isBlank()) {
      return new Unmatched(Reason.NO_ADDRESS, release());
    }
    return Zip.parse(zip)
        .map(parsed -> match(parsed, code(state), on))
        .orElseGet(() -> new Unmatched(Reason.UNKNOWN_ZIP, release()));
  }

  private Match match(Zip zip, String state, LocalDate on) {
    Edition edition = inUse.get();
    return edition
        .zips(on)
        .map(zips -> zips.match(zip, state))
        .orElseGet(() -> new Unmatched(Reason.DATE_OUT_OF_RANGE, edition.name()));
  }

  /**
   * Matches by a point. The first question about a map reads its borders, which takes a moment.
   *
   * @param on the civic date in Washington, which chooses map and officeholders
   */
  public Match match(GeoPoint point, LocalDate on) {
    return match(on, points -> points.match(point));
  }

  private Match match(LocalDate on, Function<PointMatcher, Match> by) {
    Edition edition = inUse.get();
    if (edition.release().mapOn(on).isEmpty()) {
      return new Unmatched(Reason.DATE_OUT_OF_RANGE, edition.name());
    }
    return edition
        .points(on)
        .map(by)
        .orElseGet(() -> new Unmatched(Reason.NO_BORDERS, edition.name()));
  }

  /**
   * The outlines of the districts on that day, in degrees east and north; made anew, which takes
   * seconds. Empty if the release has no borders for the day.
   */
  public Map<Seat, Geometry> outlines(LocalDate on) {
    return Outlines.of(data().mapOn(on).map(DistrictMap::arcs).orElse(List.of()));
  }

  private static String code(String typed) {
    return typed.strip().toUpperCase(Locale.ROOT);
  }

  /**
   * Seats after a person chose a district among the candidates: the House seat and that state's
   * senators. A district that the map of that day no longer has is left out.
   *
   * @throws IllegalArgumentException if given a senator's seat
   */
  public List<Seat> seatsOf(Seat house, LocalDate on) {
    if (house.isSenate()) {
      throw new IllegalArgumentException("not a House seat: " + house);
    }
    Release release = data();
    boolean gone = release.mapOn(on).filter(map -> !map.has(house)).isPresent();
    return gone
        ? release.roster().senateSeats(house.state())
        : release.roster().withSenators(house);
  }

  /** The senators' seats that are certain whichever of these House districts it is. */
  public List<Seat> senatorsOf(List<Seat> houses) {
    return data().roster().senatorsOfAll(houses);
  }

  /**
   * Who holds the seat on that date; empty when it is vacant, which is a normal answer. Known from
   * December 2020 until the terms of the release end; other days are empty as well.
   */
  public Optional<Officeholder> officeholder(Seat seat, LocalDate on) {
    return data().roster().holder(seat, on);
  }

  /**
   * Open Civic Data id; a senator's seat has its state's, for example {@code
   * ocd-division/country:us/state:oh}.
   *
   * @throws IllegalArgumentException if there never was such a seat
   */
  public String ocdId(Seat seat) {
    return data()
        .findOcdId(seat)
        .orElseThrow(() -> new IllegalArgumentException("no such seat: " + seat));
  }

  /** City and state of a ZIP code, as in {@code Cleveland, OH}; empty when unknown. */
  public Optional<String> cityOf(String zip) {
    return Zip.parse(zip)
        .flatMap(data().places()::find)
        .map(place -> place.city() + ", " + place.state());
  }

  /**
   * The first day of the House districts that are in force on a day: what was matched before it was
   * matched on other lines. Empty on a day without any.
   */
  public Optional<LocalDate> linesSince(LocalDate on) {
    return data().mapOn(on).map(DistrictMap::from);
  }

  /**
   * Whether a House district covers the same ground on both days, but for what no point is sure
   * about. False where that is not known.
   */
  public boolean isUnmoved(Seat house, LocalDate one, LocalDate other) {
    return inUse.get().isUnmoved(house, one, other);
  }

  /**
   * Which Congress sits on that day, by whose map one is matched; empty where it is not covered.
   */
  Optional<Integer> congress(LocalDate on) {
    return data().mapOn(on).map(DistrictMap::congress);
  }

  /** Empty if the release has no borders for the day; the first call reads them. */
  Optional<PointMatcher> points(LocalDate on) {
    return inUse.get().points(on);
  }

  /** The town of a ZIP code; empty when unknown. */
  public Optional<ZipTown> townOf(String zip) {
    return inUse.get().atlas().find(zip);
  }

  /**
   * At most five ZIP codes that may have been meant by one there is not, likeliest first: of the
   * town named, as far as its spelling lets know, or with two digits exchanged.
   *
   * @param city as typed, or empty text
   * @param state USPS code, or empty text for any
   */
  public List<ZipTown> similar(String zip, String city, String state) {
    return inUse.get().atlas().similar(zip.strip(), city, code(state));
  }

  /** The House districts of a state on a civic date, with towns to know them by. */
  public List<Match.Candidate> districtsOf(String state, LocalDate on) {
    return inUse.get().districtsOf(code(state), on);
  }

  /**
   * An outline map of House districts; the first question about a map reads its borders, which
   * takes a moment. Empty if there are no borders, or one of the districts is not on the map.
   *
   * @param zip a ZIP code to mark, and of several districts to show the surroundings of; or empty
   *     text
   */
  public Optional<Sketch> sketch(List<Seat> houses, String zip, LocalDate on) {
    return inUse
        .get()
        .atlas()
        .sketches(on)
        .flatMap(sketches -> sketches.of(houses, Zip.parse(zip)));
  }

  /** As above, around a point, which is not kept. */
  public Optional<Sketch> sketch(List<Seat> houses, GeoPoint around, LocalDate on) {
    return inUse.get().atlas().sketches(on).flatMap(sketches -> sketches.around(around, houses));
  }

  /**
   * As {@link #match(GeoPoint, LocalDate)}, for a point that a device found.
   *
   * @param metres how far off it may be; every district within is possible, the nearest first
   */
  public Match match(GeoPoint point, double metres, LocalDate on) {
    return match(on, points -> points.match(point, metres));
  }

  /** Whether there is such a House district on a civic date. */
  public boolean has(Seat house, LocalDate on) {
    return data().mapOn(on).filter(map -> map.has(house)).isPresent();
  }
}
