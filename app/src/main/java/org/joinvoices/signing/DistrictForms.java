package org.joinvoices.signing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.districts.Position;
import org.joinvoices.districts.Seat;

/** Answers the forms of {@code districts.Finder}, on whichever page of a signature they stand. */
public final class DistrictForms {

  /** What to do next. */
  public sealed interface Next {

    /**
     * Show the page again, from the start.
     *
     * @param query to add to its path; holds no place
     */
    record Look(String query) implements Next {}

    /**
     * Show what is wrong.
     *
     * @param faults field to key of a text of {@code SeatNames}
     * @param kept what was typed or opened, to be shown again; holds no place
     */
    record Mend(Map<String, String> faults, Map<String, String> kept) implements Next {
      public Mend {
        faults = Map.copyOf(faults);
        kept = Map.copyOf(kept);
      }
    }
  }

  private final Signing signing;

  public DistrictForms(Signing signing) {
    this.signing = signing;
  }

  /**
   * What a form of the name at the end of its address comes to.
   *
   * @param form one of {@code district}, {@code zip} and {@code location}
   */
  public Next answer(String form, SignatureKey key, Map<String, String> fields) {
    return switch (next(form, key, fields)) {
      case Next.Look look -> look;
      case Next.Mend(var faults, _) -> new Next.Mend(faults, kept(fields));
    };
  }

  private static Map<String, String> kept(Map<String, String> fields) {
    var kept = new HashMap<String, String>();
    for (String field : List.of("state", "zip")) {
      String typed = fields.getOrDefault(field, "").strip();
      if (!typed.isEmpty()) {
        kept.put(field, typed);
      }
    }
    return kept;
  }

  private Next next(String form, SignatureKey key, Map<String, String> fields) {
    return switch (form) {
      case "district" -> district(key, fields);
      case "zip" -> zip(key, fields);
      case "location" -> location(key, fields);
      default -> throw new IllegalArgumentException("no such form: " + form);
    };
  }

  /** Field {@code seat}. */
  private Next district(SignatureKey key, Map<String, String> fields) {
    String typed = fields.getOrDefault("seat", "").strip();
    Optional<Seat> seat = Seat.parse(typed).filter(one -> !one.isSenate());
    if (seat.isPresent() && signing.chooseDistrict(key, seat.get())) {
      return new Next.Look("");
    }
    return mend("seat", typed.isEmpty() ? "choose.missing" : "choose.refused");
  }

  /** Field {@code zip}. */
  private Next zip(SignatureKey key, Map<String, String> fields) {
    String zip = fields.getOrDefault("zip", "").strip();
    return zip.matches("[0-9]{5}(-?[0-9]{4})?")
        ? next(signing.settleByZip(key, zip, ""), "zip")
        : mend("zip", "find.zip.wrong");
  }

  /** Fields {@code lat}, {@code lon} and {@code accuracy}. */
  private Next location(SignatureKey key, Map<String, String> fields) {
    Optional<Position> position = Position.read(fields);
    if (position.isEmpty()) {
      return mend("location", "locate.wrong");
    }
    return position.get().isCoarse()
        ? mend("location", "locate.coarse")
        : next(signing.locate(key, position.get().point(), position.get().metres()), "location");
  }

  private static Next next(Settling settling, String field) {
    return switch (settling) {
      case Settling.Settled() -> new Next.Look("");
      case Settling.Several() ->
          new Next.Look(field.equals("zip") ? "#district" : "?note=several#district");
      case Settling.Elsewhere() -> new Next.Look("?note=elsewhere#district");
      case Settling.Nowhere(var reason) -> mend(field, "unmatched." + reason.word());
      case Settling.Refused() -> mend(field, "find.refused");
    };
  }

  private static Next mend(String field, String key) {
    return new Next.Mend(Map.of(field, key), Map.of());
  }
}
