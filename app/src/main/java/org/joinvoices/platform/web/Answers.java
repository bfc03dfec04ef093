package org.joinvoices.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How pages are answered that are meant for one person, and how a post leads to the next page. */
public final class Answers {

  public static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);

  private Answers() {}

  /** A page for one person: never kept by any cache, never named to another site. */
  public static ResponseEntity.BodyBuilder secret(HttpStatus status) {
    return ResponseEntity.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex");
  }

  /** 303: the browser fetches the next page, and reloading it posts nothing again. */
  public static ResponseEntity<String> seeOther(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(path))
        .cacheControl(CacheControl.noStore())
        .header("Referrer-Policy", "no-referrer")
        .build();
  }

  /** The same answer for a page with a button that asks the browser where it is. */
  public static ResponseEntity<String> locating(ResponseEntity<String> answer) {
    return with(
        answer, "Permissions-Policy", SecurityHeaders.NOTHING.replace("tion=()", "tion=(self)"));
  }

  /**
   * The same answer for a page that other sites may show within theirs.
   *
   * @param hosts those sites; none of them: nobody may
   */
  public static <T> ResponseEntity<T> framed(ResponseEntity<T> answer, List<String> hosts) {
    String who = hosts.isEmpty() ? "'none'" : String.join(" ", hosts);
    return with(
        answer,
        "Content-Security-Policy",
        SecurityHeaders.POLICY.replace("frame-ancestors 'none'", "frame-ancestors " + who));
  }

  private static <T> ResponseEntity<T> with(ResponseEntity<T> answer, String header, String value) {
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .header(header, value)
        .body(answer.getBody());
  }
}
