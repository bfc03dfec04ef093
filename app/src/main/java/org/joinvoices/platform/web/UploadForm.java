package org.joinvoices.platform.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a form that brings files (multipart/form-data, RFC 7578) as leniently as {@link FormBody}
 * reads others: whatever the bytes are, fields come out. The container reads no such form, so that
 * nobody makes it keep files on disk; whoever uses this looks first at who sends it, because it
 * holds the whole form in memory.
 */
public final class UploadForm {

  /** Of all fields but the files, with room for what stands between them. */
  private static final int FIELDS = 256 * 1024;

  /** What is more than wanted is read on and thrown away, so that the browser waits for words. */
  private static final long PATIENCE = 100L << 20;

  private static final int MOST_PARTS = 50;

  /** RFC 2046: 1 to 70 characters. */
  private static final Pattern BOUNDARY =
      Pattern.compile(";\\s*boundary=(?:\"([^\"]{1,70})\"|([^;\\s\"]{1,70}))");

  private static final Pattern NAME = Pattern.compile(";\\s*name=\"([^\"]*)\"");
  private static final Pattern FILE = Pattern.compile(";\\s*filename\\*?=(\"\")?");
  private static final byte[] HEADERS_END = "\r\n\r\n".getBytes(ISO_8859_1);

  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final boolean tooLong;

  private UploadForm(boolean tooLong) {
    this.tooLong = tooLong;
  }

  /** Whether somebody sends such a form. */
  public static boolean isSent(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.regionMatches(true, 0, "multipart/form-data", 0, 19);
  }

  /**
   * @param longest of all files together, in bytes; of a form that is longer come the fields that
   *     stood before the end of that
   */
  public static UploadForm read(HttpServletRequest request, int longest) throws IOException {
    var boundary = BOUNDARY.matcher(Optional.ofNullable(request.getContentType()).orElse(""));
    InputStream in = request.getInputStream();
    byte[] body = in.readNBytes(longest + FIELDS + 1);
    boolean tooLong = body.length > longest + FIELDS;
    if (tooLong) {
      drain(in);
    }
    var form = new UploadForm(tooLong);
    if (boundary.find()) {
      String found = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
      form.addParts(body, ("--" + found).getBytes(ISO_8859_1));
    }
    return form;
  }

  private static void drain(InputStream in) throws IOException {
    byte[] some = new byte[1 << 16];
    long left = PATIENCE;
    for (int read = in.read(some); read >= 0 && left > 0; read = in.read(some)) {
      left -= read;
    }
  }

  private void addParts(byte[] body, byte[] line) {
    byte[] end = new byte[line.length + 2];
    end[0] = '\r';
    end[1] = '\n';
    System.arraycopy(line, 0, end, 2, line.length);
    int at = find(body, line, 0);
    for (int parts = 0; at >= 0 && parts < MOST_PARTS; parts++) {
      int head = at + line.length;
      int content = find(body, HEADERS_END, head) + HEADERS_END.length;
      if (content < HEADERS_END.length) {
        return;
      }
      int next = find(body, end, content - 2); // an empty part ends where its headers do
      int stop = next < 0 ? body.length : Math.max(content, next);
      addPart(
          new String(body, head, content - head, UTF_8), Arrays.copyOfRange(body, content, stop));
      at = next < 0 ? -1 : next + 2;
    }
  }

  private void addPart(String headers, byte[] content) {
    var name = NAME.matcher(headers);
    if (!name.find()) {
      return;
    }
    var file = FILE.matcher(headers);
    if (file.find()) {
      if (file.group(1) == null) { // whoever chooses none sends one without a name
        files.putIfAbsent(name.group(1), content);
      }
    } else {
      fields.putIfAbsent(name.group(1), new String(content, UTF_8));
    }
  }

  private static int find(byte[] in, byte[] what, int from) {
    for (int i = Math.max(0, from); i <= in.length - what.length; i++) {
      if (in[i] == what[0] && Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether more came than is read. */
  public boolean isTooLong() {
    return tooLong;
  }

  /** The first value of a field, empty text if it did not come. */
  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** The first value of each field. */
  public Map<String, String> fields() {
    return Map.copyOf(fields);
  }

  /** The content of a file, which may have none; empty if none was chosen. */
  public Optional<byte[]> file(String name) {
    return Optional.ofNullable(files.get(name));
  }
}
