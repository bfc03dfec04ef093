package org.joinvoices.signing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.joinvoices.action.Action;

/**
 * From the fields of the form to a {@link SignRequest}, or to what is wrong with each field.
 *
 * <p>What is changed silently, because it changes no meaning: white space at the ends is dropped
 * and runs of it within a line become one space; invisible characters without meaning are dropped;
 * letters with accents are composed (NFC); the domain of an e-mail address is lower-cased and, if
 * international, written in its ASCII form; a phone number becomes {@code NNN-NNN-NNNN}; a ZIP of
 * nine digits gets its hyphen. Markup is plain text and kept as such.
 *
 * <p>Who signs the letter only leaves nothing behind that it does not need: prefix, street, city
 * and phone are dropped, and own words too unless they may appear in the petition book.
 */
public final class SignForm {

  /** Every field that is read; all others are ignored. */
  public static final Set<String> FIELDS =
      Set.of(
          "act",
          "prefix",
          "given_name",
          "family_name",
          "email",
          "phone",
          "address_line",
          "address_line2",
          "locality",
          "region",
          "postal_code",
          "country",
          "language",
          "own_words",
          "own_words_checked",
          "consent_own_words",
          "display",
          "reply_wanted",
          "consent_updates",
          "consent_followup",
          "minor",
          "consent_deliver",
          "letter_version",
          "event_code",
          "source",
          "consent_partner",
          "website");

  /** What the button says by which one reads what would be sent, and signs nothing. */
  public static final String PREVIEW = "preview";

  /** Every key a {@link FieldError} can have; each needs a text in every language. */
  public static final Set<String> MESSAGE_KEYS =
      Arrays.stream(FormFault.values()).map(FormFault::key).collect(Collectors.toUnmodifiableSet());

  /** What is wrong if the letter got other words after the form was read. */
  public static final FieldError LETTER_CHANGED =
      new FieldError("letter_version", FormFault.LETTER_CHANGED.key(), List.of());

  /** The five forms of address the Senate's gateway takes (CWC element Prefix). */
  public static final List<String> PREFIXES = List.of("Mr.", "Mrs.", "Miss", "Ms.", "Dr.");

  /** USPS codes of the places Congress's gateways know (CWC element StateAbbreviation). */
  public static final List<String> REGIONS = AddressForm.REGIONS;

  /**
   * What is wrong with one field.
   *
   * @param field as in {@link #FIELDS}
   * @param messageKey one of {@link #MESSAGE_KEYS}
   * @param args numbers named in the message; never what was typed
   */
  public record FieldError(String field, String messageKey, List<Integer> args) {

    public FieldError {
      args = List.copyOf(args);
    }
  }

  /** The outcome of parsing; {@code typed} is for showing the form again. */
  public sealed interface Parsed {

    Typed typed();

    record Valid(SignRequest request, Typed typed) implements Parsed {}

    /** At least one error, in the order of the form. */
    record Invalid(List<FieldError> errors, Typed typed) implements Parsed {

      public Invalid {
        errors = List.copyOf(errors);
      }
    }
  }

  private SignForm() {}

  /**
   * How the form came. The field {@code website} is one people never see; who fills it is a
   * program.
   *
   * @param address of whoever sent it
   */
  public static Arrival arrival(Typed typed, String address) {
    return new Arrival(address, !typed.value("website").isBlank(), typed.value("event_code"));
  }

  /**
   * @param fields as decoded from the body, in any order; values may be anything
   * @param action the letter as it is now
   */
  public static Parsed parse(Map<String, List<String>> fields, Action action) {
    return parse(fields, action, SignFormReader::read);
  }

  /** As {@link #parse}, of somebody who would sign and send, and first reads what would be sent. */
  public static Parsed parsePreview(Map<String, List<String>> fields, Action action) {
    var sending = new HashMap<>(fields);
    sending.put("consent_deliver", List.of("true"));
    return parse(sending, action);
  }

  /** As {@link #parse(Map, Action)}, for a row of a sheet: a mailbox may be missing. */
  static Parsed parsePaper(Map<String, List<String>> fields, Action action) {
    return parse(fields, action, SignFormReader::readPaper);
  }

  private static Parsed parse(
      Map<String, List<String>> fields,
      Action action,
      BiFunction<FormFields, Action, SignRequest> reader) {
    FormFields form = new FormFields(fields);
    SignRequest request = reader.apply(form, action);
    return form.errors().isEmpty()
        ? new Parsed.Valid(request, Typed.of(fields))
        : new Parsed.Invalid(form.errors(), Typed.of(fields));
  }
}
