package org.joinvoices.desk;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.joinvoices.platform.principal.Role;
import org.joinvoices.platform.settings.Settings;
import org.joinvoices.platform.web.UploadForm;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.AbstractSecurityWebApplicationInitializer;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/**
 * Who may do what at the desk. Spring Security stands before {@code /desk} only: public pages have
 * their own headers, set no cookie and know nobody.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class DeskSecurity {

  /** After the checks that every request passes: headers, failures, posts of other sites. */
  private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

  /** Pages and forms of those who are about to sign in. */
  private static final String[] BEFORE = {
    "/desk/sign-in", "/desk/sign-in/**", "/desk/invitation/*", "/desk/link/*"
  };

  /** Forms about nothing but one's own access. */
  private static final String[] OWN = {
    "/desk/sign-out", "/desk/my-sessions/**", "/desk/passkeys", "/desk/passkeys/**"
  };

  /** What is held about those who joined a letter; looking is an owner's, too. */
  private static final String[] HELD = {"/desk/personal-data", "/desk/personal-data/**"};

  /** A form of owners, with nothing to look at for others. */
  private static final String HAND_OVER = "/desk/actions/*/hand-over";

  /** Whose forms bring a file: {@link UploadedForms} checks their token. */
  private static final Pattern UPLOADS =
      Pattern.compile("/desk/actions/[^/]+/(?:hand-over|responses|partners)");

  @Bean
  DelegatingFilterProxyRegistrationBean deskOnly() {
    var bean =
        new DelegatingFilterProxyRegistrationBean(
            AbstractSecurityWebApplicationInitializer.DEFAULT_FILTER_NAME);
    bean.addUrlPatterns("/desk/*");
    bean.setOrder(ORDER);
    return bean;
  }

  /** The token in each form, beside the one in this cookie. */
  @Bean
  CookieCsrfTokenRepository formTokens(Settings settings) {
    boolean secure = secure(settings);
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName(SessionCookie.name("desk-form", secure));
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(cookie -> cookie.secure(secure).httpOnly(true).sameSite("Strict"));
    return tokens;
  }

  @Bean
  UploadedForms uploadedForms(CookieCsrfTokenRepository formTokens) {
    return new UploadedForms(formTokens);
  }

  @Bean
  SessionCookie sessionCookie(Settings settings, CookieCsrfTokenRepository formTokens) {
    return new SessionCookie(secure(settings), formTokens);
  }

  @Bean
  SecurityFilterChain desk(
      HttpSecurity http,
      SessionCookie cookie,
      DeskSessions sessions,
      CookieCsrfTokenRepository formTokens,
      DeskPages pages) {
    var refusals = new DeskRefusals(pages);
    return http.securityMatcher("/desk", "/desk/**")
        .securityContext(
            context -> context.securityContextRepository(new DeskContexts(cookie, sessions)))
        .sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(formTokens)
                    .ignoringRequestMatchers(DeskSecurity::bringsFiles))
        .authorizeHttpRequests(DeskSecurity::whoMay)
        .exceptionHandling(
            refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }

  /** What changes something is an owner's unless it is named here: a new route is closed. */
  private static void whoMay(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          may) {
    may.requestMatchers(BEFORE).permitAll();
    may.requestMatchers(POST, OWN).authenticated();
    may.requestMatchers(HAND_OVER).hasRole(Role.OWNER.name());
    may.requestMatchers(HELD).hasRole(Role.OWNER.name());
    may.requestMatchers(GET, "/desk/**").authenticated();
    may.requestMatchers(HEAD, "/desk/**").authenticated();
    may.anyRequest().hasRole(Role.OWNER.name());
  }

  private static boolean bringsFiles(HttpServletRequest request) {
    return UploadForm.isSent(request) && UPLOADS.matcher(request.getRequestURI()).matches();
  }

  private static boolean secure(Settings settings) {
    return "https".equals(settings.baseUrl().getScheme());
  }
}
