package org.joinvoices.desk;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.util.WebUtils;

/**
 * Where a browser keeps its session. Scripts cannot read it and other sites' posts do not carry it;
 * behind TLS the name's prefix makes browsers refuse one that another host or plain HTTP has set
 * (RFC 6265bis, section 4.1.3.2).
 */
final class SessionCookie {

  private final String name;
  private final boolean secure;
  private final CsrfTokenRepository formTokens;

  /**
   * @param secure whether the house is reached by https
   * @param formTokens what the forms of this browser carry
   */
  SessionCookie(boolean secure, CsrfTokenRepository formTokens) {
    this.name = name("desk", secure);
    this.secure = secure;
    this.formTokens = formTokens;
  }

  /** The name of a cookie of ours. */
  static String name(String plain, boolean secure) {
    return secure ? "__Host-" + plain : plain;
  }

  Optional<String> find(HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
  }

  /** Whoever signs in also gets new form tokens: nobody may know them from before. */
  void set(HttpServletRequest request, HttpServletResponse response, String token) {
    formTokens.saveToken(null, request, response);
    write(response, token, DeskSessions.LONGEST);
  }

  void clear(HttpServletResponse response) {
    write(response, "", Duration.ZERO);
  }

  /** Lax and not Strict: who follows a link to the desk from a mail is signed in there. */
  private void write(HttpServletResponse response, String value, Duration age) {
    var cookie =
        ResponseCookie.from(name, value)
            .path("/")
            .maxAge(age)
            .secure(secure)
            .httpOnly(true)
            .sameSite("Lax")
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
