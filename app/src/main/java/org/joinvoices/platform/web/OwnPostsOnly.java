package org.joinvoices.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site makes a visitor's browser send (design decision D7). A browser says
 * where a request comes from: by Sec-Fetch-Site, which no page can set, or in older ones by Origin.
 * Whoever says neither is no browser, and harmless as long as no cookie comes along.
 *
 * <p>A page that names itself to nobody ({@code no-referrer}) posts with {@code Origin: null}.
 * Where the address itself is the secret that counts as saying neither: no other site knows it.
 */
final class OwnPostsOnly extends OncePerRequestFilter {

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final List<String> secretPaths;

  /**
   * @param secretPaths beginnings of paths that go on with a token
   */
  OwnPostsOnly(List<String> secretPaths) {
    this.secretPaths = List.copyOf(secretPaths);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (READS.contains(request.getMethod()) || isOurs(request)) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private boolean isOurs(HttpServletRequest request) {
    var site = Optional.ofNullable(request.getHeader("Sec-Fetch-Site"));
    if (site.isPresent()) {
      return site.get().equals("same-origin") || site.get().equals("none");
    }
    var origin = Optional.ofNullable(request.getHeader("Origin"));
    if (origin.isPresent() && !(origin.get().equals("null") && isSecret(request))) {
      return isSameHost(origin.get(), request.getHeader("Host"));
    }
    return request.getHeader("Cookie") == null;
  }

  private boolean isSecret(HttpServletRequest request) {
    return secretPaths.stream().anyMatch(request.getRequestURI()::startsWith);
  }

  private static boolean isSameHost(String origin, String host) {
    try {
      var authority = URI.create(origin).getAuthority();
      return authority != null && authority.equalsIgnoreCase(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
