package org.joinvoices.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Geolocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The browser of this machine: Debian's Chromium, or the one that {@code CHROMIUM} names. It is
 * started once for all stories of a process and ends with it; each story has windows of its own,
 * which share nothing.
 */
final class Chromium implements AutoCloseable {

  /** A phone's width and height. */
  static final int PHONE = 390;

  static final int DESK = 1280;
  private static final int HEIGHT = 844;

  private static final Path PROGRAM =
      Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
  private static final AtomicBoolean SAID = new AtomicBoolean();

  /** Nothing of its own on the network: what is asked for then is what a page asks for. */
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final List<BrowserContext> windows = new ArrayList<>();

  private Chromium() {}

  /** Made when the first story asks. */
  private static final class Program {

    static final Browser STARTED =
        Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(PROGRAM).setArgs(QUIET));
  }

  /** The browser, or skips the stories that need one and says so once. */
  static Chromium openOrSkip() {
    var found = Files.isExecutable(PROGRAM);
    if (!found && SAID.compareAndSet(false, true)) {
      System.out.println(
          "Skipped: stories in a browser, because there is no %s (set CHROMIUM)"
              .formatted(PROGRAM));
    }
    assumeTrue(found, "no Chromium");
    return new Chromium();
  }

  /** A window that runs no scripts. */
  Page plainWindow(int width) {
    return window(width, ColorScheme.LIGHT, false);
  }

  /** A window with scripts, as checkers need them. */
  Page window(int width, ColorScheme colours) {
    return window(width, colours, true);
  }

  /** A window whose browser tells every page that asks where it is. */
  Page locatedWindow(int width, double lat, double lon) {
    var window = window(width, ColorScheme.LIGHT);
    window.context().grantPermissions(List.of("geolocation"));
    window.context().setGeolocation(new Geolocation(lat, lon).setAccuracy(15));
    return window;
  }

  private Page window(int width, ColorScheme colours, boolean scripts) {
    BrowserContext context =
        Program.STARTED.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, HEIGHT)
                .setColorScheme(colours)
                .setJavaScriptEnabled(scripts));
    windows.add(context);
    context.setDefaultTimeout(15_000);
    return context.newPage();
  }

  @Override
  public void close() {
    windows.forEach(BrowserContext::close);
  }
}
