package org.joinvoices.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joinvoices.districts.Position;
import org.joinvoices.signing.SignForm;

/**
 * A place and a day as somebody typed them.
 *
 * @param asked false where nothing is to be answered yet
 * @param state code of the postal service, or empty text; what is none stays as typed
 * @param on day in Washington, {@code YYYY-MM-DD}; empty text for today
 * @param seat the House district chosen among several, or empty text
 * @param faults field to key of a text
 */
public record PlaceForm(
    boolean asked, String zip, String state, String on, String seat, Map<String, String> faults) {

  private static final Pattern ZIP = Pattern.compile("[0-9]{5}(-?[0-9]{4})?");

  public PlaceForm {
    faults = Map.copyOf(faults);
  }

  /** Reads the fields of a query. */
  static PlaceForm read(Map<String, String> query) {
    String zip = query.getOrDefault("zip", "").strip();
    String typed = query.getOrDefault("state", "").strip();
    String code = typed.toUpperCase(Locale.ROOT);
    boolean known = code.isEmpty() || SignForm.REGIONS.contains(code);
    String on = query.getOrDefault("on", "").strip();
    boolean asked = query.containsKey("zip") || !typed.isEmpty();
    Map<String, String> faults = new LinkedHashMap<>();
    if (asked && zip.isEmpty() && typed.isEmpty()) {
      faults.put("zip", "legislators.zip.missing");
    } else if (asked && !zip.isEmpty() && !ZIP.matcher(zip).matches()) {
      faults.put("zip", "legislators.zip.wrong");
    }
    if (!known) {
      faults.put("state", "legislators.state.wrong");
    }
    if (!on.isEmpty() && day(on).isEmpty()) {
      faults.put("on", "legislators.on.wrong");
    }
    String seat = query.getOrDefault("seat", "").strip();
    return new PlaceForm(asked, zip, known ? code : typed, on, seat, faults);
  }

  /** Reads where somebody is; of the place nothing is in the form. */
  static PlaceForm located(Map<String, String> body) {
    PlaceForm form = read(Map.of("on", body.getOrDefault("on", "")));
    Map<String, String> faults = new LinkedHashMap<>(form.faults());
    Optional<Position> position = Position.read(body);
    if (position.isEmpty()) {
      faults.put("location", "location.wrong");
    } else if (position.get().isCoarse()) {
      faults.put("location", "location.coarse");
    }
    return new PlaceForm(true, "", "", form.on(), "", faults);
  }

  /** The day typed, or today. */
  LocalDate day(LocalDate today) {
    return day(on).orElse(today);
  }

  private static Optional<LocalDate> day(String typed) {
    try {
      return Optional.of(LocalDate.parse(typed));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** As a query of the same question, with another seat chosen. */
  String query(String chosen) {
    return query(zip, state, chosen);
  }

  /** As a query of a question for the same day. */
  String query(String otherZip, String otherState, String chosen) {
    return "?"
        + (and("zip", otherZip) + and("state", otherState) + and("on", on) + and("seat", chosen))
            .substring(1);
  }

  private static String and(String field, String value) {
    return value.isEmpty() ? "" : "&" + field + "=" + encoded(value);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
