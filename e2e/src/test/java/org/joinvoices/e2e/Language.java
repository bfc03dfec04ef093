package org.joinvoices.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;

/** A language that pages speak, and the way it is read. */
enum Language {
  EN("ltr"),
  ES("ltr"),
  AR("rtl");

  /** Blocks with words of their own that run another way than their language is read. */
  private static final String ASTRAY =
      """
      rtl => [...document.querySelectorAll('body *')]
        .filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
        .filter(element => element.checkVisibility() && !element.closest('[dir=auto]'))
        .filter(element => !getComputedStyle(element).display.startsWith('inline'))
        .filter(element => rtl.includes(element.closest('[lang]').lang)
          !== (getComputedStyle(element).direction === 'rtl'))
        .map(element => element.outerHTML.slice(0, 90))
      """;

  private final String direction;

  Language(String direction) {
    this.direction = direction;
  }

  /** As addresses and HTML name it. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String direction() {
    return direction;
  }

  /** What stands at {@code path} in this language. */
  String of(String path) {
    return "/" + code() + path;
  }

  /** The words of this language among the same in each. */
  String of(String english, String spanish, String arabic) {
    return List.of(english, spanish, arabic).get(ordinal());
  }

  /**
   * Asserts that the page is in this language and its direction, each part in the direction of its
   * own, and that it is no wider than its window.
   */
  void isSpokenBy(Page window) {
    var page = window.locator("html");
    assertThat(page).hasAttribute("lang", code());
    assertThat(page).hasAttribute("dir", direction);
    String where = window.url() + " at " + window.viewportSize().width;
    assertThat(window.evaluate(ASTRAY, List.of(AR.code())))
        .as("in the wrong direction on " + where)
        .isEqualTo(List.of());
    assertThat((Boolean) window.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("no wider than the window on " + where)
        .isTrue();
  }
}
