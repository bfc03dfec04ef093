package org.joinvoices.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells browsers what our pages never do, so that nothing slipped into one can do it. */
final class SecurityHeaders extends OncePerRequestFilter {

  static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** What no page may ask a browser for. */
  static final String NOTHING = "camera=(), geolocation=(), microphone=()";

  private final boolean secure;

  /**
   * @param secure whether the house is reached by https, and so always shall be
   */
  SecurityHeaders(boolean secure) {
    this.secure = secure;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    set(response);
    chain.doFilter(request, response);
  }

  /** What the container itself refuses comes here as an error only. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  void set(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    // Addresses with tokens stay here, and our own forms still say where they come from.
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Permissions-Policy", NOTHING);
    if (secure) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }
}
