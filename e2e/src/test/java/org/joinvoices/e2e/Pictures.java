package org.joinvoices.e2e;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Where pictures of the pages are left; the documentation's are made by naming its folder. */
final class Pictures {

  private static final Path FOLDER =
      Path.of(System.getProperty("joinvoices.screenshots", "target/screenshots"));

  private Pictures() {}

  static Path file(String name) {
    return FOLDER.resolve(name + ".png");
  }

  /** Of what the window shows. */
  static void ofWindow(Page window, String name) {
    window.screenshot(new Page.ScreenshotOptions().setPath(file(name)));
  }

  /** Of the whole page. */
  static void ofPage(Page window, String name) {
    window.screenshot(new Page.ScreenshotOptions().setPath(file(name)).setFullPage(true));
  }
}
