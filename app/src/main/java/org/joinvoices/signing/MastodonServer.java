package org.joinvoices.signing;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A server of Mastodon, or of another program that shares as it does, for example {@code
 * mastodon.social}.
 *
 * @param host a host name of several labels in ASCII (RFC 1123, section 2.1): no address in
 *     numbers, no port, no login, no path
 */
public record MastodonServer(String host) {

  private static final int LONGEST = 253;

  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

  /** The last label begins with a letter, as those of addresses in numbers do not. */
  private static final Pattern FORM = Pattern.compile("(?:" + LABEL + "\\.)+(?=[a-z])" + LABEL);

  /**
   * @throws IllegalArgumentException if not of this form; whether there is such a host is not known
   */
  public MastodonServer {
    if (host.length() > LONGEST || !FORM.matcher(host).matches()) {
      throw new IllegalArgumentException("not a host name");
    }
  }

  /**
   * Reads what people have at hand: a name, the address of a page, or their account such as {@code
   * me@mastodon.social}, with an @ in front or not. Other scripts become ASCII ({@code xn--…}), so
   * that whoever looks at it sees two names where two only look alike.
   */
  public static Optional<MastodonServer> parse(String typed) {
    String rest = typed.strip().toLowerCase(Locale.ROOT).replaceFirst("^https?://", "");
    int path = rest.indexOf('/');
    String authority = path < 0 ? rest : rest.substring(0, path);
    String name = authority.substring(authority.lastIndexOf('@') + 1);
    try {
      return Optional.of(new MastodonServer(IDN.toASCII(name).toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
