package org.joinvoices.districts;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every congressional district there is or was, with its Open Civic Data id; all else is checked
 * against them.
 */
final class DistrictIds {

  private static final String FILE = "districts/ocd_us_congressional_districts.csv";

  private static final Pattern OCD_ID =
      Pattern.compile(
          "ocd-division/country:us/(?:state|district|territory):([a-z]{2})/cd:([0-9]{1,2}|at-large)");

  private final SortedMap<Seat, String> ids = new TreeMap<>();
  private final Set<String> states = new HashSet<>();

  /**
   * @param known from before, to which the file adds; it may be missing only where there are any
   */
  DistrictIds(InputFiles files, Map<Seat, String> known) throws IOException {
    ids.putAll(known);
    Optional<String> file = files.findOne(FILE);
    if (file.isPresent() || known.isEmpty()) {
      files.rows(file.orElse(FILE), List.of("id"), this::ocdId);
    }
    ids.keySet().forEach(seat -> states.add(seat.state()));
  }

  SortedMap<Seat, String> ids() {
    return ids;
  }

  /** True too if there are no ids at all: that is one fault, not one for each row elsewhere. */
  boolean exists(Seat seat) {
    return ids.isEmpty() || (seat.isSenate() ? isState(seat.state()) : ids.containsKey(seat));
  }

  /** The seat, if it exists. */
  Seat existing(Seat seat) throws BadInput {
    if (!exists(seat)) {
      throw new BadInput(
          "there is no %s %s".formatted(seat.isSenate() ? "seat" : "district", seat));
    }
    return seat;
  }

  /** A state, the capital, or a territory with a delegate. */
  boolean isState(String state) {
    return ids.isEmpty() || states.contains(state);
  }

  private Seat ocdId(InputRow row) throws BadInput {
    Matcher form = OCD_ID.matcher(row.text("id"));
    if (!form.matches()) {
      throw new BadInput("not the id of a congressional district: '" + row.text("id") + "'");
    }
    String district = form.group(2);
    Seat seat =
        Seat.house(
            form.group(1).toUpperCase(Locale.ROOT),
            district.equals("at-large") ? 0 : Integer.parseInt(district));
    ids.put(seat, row.text("id"));
    return seat;
  }
}
