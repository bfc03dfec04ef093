package org.joinvoices.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Somebody with a plain browser: no scripts, no cookies, redirects followed by hand. Each answer is
 * held against {@link Manners}, whatever the story is about.
 */
final class Visitor {

  static final String FORM = "application/x-www-form-urlencoded";

  /** How long a story waits for anything, so that a slow machine may be slow. */
  static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Demo demo;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  Visitor(Demo demo) {
    this.demo = demo;
  }

  Page get(String path) {
    return get(demo.url(path));
  }

  Page get(URI uri) {
    return send(request(uri).GET());
  }

  Page getWith(String path, String header, String value) {
    return send(request(demo.url(path)).header(header, value).GET());
  }

  /** Presses a button of a form on this house's own page. */
  Page submit(Form form) {
    return post(form.target(), ownOrigin(), FORM, form.encoded().getBytes(UTF_8));
  }

  /** Posts anything at all. */
  Page post(URI uri, String origin, String contentType, byte[] body) {
    return send(
        request(uri)
            .header("Origin", origin)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  String ownOrigin() {
    return demo.url("").toString();
  }

  private static HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(PATIENCE);
  }

  private Page send(HttpRequest.Builder request) {
    try {
      var page = Page.of(client.send(request.build(), BodyHandlers.ofString(UTF_8)));
      Manners.check(page);
      return page;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
