package org.joinvoices.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import org.joinvoices.platform.crypto.Sha256;
import org.springframework.http.ResponseEntity;

/**
 * A text that is the same for everybody, packed once and told from others by a tag.
 *
 * @param tag weak, because compression changes the bytes on the way
 */
public record Rendering(Packed content, String tag) {

  public static Rendering of(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return new Rendering(Packed.of(bytes), "W/\"" + Sha256.hex(bytes) + '"');
  }

  /** Ends an answer with it. */
  public ResponseEntity<byte[]> end(ResponseEntity.BodyBuilder answer, HttpServletRequest request) {
    return content.end(answer.eTag(tag), request);
  }
}
