package org.joinvoices.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A body that many ask for: compressed once, not for each of them. */
public final class Packed {

  /** The word in an Accept-Encoding header (RFC 9110, section 12.5.3), unless it is ruled out. */
  private static final Pattern GZIP =
      Pattern.compile("(?i)(?:^|,)\\s*(?:x-)?gzip\\s*(?:$|,|;(?!\\s*q=0(?:\\.0*)?\\s*(?:,|$)))");

  private final byte[] plain;
  private final byte @Nullable [] gzip;

  private Packed(byte[] plain, byte @Nullable [] gzip) {
    this.plain = plain;
    this.gzip = gzip;
  }

  /** Keeps the array; nobody may change it afterwards. */
  public static Packed of(byte[] content) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Fonts and images are packed already
    return new Packed(content, packed.size() < content.length ? packed.toByteArray() : null);
  }

  /** Ends the answer to a request with this body. */
  public ResponseEntity<byte[]> end(ResponseEntity.BodyBuilder answer, HttpServletRequest request) {
    if (gzip == null) {
      return answer.body(plain);
    }
    String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    return accepted != null && GZIP.matcher(accepted).find()
        ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(gzip)
        : answer.body(plain);
  }
}
