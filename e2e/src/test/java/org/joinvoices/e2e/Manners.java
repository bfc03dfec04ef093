package org.joinvoices.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** What every answer owes its reader: no failure, no cookie, no script let in, no third party. */
final class Manners {

  private Manners() {}

  static void check(Page page) {
    assertThat(page.status()).as(page.uri().getPath()).isLessThan(500);
    assertThat(page.headers().allValues("Set-Cookie")).as("cookies").isEmpty();
    if (page.isHtml()) {
      if (!isMail(page)) {
        checkPolicy(page);
      }
      assertThat(requestsToOthers(page)).as("third parties on " + page.uri().getPath()).isEmpty();
    }
  }

  /** A mail as it came: its styles stand in it, and a sandbox around it. */
  private static boolean isMail(Page page) {
    return page.uri().getPath().startsWith("/demo/")
        && page.header("Content-Security-Policy").contains("sandbox");
  }

  private static void checkPolicy(Page page) {
    assertThat(page.header("Content-Security-Policy"))
        .as("policy of " + page.uri().getPath())
        .contains("default-src")
        .doesNotContain("unsafe-inline", "unsafe-eval", "*");
    assertThat(
            page.document()
                .select("script:not([src], [type='application/ld+json']), style, [style]"))
        .as("inline code on " + page.uri().getPath())
        .isEmpty();
  }

  /** Addresses a browser would ask on its own, or send a form to; plain links are free. */
  private static List<String> requestsToOthers(Page page) {
    var everywhere =
        Stream.of("src", "srcset", "poster", "data", "action", "formaction")
            .flatMap(name -> addresses(page, "[" + name + "]", name));
    return Stream.concat(everywhere, addresses(page, "link[href]", "href"))
        .filter(address -> !ownOf(page.uri(), address))
        .toList();
  }

  private static Stream<String> addresses(Page page, String selector, String attribute) {
    return page.document().select(selector).stream()
        .map(element -> element.absUrl(attribute))
        .filter(url -> !url.isEmpty());
  }

  private static boolean ownOf(URI page, String address) {
    return address.startsWith("data:")
        || URI.create(address.split(" ")[0]).getAuthority().equals(page.getAuthority());
  }
}
