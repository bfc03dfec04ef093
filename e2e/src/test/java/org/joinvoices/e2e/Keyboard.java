package org.joinvoices.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** Hands that never leave the keyboard. */
final class Keyboard {

  private static final int MANY = 200;

  /**
   * All that can be used on a page, in the order of reading; a date is typed in three parts or
   * chosen.
   */
  private static final String STOPS =
      """
      const stops = [...document.querySelectorAll(
          'a[href], button, select, textarea, summary, input:not([type=hidden]), [tabindex="0"]')]
        .filter(stop => stop.checkVisibility())
        .flatMap(stop => Array(stop.type === 'date' ? 4 : 1).fill(stop));
      """;

  /**
   * What is wrong with the focus, if anything: it is to be on that stop, with an outline of two
   * pixels or more, and all of what it surrounds within the window. Browsers draw one of their own
   * around the calendar of a date.
   */
  private static final String FAULT =
      """
      number => {
        %s
        const stop = document.activeElement;
        if (stop !== stops[number]) {
          return `stop ${number} is ${stop.outerHTML}, not ${stops[number].outerHTML}`;
        }
        if (stop.type === 'date' && !stop.matches(':focus')) return '';
        const look = getComputedStyle(stop);
        const box = stop.getBoundingClientRect();
        return look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2
            && box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight
          ? '' : `${stop.outerHTML} is not seen`;
      }"""
          .formatted(STOPS);

  private final Page window;

  Keyboard(Page window) {
    this.window = window;
  }

  /** Presses the Tab key until {@code selector} has the focus. */
  void tabTo(String selector) {
    for (int i = 0; i < MANY; i++) {
      if (Boolean.TRUE.equals(
          window.evaluate("selector => document.activeElement.matches(selector)", selector))) {
        return;
      }
      window.keyboard().press("Tab");
    }
    throw new AssertionError("the Tab key never leads to " + selector);
  }

  /** Goes there and presses Enter, which leads to the next page. */
  void press(String selector) {
    tabTo(selector);
    window.waitForNavigation(() -> window.keyboard().press("Enter"));
  }

  /** Goes there and presses Enter, which leads to no other page. */
  void enter(String selector) {
    tabTo(selector);
    window.keyboard().press("Enter");
  }

  void type(String selector, String text) {
    tabTo(selector);
    window.keyboard().press("Control+A");
    window.keyboard().type(text);
  }

  /**
   * Stops once at each thing a fresh page offers, in the order of reading, and sees where it is.
   */
  void goThrough() {
    int stops = (Integer) window.evaluate("() => {" + STOPS + "return stops.length;}");
    for (int stop = 0; stop < stops; stop++) {
      window.keyboard().press("Tab");
      assertThat(window.evaluate(FAULT, stop)).as(window.url()).isEqualTo("");
    }
  }
}
