package org.joinvoices.desk.responses;

import static org.joinvoices.desk.responses.ResponsesController.WORDS;

import com.google.crypto.tink.util.Bytes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joinvoices.accountability.Responder;
import org.joinvoices.accountability.Response;
import org.joinvoices.accountability.ResponseDraft;
import org.joinvoices.accountability.ResponseFault;
import org.joinvoices.accountability.ResponseStance;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.web.UploadForm;

/**
 * What was typed about an answer, kept as it was typed, and what is wrong with it. Whether it is
 * true to the letter is for {@code Responses} to say.
 *
 * @param fields by name
 * @param faults field to message, in the order of the form; empty where all is well
 */
public record ResponseForm(Map<String, String> fields, Map<String, String> faults) {

  private static final String STANCE = "stance_";
  private static final Bytes NO_FILE = Bytes.copyFrom(new byte[0]);

  static ResponseForm empty() {
    return new ResponseForm(Map.of("language", "en"), Map.of());
  }

  static ResponseForm read(UploadForm sent, Action action) {
    var bare = new ResponseForm(sent.fields(), Map.of());
    var faults = new LinkedHashMap<String, String>();
    bare.addFromFault(faults);
    if (bare.day().isEmpty()) {
      faults.put("said", WORDS.get("responses.said.fault"));
    }
    if (bare.stances(action).isEmpty()) {
      faults.put("stance", ResponseFault.STANCE_MISSING.remedy());
    }
    if (bare.value("words").isBlank()) {
      faults.put("words", ResponseFault.WORDS_MISSING.remedy());
    }
    if (sent.isTooLong()) {
      faults.put("proof", ResponseFault.FILE_TOO_LARGE.remedy());
    } else if (bare.value("link").isBlank() && sent.file("proof").isEmpty()) {
      faults.put("link", ResponseFault.EVIDENCE_MISSING.remedy());
    }
    return new ResponseForm(sent.fields(), faults);
  }

  private void addFromFault(Map<String, String> faults) {
    if (value("addressee").isEmpty() && value("seat").isBlank()) {
      faults.put("addressee", WORDS.get("responses.addressee.fault"));
    } else if (!value("addressee").isEmpty() && !value("seat").isBlank()) {
      faults.put("seat", WORDS.get("responses.seat.both"));
    } else if (value("addressee").isEmpty() && seat().isEmpty()) {
      faults.put("seat", WORDS.get("responses.seat.fault"));
    }
  }

  /** The same with what the record has against it. */
  ResponseForm with(ResponseFault fault) {
    var more = new LinkedHashMap<>(faults);
    more.putIfAbsent(field(fault), fault.remedy());
    return new ResponseForm(fields, more);
  }

  private static String field(ResponseFault fault) {
    return switch (fault) {
      case ADDRESSEE_UNKNOWN, ADDRESSEE_NOT_IN_OFFICE -> "addressee";
      case SEAT_UNKNOWN -> "seat";
      case DAY_IN_THE_FUTURE, DAY_BEFORE_THE_LETTER -> "said";
      case STANCE_MISSING, WHOLE_AND_DEMANDS, DEMAND_UNKNOWN -> "stance";
      case WORDS_MISSING, WORDS_TOO_LONG, WORDS_UNREADABLE -> "words";
      case LANGUAGE_UNKNOWN -> "language";
      case EVIDENCE_MISSING, LINK_WRONG -> "link";
      case FILE_TOO_LARGE, FILE_OF_OTHER_TYPE -> "proof";
      case REASON_MISSING, REASON_TOO_LONG, NOT_ON_RECORD -> "reason";
    };
  }

  /** Empty while something is missing. */
  Optional<ResponseDraft> draft(UploadForm sent, Action action) {
    return faults.isEmpty() ? Optional.of(whole(sent, action)) : Optional.empty();
  }

  private ResponseDraft whole(UploadForm sent, Action action) {
    ActionId id = action.id();
    return new ResponseDraft(
        id,
        from(),
        stances(action),
        day().orElseThrow(),
        value("words"),
        value("language"),
        value("link"),
        sent.file("proof").map(Bytes::copyFrom).orElse(NO_FILE));
  }

  private Responder from() {
    return value("addressee").isEmpty()
        ? new Responder.Member(seat().orElseThrow())
        : new Responder.Named(value("addressee"));
  }

  private Optional<Seat> seat() {
    return Seat.parse(value("seat").strip().toUpperCase(Locale.ROOT));
  }

  /** As browsers send it from a field for dates: {@code 2021-02-02}. */
  private Optional<LocalDate> day() {
    if (!value("said").matches("\\d{4}-\\d{2}-\\d{2}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(value("said")));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private SortedMap<Integer, ResponseStance> stances(Action action) {
    var stances = new TreeMap<Integer, ResponseStance>();
    stance(Response.WHOLE).ifPresent(stance -> stances.put(Response.WHOLE, stance));
    action
        .letter()
        .original()
        .demands()
        .forEach(
            demand ->
                stance(demand.number()).ifPresent(stance -> stances.put(demand.number(), stance)));
    return stances;
  }

  private Optional<ResponseStance> stance(int demand) {
    return ResponseStance.find(value(STANCE + demand));
  }

  /** As it was typed; empty text if it did not come. */
  public String value(String field) {
    return fields.getOrDefault(field, "");
  }

  /** What is wrong with a field. */
  public Optional<String> fault(String field) {
    return Optional.ofNullable(faults.get(field));
  }

  /** Where a field is described, for {@code aria-describedby}. */
  public String describedBy(String field) {
    return field + "-hint" + (fault(field).isPresent() ? " " + field + "-fault" : "");
  }
}
