package org.joinvoices.platform.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who takes the mail for an address, as far as the address tells: one of the large providers, which
 * count what comes over all their domains, or else the domain itself. Known while a mail is sent
 * and stored nowhere.
 */
final class Provider {

  /** Their own domains, as their help pages list them. */
  private static final Map<String, Set<String>> DOMAINS =
      Map.of(
          "gmail", Set.of("gmail.com", "googlemail.com"),
          "outlook", Set.of("outlook.com", "hotmail.com", "live.com", "msn.com", "passport.com"),
          "yahoo",
              Set.of(
                  "yahoo.com",
                  "ymail.com",
                  "rocketmail.com",
                  "myyahoo.com",
                  "aol.com",
                  "aim.com",
                  "att.net",
                  "sbcglobal.net",
                  "bellsouth.net",
                  "verizon.net"),
          "apple", Set.of("icloud.com", "me.com", "mac.com"),
          "comcast", Set.of("comcast.net", "xfinity.com"),
          "proton", Set.of("proton.me", "protonmail.com", "pm.me"));

  /** Providers with a domain per country, such as {@code hotmail.es} and {@code yahoo.com.mx}. */
  private static final Map<String, String> IN_EACH_COUNTRY =
      Map.of("outlook", "outlook", "hotmail", "outlook", "live", "outlook", "yahoo", "yahoo");

  private static final List<String> SECOND_LEVEL = List.of("co", "com");

  private Provider() {}

  /** A word that is the same for all mailboxes of one provider. */
  static String of(String address) {
    String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return DOMAINS.entrySet().stream()
        .filter(provider -> provider.getValue().contains(domain))
        .map(Map.Entry::getKey)
        .findAny()
        .orElseGet(() -> byCountry(domain));
  }

  private static String byCountry(String domain) {
    String[] labels = domain.split("\\.", -1);
    boolean ofCountry =
        labels[labels.length - 1].length() == 2
            && (labels.length == 2 || (labels.length == 3 && SECOND_LEVEL.contains(labels[1])));
    return ofCountry ? IN_EACH_COUNTRY.getOrDefault(labels[0], domain) : domain;
  }
}
