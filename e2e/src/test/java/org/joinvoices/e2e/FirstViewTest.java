package org.joinvoices.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
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

  /** Of all that a first visit fetches, compressed, with the headers. */
  private static final int MOST_BYTES = 30 * 1024;

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
    List<Double> bytes = Collections.synchronizedList(new ArrayList<>());
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    List<String> kept = Collections.synchronizedList(new ArrayList<>());
    window.onRequest(request -> asked.add(request.url()));
    window.onResponse(answer -> kept.add(assetKept(answer)));
    count(window, bytes);

    window.navigate(demo.url(path).toString());
    window.waitForLoadState(LoadState.NETWORKIDLE);

    assertThat(bytes).as("answers").hasSizeGreaterThanOrEqualTo(2);
    assertThat(bytes.stream().mapToDouble(Double::doubleValue).sum())
        .as("bytes of the first view")
        .isLessThanOrEqualTo(MOST_BYTES);
    assertThat(asked).allMatch(url -> url.startsWith(demo.url("/").toString()));
    assertThat(kept).as("files that may not be kept for good").containsOnly("");
    assertThat(((Number) window.evaluate(SHIFTS)).doubleValue()).as("layout shift").isZero();
  }

  private static void count(Page window, List<Double> bytes) {
    var network = window.context().newCDPSession(window);
    network.on("Network.loadingFinished", (JsonObject end) -> bytes.add(length(end)));
    network.send("Network.enable");
  }

  /** Empty for a page, and for a file that browsers may keep for good and that came packed. */
  private static String assetKept(Response answer) {
    var headers = answer.headers();
    boolean fine =
        !answer.url().contains("/assets/")
            || headers.getOrDefault("cache-control", "").contains("immutable")
                && headers.getOrDefault("content-encoding", "").equals("gzip");
    return fine ? "" : answer.url();
  }

  private static double length(JsonObject end) {
    return end.get("encodedDataLength").getAsDouble();
  }
}
