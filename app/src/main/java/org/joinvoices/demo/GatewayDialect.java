package org.joinvoices.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the fake gateway says what is wrong with a message. Both manners are known of the real ones;
 * none tells which of them one meets.
 */
enum GatewayDialect {
  /** Missing parts as documented, bad values as seen in 2021. */
  MIXED,
  /** libxml2's, in which the House's documents give their examples. */
  DOCUMENTED,
  /** As seen in production in 2021, each text twice. */
  SEEN_IN_2021;

  private static final Pattern MISSING =
      Pattern.compile(
          "element \"(\\w+)\" incomplete; missing required elements? \"(\\w+)\".*", Pattern.DOTALL);
  private static final Pattern BAD_VALUE =
      Pattern.compile("character content of element \"(\\w+)\" invalid.*", Pattern.DOTALL);
  private static final Pattern UNEXPECTED =
      Pattern.compile("(?:element|attribute) \"(\\w+)\" not allowed.*", Pattern.DOTALL);

  static Optional<GatewayDialect> of(String word) {
    return Arrays.stream(values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  /**
   * @param faults as the schema checker names them
   */
  List<String> errors(List<String> faults, GatewayMessage message) {
    return faults.stream().flatMap(fault -> said(fault, message).stream()).toList();
  }

  /** What is said of a value that is not of its form; it is quoted, as the real ones do. */
  List<String> badValue(String element, String value) {
    return switch (this) {
      case DOCUMENTED ->
          List.of(
              "Type string doesn't allow value '" + value + "'",
              "Error validating datatype string",
              "Element " + element + " failed to validate content");
      case SEEN_IN_2021, MIXED ->
          twice(
              "The '%s' element is invalid - The value '%s' is invalid according to its datatype '%s_type' - The Pattern constraint failed."
                  .formatted(element, value, element.toLowerCase(Locale.ROOT)));
    };
  }

  private List<String> said(String fault, GatewayMessage message) {
    var missing = MISSING.matcher(fault);
    if (missing.matches()) {
      return missing(missing.group(1), missing.group(2));
    }
    var value = BAD_VALUE.matcher(fault);
    if (value.matches()) {
      return badValue(value.group(1), message.text(value.group(1)));
    }
    var unexpected = UNEXPECTED.matcher(fault);
    return unexpected.matches()
        ? unexpected(unexpected.group(1))
        : List.of("Document is not valid");
  }

  private List<String> missing(String parent, String element) {
    return switch (this) {
      case DOCUMENTED, MIXED ->
          List.of(
              "Expecting an element " + element + ", got nothing",
              "Invalid sequence in interleave",
              "Element " + parent + " failed to validate content");
      case SEEN_IN_2021 ->
          twice(
              "The element '%s' has incomplete content. List of possible elements expected: '%s'."
                  .formatted(parent, element));
    };
  }

  private List<String> unexpected(String element) {
    return switch (this) {
      case DOCUMENTED, MIXED -> List.of("Did not expect element " + element + " there");
      case SEEN_IN_2021 ->
          twice("The element 'CWC' has invalid child element '%s'.".formatted(element));
    };
  }

  private static List<String> twice(String error) {
    return List.of(error, error);
  }
}
