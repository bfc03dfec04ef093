package org.joinvoices.coalition;

import java.net.URI;
import java.util.Optional;

/** Where a partner is found: an address of https with a host, up to 200 characters of ASCII. */
public record Website(String value) {

  private static final int LONGEST = 200;

  /** However it was typed; without https in front it is taken for that. */
  public static Optional<Website> parse(String typed) {
    String plain = typed.strip();
    String whole = plain.contains("://") ? plain : "https://" + plain;
    return isAddress(whole)
        ? Optional.of(new Website(whole.replaceFirst("(?i)^https", "https")))
        : Optional.empty();
  }

  private static boolean isAddress(String text) {
    try {
      URI uri = URI.create(text);
      return text.length() <= LONGEST
          && text.chars().allMatch(c -> c > 0x20 && c < 0x7F)
          && "https".equalsIgnoreCase(uri.getScheme())
          && uri.getHost() != null
          && uri.getHost().contains(".")
          && uri.getUserInfo() == null;
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}
