package org.joinvoices.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.joinvoices.platform.web.Packed;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;

/**
 * A file for programs, the same for all of them.
 *
 * @param tag weak, because compression changes the bytes on the way
 */
record Rendered(Packed content, String tag) {

  private static final CacheControl CACHING =
      CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

  static Rendered of(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return new Rendered(Packed.of(bytes), "W/\"" + DigestUtils.md5DigestAsHex(bytes) + '"');
  }

  ResponseEntity<byte[]> answer(MediaType type, HttpServletRequest request) {
    var answer = ResponseEntity.ok().contentType(type).cacheControl(CACHING).eTag(tag);
    return content.end(answer, request);
  }
}
