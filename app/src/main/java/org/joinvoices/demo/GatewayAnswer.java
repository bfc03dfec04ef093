package org.joinvoices.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the fake gateway answers.
 *
 * @param silent holds the line until the caller has given up
 */
record GatewayAnswer(int status, String contentType, String body, boolean silent) {

  private static final String XML = "application/xml";

  static GatewayAnswer ok(int status) {
    return new GatewayAnswer(status, XML, "<Success>Message accepted</Success>\n", false);
  }

  static GatewayAnswer json(String body) {
    return new GatewayAnswer(200, "application/json", body, false);
  }

  static GatewayAnswer plain(int status, String body) {
    return new GatewayAnswer(status, "text/plain", body, false);
  }

  static GatewayAnswer refused(int status, List<String> errors) {
    String body =
        errors.stream()
            .map(error -> "  <Error>" + escaped(error) + "</Error>\n")
            .collect(Collectors.joining("", "<?xml version=\"1.0\"?>\n<Errors>\n", "</Errors>\n"));
    return new GatewayAnswer(status, XML, body, false);
  }

  static GatewayAnswer silence() {
    return new GatewayAnswer(503, "text/plain", "", true);
  }

  byte[] bytes() {
    return body.getBytes(UTF_8);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
