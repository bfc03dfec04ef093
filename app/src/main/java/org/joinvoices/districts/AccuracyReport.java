package org.joinvoices.districts;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.joinvoices.districts.Match.Ambiguous;
import org.joinvoices.districts.Match.Matched;
import org.joinvoices.districts.Match.Reason;
import org.joinvoices.districts.Match.Unmatched;

/**
 * How sure the answers of a release are, in Markdown: every ZIP code under every map; and, where
 * the offices of members are given, each office by its point and by its ZIP code.
 */
public final class AccuracyReport {

  private static final int MOST_LISTED = 6;

  private final Districts districts;
  private final Release release;
  private final List<String> lines = new ArrayList<>();

  private AccuracyReport(Districts districts) {
    this.districts = districts;
    this.release = districts.data();
  }

  /**
   * @param folder with {@code legislators-district-offices*.yaml}; empty: ZIP codes alone
   * @param today day of offices without one in the name of their file
   * @throws IllegalStateException if offices cannot be read; the message says which file
   */
  public static List<String> of(Districts asked, Optional<Path> folder, LocalDate today)
      throws IOException {
    var report = new AccuracyReport(asked.snapshot());
    report.zipCodes();
    if (folder.isPresent()) {
      var files = new InputFiles(List.of(folder.get()));
      var offices = new DistrictOffices(files).offices(today);
      if (!files.faults().isEmpty() || offices.isEmpty()) {
        throw new IllegalStateException(
            files.faults().isEmpty()
                ? "no legislators-district-offices*.yaml in " + folder.get()
                : files.faults().getFirst());
      }
      report.lines.addAll(new OfficeAccuracy(report.districts, offices).lines());
    }
    return List.copyOf(report.lines);
  }

  private void zipCodes() {
    lines.add("## ZIP codes alone, release " + districts.release());
    lines.add(
        "Every number from 00000 to 99999 was asked without a state, on the first day of each map.");
    lines.add("");
    Map<Integer, List<Match>> byMap = new TreeMap<>();
    release.maps().forEach(map -> byMap.put(map.congress(), answers(map.from())));
    row("", congress -> congress + "th Congress", byMap);
    lines.add("|---|" + "---:|".repeat(byMap.size()));
    count("one district", byMap, Matched.class::isInstance);
    for (int size = 2; size <= MOST_LISTED; size++) {
      int exactly = size;
      count(size + " districts to choose from", byMap, match -> candidates(match) == exactly);
    }
    count("more districts", byMap, match -> candidates(match) > MOST_LISTED);
    count("of these in two states or more", byMap, AccuracyReport::isStateOpen);
    count("military", byMap, match -> is(match, Reason.MILITARY));
    count("in free association", byMap, match -> is(match, Reason.FREELY_ASSOCIATED));
    row(
        "**one district, of all with any**",
        congress -> share(byMap.getOrDefault(congress, List.of())),
        byMap);
    lines.add("");
    release.maps().stream()
        .filter(map -> !map.hasTable())
        .map(
            map ->
                "The map of the %dth Congress has no ZIP table: all districts of the state are offered."
                    .formatted(map.congress()))
        .forEach(lines::add);
  }

  private List<Match> answers(LocalDate on) {
    return IntStream.range(0, Zip.COUNT)
        .mapToObj(number -> districts.match(new Zip(number).toString(), "", "US", on))
        .filter(match -> !is(match, Reason.UNKNOWN_ZIP))
        .toList();
  }

  private void row(String name, Function<Integer, String> cell, Map<Integer, List<Match>> byMap) {
    lines.add(
        "| %s | %s |"
            .formatted(name, String.join(" | ", byMap.keySet().stream().map(cell).toList())));
  }

  private void count(String name, Map<Integer, List<Match>> byMap, Predicate<Match> wanted) {
    row(
        name,
        congress ->
            "%,d"
                .formatted(byMap.getOrDefault(congress, List.of()).stream().filter(wanted).count()),
        byMap);
  }

  private static String share(List<Match> answers) {
    Map<Boolean, Long> settled =
        answers.stream()
            .filter(match -> !(match instanceof Unmatched))
            .collect(groupingBy(Matched.class::isInstance, counting()));
    long unique = settled.getOrDefault(true, 0L);
    return "%.1f %%".formatted(100.0 * unique / (unique + settled.getOrDefault(false, 0L)));
  }

  private static int candidates(Match match) {
    return match instanceof Ambiguous ambiguous ? ambiguous.candidates().size() : 0;
  }

  private static boolean isStateOpen(Match match) {
    return match.houses().stream().map(Seat::state).distinct().count() > 1;
  }

  private static boolean is(Match match, Reason reason) {
    return match instanceof Unmatched unmatched && unmatched.reason() == reason;
  }
}
