package org.joinvoices.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/**
 * The language in which somebody's browser asks for a page whose address names none (RFC 9110,
 * 12.5.4; matched by RFC 4647, 3.4: whoever asks for {@code es-MX} gets {@code es}).
 */
public final class Wish {

  /** Browsers name a handful; whatever names more is not one. */
  private static final int LONGEST = 500;

  private Wish() {}

  /** The one of these that is wished for most, or none. */
  public static Optional<String> among(Collection<String> languages, HttpServletRequest request) {
    String asked = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    if (asked == null || asked.isBlank() || asked.length() > LONGEST) {
      return Optional.empty();
    }
    return Optional.ofNullable(Locale.lookupTag(ranges(asked), languages));
  }

  private static List<Locale.LanguageRange> ranges(String asked) {
    try {
      return Locale.LanguageRange.parse(asked);
    } catch (IllegalArgumentException _) {
      // no header that any browser sends
      return List.of();
    }
  }
}
