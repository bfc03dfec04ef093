package org.joinvoices.coalition.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.action.Slug;
import org.joinvoices.signing.Referrals;
import org.jspecify.annotations.Nullable;

/**
 * The page of a letter that an address names.
 *
 * @param source name of the link in it; empty text for none
 */
record Embedded(Action action, String language, String source) {

  private static final Pattern PATH =
      Pattern.compile("(?:/([a-z]{2}))?/actions/([a-z0-9-]+)(?:/with/([a-z0-9-]+))?/?");
  private static final Pattern FROM = Pattern.compile("(?:^|&)from=([^&]*)");

  /**
   * @param house where it is reached, without trailing slash
   * @param address whatever somebody asks for; empty if no page of a letter is there
   */
  static Optional<Embedded> find(URI house, String address, Actions actions, Referrals referrals) {
    return path(house, address)
        .flatMap(
            uri -> {
              Matcher path = PATH.matcher(uri.getPath());
              return path.matches() ? find(path, uri, actions, referrals) : Optional.empty();
            });
  }

  private static Optional<URI> path(URI house, String address) {
    try {
      URI uri = URI.create(address.strip());
      boolean ours =
          house.getScheme().equalsIgnoreCase(uri.getScheme())
              && house.getRawAuthority().equalsIgnoreCase(uri.getRawAuthority());
      return ours && uri.getPath() != null ? Optional.of(uri) : Optional.empty();
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  private static Optional<Embedded> find(
      Matcher path, URI uri, Actions actions, Referrals referrals) {
    return Slug.parse(path.group(2))
        .flatMap(actions::findLastKnown)
        .flatMap(
            action -> {
              String asked = path.group(3) == null ? from(uri) : path.group(3);
              String source = referrals.find(action.id(), asked).orElse("");
              return language(action, path.group(1))
                  .map(language -> new Embedded(action, language, source));
            });
  }

  private static String from(URI uri) {
    Matcher from = FROM.matcher(Optional.ofNullable(uri.getRawQuery()).orElse(""));
    return from.find() ? URLDecoder.decode(from.group(1), UTF_8) : "";
  }

  /** The letter's own where none is asked for; empty where it has no page in the one that is. */
  static Optional<String> language(Action action, @Nullable String asked) {
    String language = asked == null ? action.defaultLanguage() : asked;
    return Optional.of(language).filter(action.pageLanguages()::contains);
  }

  /** Where the letter is, with the link by which one comes. */
  String path(Referrals referrals) {
    String page = action.path(language);
    return source.isEmpty()
        ? page
        : referrals
            .partner(action.id(), source)
            .map(partner -> page + "/with/" + partner.word())
            .orElse(page + "?from=" + source);
  }

  /** Where its frame is. */
  String framePath() {
    String page = action.path(language).replace("/actions/", "/embed/actions/");
    return source.isEmpty() ? page : page + "?from=" + source;
  }
}
