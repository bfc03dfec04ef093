package org.joinvoices.districts.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.Match.Ambiguous;
import org.joinvoices.districts.Match.Candidate;
import org.joinvoices.districts.Match.Confidence;
import org.joinvoices.districts.Match.How;
import org.joinvoices.districts.Match.Matched;
import org.joinvoices.districts.Match.Unmatched;
import org.joinvoices.districts.Officeholder;
import org.joinvoices.districts.Seat;

/**
 * What is added to a row. There are far fewer answers than rows, so that each is put together once.
 */
final class Answers {

  /**
   * An answer as written.
   *
   * @param fields all that is added
   */
  record Written(String outcome, String how, String confidence, List<String> fields) {}

  private record Key(String outcome, How how, Confidence confidence, List<Seat> seats) {}

  /** Between seats, and between what belongs to each. */
  private static final String BETWEEN = ";";

  static final Written REJECTED =
      new Written("rejected", "", "", List.of("rejected", "", "", "", "", ""));

  private final Districts districts;
  private final LocalDate on;
  private final Map<Key, Written> known = new ConcurrentHashMap<>();

  Answers(Districts districts, LocalDate on) {
    this.districts = districts;
    this.on = on;
  }

  /**
   * @param how it was asked
   */
  Written of(Match match, How how) {
    return known.computeIfAbsent(key(match, how), this::write);
  }

  private static Key key(Match match, How how) {
    return switch (match) {
      case Matched(var seats, var found, var confidence, _) ->
          new Key("matched", found, confidence, seats);
      case Ambiguous(var senators, var candidates, var confidence, _) ->
          new Key("ambiguous", how, confidence, join(senators, candidates));
      case Unmatched _ -> new Key("unmatched", how, Confidence.UNDETERMINED, List.of());
    };
  }

  private static List<Seat> join(List<Seat> senators, List<Candidate> candidates) {
    List<Seat> all = new ArrayList<>(senators);
    candidates.forEach(candidate -> all.add(candidate.seat()));
    return all;
  }

  private Written write(Key key) {
    List<String> fields =
        List.of(
            key.outcome(),
            key.how().word(),
            key.confidence().word(),
            list(key, Seat::value),
            list(key, districts::ocdId),
            InputCsv.field(list(key, this::holder)));
    return new Written(key.outcome(), key.how().word(), key.confidence().word(), fields);
  }

  private static String list(Key key, Function<Seat, String> word) {
    return key.seats().stream().map(word).collect(Collectors.joining(BETWEEN));
  }

  private String holder(Seat seat) {
    return districts.officeholder(seat, on).map(Officeholder::name).orElse("");
  }
}
