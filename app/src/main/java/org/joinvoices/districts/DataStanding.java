package org.joinvoices.districts;

import static java.util.Comparator.naturalOrder;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joinvoices.districts.ReleaseInUse.Used;

/**
 * How the civic data of a house stands on a day; names are those of {@code data status --json}.
 *
 * @param release the one that answers
 * @param builtIn whether it is the one that ships with the server
 * @param alarm why the active one does not answer
 * @param builtInRelease name of the one that ships with the server
 * @param builtInIsNewer whether it knows a later term, or a later map, than the one in use
 * @param termsAsOf first day of the newest term it knows
 * @param places ZIP codes with their towns
 * @param nextMapNeeded first day that no map covers
 * @param provisional seats whose holder is past the planned end of an appointment
 * @param vacant seats
 * @param advice what to do, in words for people; empty where all is well
 * @param sources of what it was made
 * @param stored all imported releases, the newest first
 */
public record DataStanding(
    String release,
    boolean builtIn,
    Optional<String> alarm,
    String builtInRelease,
    boolean builtInIsNewer,
    LocalDate day,
    LocalDate termsAsOf,
    long termsAgeDays,
    int terms,
    List<MapLine> maps,
    int places,
    LocalDate nextMapNeeded,
    List<String> provisional,
    List<String> vacant,
    List<String> advice,
    List<SourceLine> sources,
    List<StoredRelease> stored) {

  /** Members change about once a month. */
  private static final int OLD_DAYS = 45;

  private static final int MAP_WARNING_DAYS = 60;

  /**
   * @param zipCodes in its table; none: a ZIP code gets all districts of its state
   */
  public record MapLine(
      int congress, LocalDate from, LocalDate until, int districts, int zipCodes) {}

  public record SourceLine(String file, String sha256, String origin) {}

  /** Whether a map covers the day, so that people are matched. */
  public boolean covered() {
    return maps.stream().anyMatch(map -> !day.isBefore(map.from()) && day.isBefore(map.until()));
  }

  static DataStanding of(Used used, List<StoredRelease> stored, LocalDate today) {
    Release release = used.edition().release();
    Districts districts = new Districts(release);
    List<Seat> seats = districts.seats(today);
    LocalDate asOf = asOf(release);
    Release builtIn = used.active().isEmpty() ? release : ReleaseReader.builtIn();
    boolean newer =
        asOf(builtIn).isAfter(asOf) || builtIn.header().until().isAfter(release.header().until());
    List<String> provisional =
        seats.stream()
            .flatMap(
                seat ->
                    districts.officeholder(seat, today).stream()
                        .filter(Officeholder::provisional)
                        .map(holder -> seat + " " + holder.name()))
            .toList();
    LocalDate until = release.header().until();
    return new DataStanding(
        release.header().name(),
        used.active().isEmpty() || used.alarm().isPresent(),
        used.alarm(),
        builtIn.header().name(),
        newer,
        today,
        asOf,
        Math.max(0, ChronoUnit.DAYS.between(asOf, today)),
        release.roster().terms().size(),
        release.maps().stream().map(DataStanding::line).toList(),
        release.places().all().size(),
        until,
        provisional,
        seats.stream()
            .filter(seat -> districts.officeholder(seat, today).isEmpty())
            .map(Seat::value)
            .toList(),
        advice(used, newer, asOf, today, until, provisional),
        release.header().sources().stream()
            .map(source -> new SourceLine(source.file(), source.sha256(), source.provenance()))
            .toList(),
        stored);
  }

  private static List<String> advice(
      Used used,
      boolean builtInIsNewer,
      LocalDate asOf,
      LocalDate today,
      LocalDate until,
      List<String> provisional) {
    List<String> advice = new ArrayList<>();
    used.alarm()
        .ifPresent(_ -> advice.add("put another release in use: ./joinvoices data use NAME"));
    if (builtInIsNewer) {
      advice.add("the built-in release is newer: ./joinvoices data use " + DataReleases.BUILT_IN);
    }
    if (!today.isBefore(until)) {
      advice.add("no map covers today, so nobody is matched: ./joinvoices data import DIR");
    } else if (today.until(until, ChronoUnit.DAYS) <= MAP_WARNING_DAYS) {
      advice.add("a map for " + until + " on is needed before: ./joinvoices data import DIR");
    }
    if (!provisional.isEmpty() || asOf.until(today, ChronoUnit.DAYS) > OLD_DAYS) {
      advice.add("members may have changed since %s: ./joinvoices data update".formatted(asOf));
    }
    return advice;
  }

  private static LocalDate asOf(Release release) {
    return release.roster().terms().stream().map(Term::from).max(naturalOrder()).orElseThrow();
  }

  private static MapLine line(DistrictMap map) {
    return new MapLine(
        map.congress(), map.from(), map.until(), map.seats().size(), map.table().size());
  }
}
