package org.joinvoices.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a form leniently: whatever the bytes are, fields come out, and what is no text shows as
 * U+FFFD, which whoever reads the fields can answer kindly. The container's own reading fails
 * instead, and mixes in the query.
 */
public final class FormBody {

  /**
   * Own words of 10,000 characters, each four bytes of UTF-8 and each byte as {@code %XX}, twice
   * over.
   */
  public static final int LONGEST = 256 * 1024;

  /** No form of ours has thirty fields; more are ignored, so that nobody makes us sort millions. */
  private static final int MOST_FIELDS = 200;

  private FormBody() {}

  /**
   * @throws ResponseStatusException 413 when the body is longer than {@link #LONGEST}
   */
  public static Map<String, List<String>> read(HttpServletRequest request) throws IOException {
    return fields(body(request));
  }

  private static String body(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
    if (body.length > LONGEST) {
      throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
    }
    return new String(body, UTF_8);
  }

  /** The first value of one field, empty text if it did not come. */
  public static String field(HttpServletRequest request, String name) throws IOException {
    return first(request).getOrDefault(name, "");
  }

  /** The first value of each field of the body. */
  public static Map<String, String> first(HttpServletRequest request) throws IOException {
    return first(read(request));
  }

  /** The fields of an object in JSON, read as leniently; none where it is something else. */
  public static Map<String, String> json(HttpServletRequest request) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    try {
      JsonMapper.shared()
          .readTree(body(request))
          .properties()
          .forEach(field -> fields.put(field.getKey(), field.getValue().asString("")));
    } catch (JacksonException notJson) {
      fields.clear();
    }
    return fields;
  }

  /** The first value of each field of the address, read as leniently. */
  public static Map<String, String> query(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null || query.isEmpty() ? new LinkedHashMap<>() : first(fields(query));
  }

  private static Map<String, String> first(Map<String, List<String>> fields) {
    Map<String, String> first = new LinkedHashMap<>();
    fields.forEach((name, values) -> first.put(name, values.getFirst()));
    return first;
  }

  static Map<String, List<String>> fields(String body) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String pair : body.split("&", MOST_FIELDS)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }
    return fields;
  }

  /** Percent signs that introduce nothing stay as they are, as browsers do. */
  private static String decode(String text) {
    byte[] in = text.getBytes(UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
    for (int i = 0; i < in.length; i++) {
      int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
      int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
      if (in[i] == '%' && high >= 0 && low >= 0) {
        out.write(high * 16 + low);
        i += 2;
      } else {
        out.write(in[i] == '+' ? ' ' : in[i]);
      }
    }
    return out.toString(UTF_8);
  }
}
