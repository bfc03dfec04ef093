package org.joinvoices.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.Words;

/**
 * Ways to pass a letter on: plain links, of which nobody else learns before somebody follows one.
 * They carry the letter's title and its public address, and nothing of who shares it.
 *
 * @param words texts around them
 * @param title of the letter
 * @param address of its page, absolute
 * @param path of its page
 */
public record ShareLinks(Words words, String title, String address, String path) {

  private static final Texts TEXTS = Texts.beside(ShareLinks.class);

  /** One of them. */
  public record Way(String name, String url) {}

  /**
   * @param house where it is reached, without trailing slash
   * @param path of the letter's page in this language
   */
  public static ShareLinks of(URI house, String language, String title, String path) {
    return new ShareLinks(TEXTS.in(language), title, house + path, path);
  }

  /**
   * All of them. Mail: RFC 6068. SMS: RFC 5724; iPhones want the ampersand, and others do not mind.
   * The rest as their makers document, such as https://faq.whatsapp.com/5913398998672934,
   * https://docs.bsky.app/docs/advanced-guides/intent-links.
   */
  public List<Way> ways() {
    return List.of(
        new Way(
            words.get("share.mail"),
            "mailto:?subject=" + encode(title) + "&body=" + encode(title + "\r\n\r\n" + address)),
        new Way(words.get("share.sms"), "sms:?&body=" + encode(text())),
        new Way("WhatsApp", "https://wa.me/?text=" + encode(text())),
        new Way("Bluesky", "https://bsky.app/intent/compose?text=" + encode(text())),
        new Way("Mastodon", mastodonPath()),
        new Way("X", "https://x.com/intent/post?text=" + encode(title) + "&url=" + encode(address)),
        new Way("Facebook", "https://www.facebook.com/sharer/sharer.php?u=" + encode(address)));
  }

  /** Where one says which server of Mastodon one uses. */
  public String mastodonPath() {
    return path + "/mastodon";
  }

  /** Where one shares it on a server of Mastodon. */
  public String on(MastodonServer server) {
    return "https://" + server.host() + "/share?text=" + encode(text());
  }

  /** Where programs ask how to show the page within another (oembed.com, section 4). */
  public String oembed() {
    String house = address.substring(0, address.length() - path.length());
    return house + "/oembed?format=json&url=" + encode(address);
  }

  private String text() {
    return title + " " + address;
  }

  /** A space is %20 everywhere; a plus would be one in forms only. */
  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
