package org.joinvoices.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.joinvoices.platform.principal.SignedIn;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Tells Spring Security who sends a request, from the session in the database. Sessions begin and
 * end by {@link SignIns}, never by it.
 */
final class DeskContexts implements SecurityContextRepository {

  private final SessionCookie cookie;
  private final DeskSessions sessions;

  DeskContexts(SessionCookie cookie, DeskSessions sessions) {
    this.cookie = cookie;
    this.sessions = sessions;
  }

  @Override
  @Deprecated // by Spring Security, which still asks for it through its replacement
  public SecurityContext loadContext(HttpRequestResponseHolder pair) {
    return cookie
        .find(pair.getRequest())
        .flatMap(sessions::find)
        .map(DeskContexts::context)
        .orElseGet(SecurityContextImpl::new);
  }

  private static SecurityContext context(SignedIn who) {
    var authority = new SimpleGrantedAuthority("ROLE_" + who.role());
    return new SecurityContextImpl(
        new PreAuthenticatedAuthenticationToken(who, "", List.of(authority)));
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return cookie.find(request).isPresent();
  }
}
