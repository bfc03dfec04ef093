package org.joinvoices.signing.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers meant for one person: never kept by any cache, never named to another site. */
final class Answers {

  static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);

  private Answers() {}

  static ResponseEntity.BodyBuilder status(HttpStatus status) {
    return ResponseEntity.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex");
  }

  /** 303: the browser fetches the next page, and reloading it posts nothing again. */
  static ResponseEntity<String> seeOther(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(path))
        .cacheControl(CacheControl.noStore())
        .header("Referrer-Policy", "no-referrer")
        .build();
  }
}
