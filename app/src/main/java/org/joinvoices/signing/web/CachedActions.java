package org.joinvoices.signing.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.action.Slug;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Letters by their slug, asked of the database once a second at most. */
final class CachedActions {

  private final LoadingCache<String, Optional<Action>> bySlug;

  CachedActions(Actions actions) {
    bySlug =
        Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build(slug -> Slug.parse(slug).flatMap(actions::find));
  }

  /**
   * @throws ResponseStatusException 404 if there is none
   */
  Action get(String slug) {
    return bySlug.get(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
