package org.joinvoices.coalition.web;

import com.google.crypto.tink.util.Bytes;
import java.time.Duration;
import org.joinvoices.coalition.Partners;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Logos of partners, each under the hash of what it is, so that browsers may keep it for good. */
@Controller
final class LogoController {

  private static final CacheControl FOR_GOOD =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final Partners partners;

  LogoController(Partners partners) {
    this.partners = partners;
  }

  @GetMapping(Partners.LOGOS + "{hash:[0-9a-f]{64}}.png")
  ResponseEntity<byte[]> logo(@PathVariable String hash) {
    return partners
        .logo(hash)
        .map(Bytes::toByteArray)
        .map(
            png ->
                ResponseEntity.ok()
                    .contentType(MediaType.IMAGE_PNG)
                    .cacheControl(FOR_GOOD)
                    .body(png))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
