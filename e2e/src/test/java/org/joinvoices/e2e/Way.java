package org.joinvoices.e2e;

/** A way in which somebody reads a page. */
enum Way {
  /**
   * On a phone, with all that axe knows to look for, targets of 24 pixels among it (WCAG 2.5.8).
   */
  LIGHT,
  DARK,
  /** Who asks their system for more contrast. */
  MORE_CONTRAST,
  /** Who has the system choose all colours, as high contrast on Windows does. */
  FORCED_COLOURS,
  /** A window of 1280 pixels, enlarged to 200 % (WCAG 1.4.4). */
  TWICE_THE_SIZE,
  /** 320 pixels, which is also a window of 1280 enlarged to 400 % (WCAG 1.4.10). */
  SMALL_PHONE,
  /** Whoever tabs sees where they are (WCAG 2.4.7), and nothing lies on it (2.4.11). */
  KEYBOARD,
  /** Who asks their system for less motion. */
  LESS_MOTION,
  /** Where the style did not arrive, or is the reader's own. */
  WITHOUT_STYLES
}
