package org.joinvoices.districts;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import java.text.Collator;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joinvoices.platform.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * The part of a page that helps a supporter find their district: by a map, by names of towns, by
 * where they are, by another ZIP code or by their state. Its forms post to {@code …/district},
 * {@code …/location} and {@code …/zip} below the page; a link with {@code seat} or {@code state}
 * only shows, and changes nothing.
 *
 * @param path of the page
 * @param why the address tells of no district; empty where it does
 * @param zip marked on the map, or empty text
 * @param lead said above the districts
 * @param hint said below them
 * @param choices districts to choose among; may be none yet
 * @param sketch their map
 * @param chosen the one to begin with
 * @param anywhere whether a ZIP code or a state may be given
 * @param similar what may have been meant by the ZIP code
 * @param states to choose from
 * @param state chosen, USPS code or empty text
 * @param typedZip what was typed there and could not be used
 * @param note what came of the last step
 * @param faults what is wrong with which field
 * @param credits whom the data's licences name
 */
public record Finder(
    String path,
    Words words,
    Optional<String> why,
    String zip,
    String lead,
    String hint,
    List<DistrictChoice> choices,
    Optional<Sketch> sketch,
    Optional<Seat> chosen,
    boolean anywhere,
    List<ZipTown> similar,
    List<State> states,
    String state,
    String typedZip,
    Optional<String> note,
    Map<String, String> faults,
    List<String> credits) {

  /** Notes that an address may ask for. */
  private static final Set<String> NOTES = Set.of("several", "elsewhere");

  /** One entry of the list of states. */
  public record State(String code, String name) {}

  /**
   * What is known of whom to help.
   *
   * @param match with towns, not settled
   * @param zip of the address, as typed
   * @param city of it
   * @param home state of it, USPS code
   */
  public record Search(
      String path,
      String language,
      Match match,
      boolean anywhere,
      String zip,
      String city,
      String home) {

    @Override
    public String toString() {
      return "Search[hidden]";
    }
  }

  public Finder {
    choices = List.copyOf(choices);
    similar = List.copyOf(similar);
    states = List.copyOf(states);
    faults = Map.copyOf(faults);
    credits = List.copyOf(credits);
  }

  /**
   * Empty where there is nothing to find.
   *
   * @param query of the page's address: {@code seat}, {@code state} and {@code note}
   * @param faults field to key of a text
   */
  public static Optional<Finder> of(
      Search search,
      Map<String, String> query,
      Map<String, String> faults,
      Districts districts,
      LocalDate on) {
    boolean several = search.match() instanceof Match.Ambiguous;
    return several || search.anywhere() && search.match() instanceof Match.Unmatched
        ? Optional.of(new Finding(search, query, districts, on).finder(faults))
        : Optional.empty();
  }

  /** The steps of making one. */
  private record Finding(
      Search search, Map<String, String> query, Districts districts, LocalDate on) {

    Finder finder(Map<String, String> faults) {
      Words words = SeatNames.words(search.language());
      Optional<Seat> asked = Seat.parse(query.getOrDefault("seat", ""));
      String state = query.getOrDefault("state", asked.map(Seat::state).orElse(""));
      List<DistrictChoice> choices = choices(state);
      List<Seat> seats = choices.stream().map(DistrictChoice::seat).toList();
      boolean known = search.match() instanceof Match.Ambiguous && !search.anywhere();
      return new Finder(
          search.path(),
          words,
          why(words),
          known ? search.zip() : "",
          lead(words, seats),
          hint(words, seats),
          choices,
          districts.sketch(seats, known ? search.zip() : "", on),
          asked.filter(seats::contains),
          search.anywhere(),
          similar(),
          search.anywhere() ? Finder.states(words) : List.of(),
          state.isEmpty() ? search.home() : state,
          query.getOrDefault("zip", ""),
          note(words, choices),
          Finder.inWords(faults, words),
          districts.credits());
    }

    private String lead(Words words, List<Seat> seats) {
      boolean offered =
          search.match() instanceof Match.Ambiguous several && several.houses().equals(seats);
      return offered || seats.isEmpty()
          ? ownLead(words, seats)
          : words.get("find.state.lead", stateName(seats.getFirst().state()));
    }

    private String ownLead(Words words, List<Seat> seats) {
      if (search.anywhere() || NOTES.contains(query.getOrDefault("note", ""))) {
        return words.get("choose.lead.any"); // by a place, of which the ZIP code says nothing
      }
      if (states(seats).size() > 1) {
        return words.get("choose.lead.states", String.join(", ", states(seats)));
      }
      boolean boxes = districts.townOf(search.zip()).filter(ZipTown::boxes).isPresent();
      return words.get(boxes ? "choose.lead.boxes" : "choose.lead");
    }

    /** Senators hear at once only where the state is known. */
    private String hint(Words words, List<Seat> seats) {
      return words.get(search.anywhere() || states(seats).size() > 1 ? "find.hint" : "choose.hint");
    }

    private List<String> states(List<Seat> seats) {
      return seats.stream().map(Seat::state).distinct().map(this::stateName).toList();
    }

    private List<DistrictChoice> choices(String state) {
      List<Match.Candidate> candidates =
          search.match() instanceof Match.Ambiguous several && !other(several, state)
              ? several.candidates()
              : search.anywhere() ? districts.districtsOf(state, on) : List.of();
      return candidates.stream()
          .map(one -> DistrictChoice.of(one, districts, on, search.language()))
          .toList();
    }

    /** Whether another state than those of the candidates is asked for. */
    private boolean other(Match.Ambiguous several, String state) {
      return search.anywhere()
          && !state.isEmpty()
          && several.houses().stream().noneMatch(house -> house.state().equals(state));
    }

    private Optional<String> why(Words words) {
      return search.match() instanceof Match.Unmatched(var reason, _)
          ? Optional.of(
              words.get(
                  "find.why." + reason.word(),
                  search.zip(),
                  namesOfStates(),
                  stateName(search.home())))
          : Optional.empty();
    }

    /** Where the ZIP code lies, whatever state was given with it. */
    private String namesOfStates() {
      return String.join(", ", states(districts.match(search.zip(), "", "US", on).houses()));
    }

    private String stateName(String code) {
      Words words = SeatNames.words(search.language());
      return words.texts().getOrDefault("state." + code, code);
    }

    private List<ZipTown> similar() {
      return switch (search.match()) {
        case Match.Unmatched(var reason, _) when reason == Match.Reason.UNKNOWN_ZIP ->
            districts.similar(search.zip(), search.city(), search.home());
        case Match.Unmatched(var reason, _) when reason == Match.Reason.STATE_CONTRADICTS_ZIP ->
            Stream.concat(
                    districts.townOf(search.zip()).stream(),
                    districts.similar(search.zip(), search.city(), search.home()).stream())
                .toList();
        case Match.Unmatched _, Match.Ambiguous _, Match.Matched _ -> List.of();
      };
    }

    private Optional<String> note(Words words, List<DistrictChoice> choices) {
      String key = query.getOrDefault("note", "");
      return NOTES.contains(key) && !choices.isEmpty()
          ? Optional.of(words.get("find.note." + key, choices.getFirst().label()))
          : Optional.empty();
    }
  }

  /** All states and territories by name. */
  public static List<State> states(Words words) {
    return SeatNames.STATES.stream()
        .map(code -> new State(code, words.get("state." + code)))
        .sorted(comparing(State::name, Collator.getInstance(words.formats().locale())))
        .toList();
  }

  private static Map<String, String> inWords(Map<String, String> faults, Words words) {
    return faults.entrySet().stream()
        .collect(toMap(Map.Entry::getKey, fault -> words.get(fault.getValue())));
  }

  /** What is wrong with a field, in words. */
  public Optional<String> fault(String field) {
    return Optional.ofNullable(faults.get(field));
  }

  /** For {@code aria-invalid}: absent when all is well. */
  public @Nullable String invalid(String field) {
    return faults.containsKey(field) ? "true" : null;
  }
}
