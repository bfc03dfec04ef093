package org.joinvoices.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a phone on a slow line has to wait for: read from the network, as the browser counts it. */
@ExtendWith(Houses.class)
class FirstViewTest {

  /** Of all that a first visit fetches, compressed, with the headers; the typeface comes later. */
  private static final int MOST_BYTES = 30 * 1024;

  private static final int MOST_BYTES_OF_FONTS = 60 * 1024;

  private static final String SHIFTS =
      """
      new Promise(done => {
        let sum = 0;
        new PerformanceObserver(list => list.getEntries().forEach(shift => sum += shift.value))
          .observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => setTimeout(() => done(sum), 500));
      })""";

  private final Demo demo;
  private final Chromium chromium = Chromium.openOrSkip();

  FirstViewTest(Demo demo) {
    this.demo = demo;
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/es", "/actions/" + Demo.SLUG, "/es/actions/" + Demo.SLUG})
  void isLightAsksNobodyElseAndStandsStill(String path) {
    var window = chromium.window(Chromium.PHONE, ColorScheme.LIGHT);
    var weight = new Weight();
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    List<String> kept = Collections.synchronizedList(new ArrayList<>());
    window.onRequest(request -> asked.add(request.url()));
    window.onResponse(answer -> kept.add(assetKept(answer)));
    weight.count(window);

    window.navigate(demo.url(path).toString());
    window.waitForLoadState(LoadState.NETWORKIDLE);

    assertThat(weight.answers()).isGreaterThanOrEqualTo(2);
    assertThat(weight.ofFirstView()).isLessThanOrEqualTo(MOST_BYTES);
    assertThat(weight.ofFonts()).isLessThanOrEqualTo(MOST_BYTES_OF_FONTS);
    assertThat(asked).allMatch(url -> url.startsWith(demo.url("/").toString()));
    assertThat(kept).as("files that may not be kept for good").containsOnly("");
    assertThat(((Number) window.evaluate(SHIFTS)).doubleValue()).as("layout shift").isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actions/" + Demo.SLUG, "/es/actions/" + Demo.SLUG})
  void setsEveryGlyphOfTheLetterInTheTypefaceOfTheHouseAndNothingElse(String path) {
    var window = chromium.window(Chromium.PHONE, ColorScheme.LIGHT);
    window.navigate(demo.url(path).toString());
    window.evaluate("document.fonts.ready.then(() => true)");
    var typefaces = new Typefaces(window);

    assertThat(typefaces.of(".letter > p:not(.unseen), .demands li > *:not(button)"))
        .hasSizeGreaterThan(10)
        .containsOnly("own");
    assertThat(typefaces.of("h1, .lead p, .letter header p, .form p")).doesNotContain("own");
  }

  @ParameterizedTest
  @ValueSource(ints = {Chromium.PHONE, Chromium.DESK})
  void canBeReadBeforeTheTypefaceArrivesAndStandsStillWhenItDoes(int width) {
    var window = chromium.window(width, ColorScheme.LIGHT);
    var held = new ArrayList<Route>();
    window.route("**/*.woff2", held::add);
    window.navigate(
        demo.url("/actions/" + Demo.SLUG).toString(),
        new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
    window.waitForCondition(() -> !held.isEmpty());
    assertThat(new Typefaces(window).of(".letter > p:not(.unseen)")).doesNotContain("own");

    held.forEach(Route::resume);
    window.evaluate("document.fonts.ready.then(() => true)");

    assertThat(new Typefaces(window).of(".letter > p:not(.unseen)")).containsOnly("own");
    assertThat(((Number) window.evaluate(SHIFTS)).doubleValue()).as("layout shift").isZero();
  }

  /** Empty for a page, and for a file that browsers may keep for good and that came packed. */
  private static String assetKept(Response answer) {
    var headers = answer.headers();
    boolean fine =
        !answer.url().contains("/assets/")
            || headers.getOrDefault("cache-control", "").contains("immutable")
                && (answer.url().endsWith(".woff2")
                    || headers.getOrDefault("content-encoding", "").equals("gzip"));
    return fine ? "" : answer.url();
  }
}
