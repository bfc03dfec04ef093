package org.joinvoices.signing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joinvoices.action.SampleActions;

/** Filled forms for tests; the people in them are made up. */
public final class SampleForms {

  private SampleForms() {}

  /** Sample Amira of Cleveland signs and sends; 44109 lies in two districts of January 2021. */
  public static Map<String, List<String>> send() {
    return fields(
        Map.ofEntries(
            Map.entry("consent_deliver", "true"),
            Map.entry("prefix", "Ms."),
            Map.entry("given_name", "Sample-Amira"),
            Map.entry("family_name", "Testperson"),
            Map.entry("email", "amira.testperson@mail.example"),
            Map.entry("address_line", "1 Samplestreet"),
            Map.entry("locality", "Cleveland"),
            Map.entry("region", "OH"),
            Map.entry("postal_code", "44109"),
            Map.entry("own_words", "Please read these sample words."),
            Map.entry("language", "es"),
            Map.entry("reply_wanted", "true")));
  }

  /** Sample Sam signs the letter only. */
  public static Map<String, List<String>> letter() {
    return fields(
        Map.of(
            "given_name", "Sample-Sam",
            "family_name", "Testperson",
            "email", "sam.testperson@mail.example"));
  }

  /** {@code form} with one field changed. */
  public static Map<String, List<String>> with(
      Map<String, List<String>> form, String field, String... values) {
    Map<String, List<String>> changed = new HashMap<>(form);
    changed.put(field, List.of(values));
    return changed;
  }

  /** The request of a form without faults, for the sample letter. */
  public static SignRequest request(Map<String, List<String>> form) {
    return switch (SignForm.parse(form, SampleActions.letter())) {
      case SignForm.Parsed.Valid valid -> valid.request();
      case SignForm.Parsed.Invalid invalid ->
          throw new IllegalArgumentException("faults: " + invalid.errors());
    };
  }

  private static Map<String, List<String>> fields(Map<String, String> values) {
    Map<String, List<String>> fields = new HashMap<>();
    values.forEach((field, value) -> fields.put(field, List.of(value)));
    return fields;
  }
}
