package org.joinvoices.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.joinvoices.platform.principal.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Whoever is not signed in is led to where one does; whoever may not is told so. */
final class DeskRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final DeskPages pages;

  DeskRefusals(DeskPages pages) {
    this.pages = pages;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown) {
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader(HttpHeaders.LOCATION, "/desk/sign-in");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
      throws IOException {
    String reason = refused instanceof CsrfException ? "refused.form" : "refused.role";
    String page = pages.say(request, signedIn(), reason, "/desk");
    response.setStatus(HttpStatus.FORBIDDEN.value());
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.getOutputStream().write(page.getBytes(UTF_8));
  }

  private static @Nullable SignedIn signedIn() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn who
        ? who
        : null;
  }
}
