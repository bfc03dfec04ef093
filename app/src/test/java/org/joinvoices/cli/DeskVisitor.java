package org.joinvoices.cli;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.joinvoices.privacy.PrivateWords;

/**
 * A browser as far as the desk needs one: keeps cookies, also those that ask for TLS, as if a proxy
 * spoke it; sends forms with the token of the page that it looked at last.
 */
final class DeskVisitor {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern ADDRESS =
      Pattern.compile("(?:href|action|src|formaction)=\"([^\"]*)\"");
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final String server;
  private final Map<String, String> cookies = new TreeMap<>();
  private String formToken = "";

  DeskVisitor(int port) {
    this(port, Map.of());
  }

  /** With cookies somebody kept. */
  DeskVisitor(int port, Map<String, String> cookies) {
    this.server = "http://localhost:" + port;
    this.cookies.putAll(cookies);
  }

  /** Somebody who came in by an invitation. */
  static DeskVisitor by(String invitation, int port) {
    var visitor = new DeskVisitor(port);
    visitor.get(invitation);
    visitor.post(invitation, "");
    visitor.get("/desk/sessions");
    return visitor;
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  HttpResponse<String> post(String path, String fields) {
    return postBare(path, "_csrf=" + encode(formToken, UTF_8) + "&" + fields);
  }

  /** A form with a file, as browsers send it. */
  HttpResponse<String> upload(
      String path, Map<String, String> fields, String file, byte[] content) {
    return upload(path, fields, "proof", file, content);
  }

  /** The same, of a form whose file has another name. */
  HttpResponse<String> upload(
      String path, Map<String, String> fields, String field, String file, byte[] content) {
    var all = new TreeMap<>(fields);
    all.put("_csrf", formToken);
    return uploadBare(path, all, field, file, content);
  }

  /** Without the form's token, unless it is among the fields. */
  HttpResponse<String> uploadBare(
      String path, Map<String, String> fields, String file, byte[] content) {
    return uploadBare(path, fields, "proof", file, content);
  }

  private HttpResponse<String> uploadBare(
      String path, Map<String, String> fields, String field, String file, byte[] content) {
    String boundary = "----sample-boundary";
    var head = new StringBuilder();
    fields.forEach(
        (name, value) ->
            head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, name, value)));
    head.append(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            .formatted(boundary, field, file));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .header("Sec-Fetch-Site", "same-origin")
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(head.toString()),
                    BodyPublishers.ofByteArray(content),
                    BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
  }

  /** Without the form's token. */
  HttpResponse<String> postBare(String path, String fields) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.ofString(fields)));
  }

  Map<String, String> cookies() {
    return Map.copyOf(cookies);
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(server + path));
    String all = String.join("; ", cookies.entrySet().stream().map(Object::toString).toList());
    return all.isEmpty() ? request : request.header("Cookie", all);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      var answer = CLIENT.send(request.build(), BodyHandlers.ofString(UTF_8));
      answer.headers().allValues("Set-Cookie").forEach(this::take);
      var token = TOKEN.matcher(answer.body());
      assertNobodyIsNamedInAddresses(answer);
      formToken = token.find() ? token.group(1) : formToken;
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Addresses end up in histories and logs of others. */
  private static void assertNobodyIsNamedInAddresses(HttpResponse<String> page) {
    var addresses = new ArrayList<>(page.headers().allValues("Location"));
    ADDRESS.matcher(page.body()).results().forEach(found -> addresses.add(found.group(1)));
    assertThat(addresses).allMatch(address -> PrivateWords.findInAddress(address).isEmpty());
  }

  private void take(String header) {
    for (HttpCookie cookie : HttpCookie.parse(header)) {
      if (cookie.hasExpired() || cookie.getValue().isEmpty()) {
        cookies.remove(cookie.getName());
      } else {
        cookies.put(cookie.getName(), cookie.getValue());
      }
    }
  }
}
