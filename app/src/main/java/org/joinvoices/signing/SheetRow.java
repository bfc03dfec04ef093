package org.joinvoices.signing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joinvoices.action.Action;
import org.joinvoices.signing.SignForm.Parsed;

/** One row of a sign-up sheet as somebody typed it in, read as the form on the web is. */
sealed interface SheetRow {

  /**
   * Can be taken.
   *
   * @param letter joins the letter, on the word of a witness
   * @param send asks besides for messages, which its signer has to confirm by mail
   * @param street as typed; compared, and kept only with what is to be sent
   */
  record Sound(SignRequest letter, Optional<SignRequest> send, String street) implements SheetRow {

    @Override
    public String toString() {
      return "Sound[hidden]";
    }
  }

  /**
   * Cannot be taken as it is.
   *
   * @param fault which fields, why and what to do, in one line
   */
  record Faulty(String fault) implements SheetRow {}

  /**
   * Messages are asked for only where the row itself has a tick, a street and a mailbox; any other
   * joins the letter.
   *
   * @param typed by field; those that the file has no column for are not there
   */
  static SheetRow read(Map<String, String> typed, Action action, String language) {
    var row = new Reading(typed, language);
    if (!row.isTicked("consent_letter", true)) {
      return new Faulty(SheetFaults.LETTER_NOT_TICKED);
    }
    Parsed joined = SignForm.parsePaper(row.fields(false), action);
    Optional<Parsed> sent =
        row.asksToSend()
            ? Optional.of(SignForm.parsePaper(row.fields(true), action))
            : Optional.empty();
    // what is wrong with joining is wrong with sending, too
    return switch (sent.orElse(joined)) {
      case Parsed.Invalid invalid -> new Faulty(sentence(invalid));
      case Parsed.Valid valid ->
          new Sound(
              ((Parsed.Valid) joined).request(),
              sent.isPresent() && valid.request().act() == Act.SEND
                  ? Optional.of(valid.request())
                  : Optional.empty(),
              row.value("address_line"));
    };
  }

  private static String sentence(Parsed.Invalid invalid) {
    return invalid.errors().stream().map(SheetFaults::sentence).collect(Collectors.joining("; "));
  }

  /** The fields of the form that a row fills. */
  final class Reading {

    /** What people make of a tick, in English and Spanish. */
    private static final Set<String> TICKS =
        Set.of("x", "✓", "✔", "☑", "☒", "y", "yes", "true", "on", "1", "s", "si", "sí");

    private static final Set<String> BLANKS = Set.of("", "-", "n", "no", "false", "off", "0");

    private final Map<String, String> typed;
    private final String language;

    private Reading(Map<String, String> typed, String language) {
      this.typed = typed;
      this.language = language;
    }

    private String value(String field) {
      return typed.getOrDefault(field, "").strip();
    }

    private boolean isTicked(String field, boolean withoutColumn) {
      return typed.containsKey(field) ? !BLANKS.contains(lower(field)) : withoutColumn;
    }

    private boolean asksToSend() {
      return isTicked("consent_deliver", false)
          && !value("email").isEmpty()
          && !value("address_line").isEmpty();
    }

    private String lower(String field) {
      return value(field).toLowerCase(Locale.ROOT);
    }

    private Map<String, List<String>> fields(boolean send) {
      Map<String, List<String>> fields = new HashMap<>();
      typed.forEach((field, value) -> fields.put(field, List.of(value)));
      fields.remove("consent_letter");
      fields.remove("consent_deliver");
      fields.put("language", List.of(language));
      if (send) {
        String tick = lower("consent_deliver");
        fields.put("consent_deliver", List.of(TICKS.contains(tick) ? "on" : tick));
      }
      return fields;
    }
  }
}
