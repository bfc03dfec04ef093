package org.joinvoices.signing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joinvoices.signing.SignForm.FieldError;

/** Reads fields one by one and collects what is wrong; of each field only the first fault. */
final class FormFields {

  static final Set<String> YES = Set.of("true", "on", "1", "yes");
  private static final Set<String> NO = Set.of("", "false", "off", "0", "no");

  /** One composed letter may come as three or four characters, and white space is dropped. */
  private static final int MOST_PER_CHARACTER = 4;

  private final Map<String, List<String>> fields;
  private final List<FieldError> errors = new ArrayList<>();

  FormFields(Map<String, List<String>> fields) {
    this.fields = fields;
  }

  List<FieldError> errors() {
    return List.copyOf(errors);
  }

  /** A single line of at most {@code longest} characters; empty text when absent or faulty. */
  String line(String field, int longest) {
    return bounded(field, PlainText.line(raw(field, longest)), longest);
  }

  /** As {@link #line}, with line breaks. */
  String lines(String field, int longest) {
    return bounded(field, PlainText.lines(raw(field, longest)), longest);
  }

  boolean isOn(String field) {
    String value = raw(field).strip();
    if (!YES.contains(value) && !NO.contains(value)) {
      fault(field, FormFault.CHOICE_UNKNOWN);
    }
    return YES.contains(value);
  }

  void fault(String field, FormFault fault, Integer... args) {
    if (isSound(field)) {
      errors.add(new FieldError(field, fault.key(), Arrays.asList(args)));
    }
  }

  void require(String field, String value, FormFault missing) {
    if (value.isEmpty()) {
      fault(field, missing);
    }
  }

  void requireLength(String field, String value, int shortest) {
    if (!value.isEmpty() && PlainText.length(value) < shortest) {
      fault(field, FormFault.TOO_SHORT, shortest);
    }
  }

  boolean isSound(String field) {
    return errors.stream().noneMatch(error -> error.field().equals(field));
  }

  private String bounded(String field, String value, int longest) {
    if (PlainText.length(value) > longest) {
      fault(field, FormFault.TOO_LONG, longest);
    }
    return isSound(field) ? value : "";
  }

  /** What is far too long is not even tidied, which would cost more than it is worth. */
  private String raw(String field, int longest) {
    String raw = raw(field);
    if (PlainText.length(raw) > MOST_PER_CHARACTER * longest) {
      fault(field, FormFault.TOO_LONG, longest);
    }
    return isSound(field) ? raw : "";
  }

  private String raw(String field) {
    List<String> given = fields.getOrDefault(field, List.of()).stream().distinct().toList();
    if (given.size() > 1) {
      fault(field, FormFault.DUPLICATE_FIELD);
    }
    String value = given.isEmpty() ? "" : given.getFirst();
    PlainText.faultIn(value).ifPresent(fault -> fault(field, fault));
    return isSound(field) ? value : "";
  }
}
