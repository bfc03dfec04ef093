package org.joinvoices.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.InvalidCsrfTokenException;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * Checks the token of a form that brings files. Spring Security would have to read such a form
 * before it knows who sends it; so whoever handles one checks its token here, before anything else.
 */
public final class UploadedForms {

  private final CsrfTokenRepository tokens;
  private final XorCsrfTokenRequestAttributeHandler handler =
      new XorCsrfTokenRequestAttributeHandler();

  UploadedForms(CsrfTokenRepository tokens) {
    this.tokens = tokens;
  }

  /**
   * @param sent the form's field {@code _csrf}
   * @throws InvalidCsrfTokenException if the form is not of a page of this visitor's; it leads to
   *     the page that says so
   */
  public void check(HttpServletRequest request, String sent) {
    CsrfToken expected = tokens.loadToken(request);
    if (expected == null) {
      throw new InvalidCsrfTokenException(tokens.generateToken(request), sent);
    }
    String found = handler.resolveCsrfTokenValue(new WithField(request, expected, sent), expected);
    if (found == null
        || !MessageDigest.isEqual(found.getBytes(UTF_8), expected.getToken().getBytes(UTF_8))) {
      throw new InvalidCsrfTokenException(expected, sent);
    }
  }

  /** The request as if its form had been read. */
  private static final class WithField extends HttpServletRequestWrapper {

    private final CsrfToken token;
    private final String value;

    WithField(HttpServletRequest request, CsrfToken token, String value) {
      super(request);
      this.token = token;
      this.value = value;
    }

    @Override
    public @Nullable String getHeader(String name) {
      return name.equals(token.getHeaderName()) ? null : super.getHeader(name);
    }

    @Override
    public @Nullable String getParameter(String name) {
      return name.equals(token.getParameterName()) ? value : null;
    }
  }
}
