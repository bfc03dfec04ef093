package org.joinvoices.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.joinvoices.platform.web.Rendering;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file for programs, the same for all of them. */
record Rendered(Rendering text) {

  private static final CacheControl CACHING =
      CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

  static Rendered of(String text) {
    return new Rendered(Rendering.of(text));
  }

  ResponseEntity<byte[]> answer(MediaType type, HttpServletRequest request) {
    return text.end(ResponseEntity.ok().contentType(type).cacheControl(CACHING), request);
  }
}
