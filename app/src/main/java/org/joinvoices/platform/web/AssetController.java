package org.joinvoices.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves {@link Asset}s: for good under their hash, for minutes under their plain name. */
@Controller
class AssetController {

  private static final CacheControl FOR_GOOD =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
  private static final CacheControl FOR_MINUTES =
      CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

  @GetMapping("/assets/{hash}/{name}")
  ResponseEntity<byte[]> hashed(
      @PathVariable String hash, @PathVariable String name, HttpServletRequest request) {
    return Asset.find(name)
        .filter(asset -> asset.hash().equals(hash))
        .map(asset -> answer(asset, FOR_GOOD, request))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @GetMapping("/assets/{name}")
  ResponseEntity<byte[]> plain(@PathVariable String name, HttpServletRequest request) {
    return Asset.find(name)
        .map(asset -> answer(asset, FOR_MINUTES, request))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private static ResponseEntity<byte[]> answer(
      Asset asset, CacheControl cache, HttpServletRequest request) {
    var answer =
        ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, asset.type()).cacheControl(cache);
    return asset.content().end(answer, request);
  }
}
