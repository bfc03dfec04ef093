package org.joinvoices.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Says what is wrong with a message as the real gateways do, in two dialects: missing parts in the
 * documented one (libxml2's), bad values in the one seen in production in 2021, each twice.
 */
final class GatewayDialects {

  private static final Pattern MISSING =
      Pattern.compile(
          "element \"(\\w+)\" incomplete; missing required elements? \"(\\w+)\".*", Pattern.DOTALL);
  private static final Pattern BAD_VALUE =
      Pattern.compile("character content of element \"(\\w+)\" invalid.*", Pattern.DOTALL);
  private static final Pattern UNEXPECTED =
      Pattern.compile("(?:element|attribute) \"(\\w+)\" not allowed.*", Pattern.DOTALL);

  private GatewayDialects() {}

  /**
   * @param faults as the schema checker names them
   */
  static List<String> errors(List<String> faults, GatewayMessage message) {
    List<String> errors = new ArrayList<>();
    for (String fault : faults) {
      errors.addAll(translated(fault, message));
    }
    return errors;
  }

  static List<String> badValue(String element, String value) {
    String error =
        "The '%s' element is invalid - The value '%s' is invalid according to its datatype '%s_type' - The Pattern constraint failed."
            .formatted(element, value, element.toLowerCase(java.util.Locale.ROOT));
    return List.of(error, error);
  }

  private static List<String> translated(String fault, GatewayMessage message) {
    var missing = MISSING.matcher(fault);
    if (missing.matches()) {
      return List.of(
          "Expecting an element " + missing.group(2) + ", got nothing",
          "Invalid sequence in interleave",
          "Element " + missing.group(1) + " failed to validate content");
    }
    var value = BAD_VALUE.matcher(fault);
    if (value.matches()) {
      return badValue(value.group(1), message.text(value.group(1)));
    }
    var unexpected = UNEXPECTED.matcher(fault);
    return unexpected.matches()
        ? List.of("Did not expect element " + unexpected.group(1) + " there")
        : List.of("Document is not valid");
  }
}
