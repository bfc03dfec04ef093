package org.joinvoices.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form asks for no more than the act needs, and helps where it can. */
@ExtendWith(Houses.class)
class ShortFormTest {

  private static final String LETTER_ONLY = "form[action$=signatures] .acts .second:not([name])";

  private final Demo demo;
  private final Chromium chromium = Chromium.openOrSkip();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  ShortFormTest(Demo demo) {
    this.demo = demo;
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  private Page open(Page window) {
    window.onRequest((Request request) -> asked.add(request.url()));
    window.navigate(demo.url("/actions/" + Demo.SLUG).toString());
    return window;
  }

  @ParameterizedTest
  @ValueSource(ints = {Chromium.PHONE, Chromium.DESK})
  void asksWhoSignsTheLetterOnlyForNoAddressEvenWithoutScripts(int width) {
    var window = open(chromium.plainWindow(width));
    assertThat(window.locator("[name=address_line]")).isVisible();
    assertThat(window.locator(Supporter.SEND)).isVisible();

    window.locator("#act-letter").check();

    assertThat(window.locator("[name=address_line]")).isHidden();
    assertThat(window.locator("[name=prefix]").first()).isHidden();
    assertThat(window.locator(Supporter.SEND)).isHidden();
    assertThat(window.locator(LETTER_ONLY)).isVisible();

    window.fill("[name=family_name]", "Testperson");
    window.fill("[name=email]", "short-" + width + "@mail.example");
    window.click(LETTER_ONLY);
    assertThat(window.url()).contains("/thanks/");
  }

  @Test
  void takesASignatureWhereNeitherStylesNorScriptsArrived() {
    var plain = chromium.plainWindow(Chromium.PHONE);
    plain.route("**/*.css", Route::abort);
    var window = open(plain);
    window.check("#act-letter");
    assertThat(window.locator("[name=address_line]")).isVisible();

    window.fill("[name=family_name]", "Testperson");
    window.fill("[name=email]", "no-styles@mail.example");
    window.click(LETTER_ONLY);

    assertThat(window.url()).contains("/thanks/");
  }

  @Test
  void fillsInCityAndStateAndTellsNobodyTheWholeZipCode() {
    var window = open(chromium.window(Chromium.PHONE, ColorScheme.LIGHT));

    window.locator("[name=postal_code]").pressSequentially("44107");

    assertThat(window.locator("[name=locality]")).hasValue("Lakewood");
    assertThat(window.locator("[name=region]")).hasValue("OH");
    assertThat(window.locator("[data-zip]")).containsText("Lakewood, OH");
    assertThat(asked).anyMatch(url -> url.endsWith("/zips/441.json"));
    assertThat(asked).noneMatch(url -> url.contains("44107"));
  }

  @Test
  void leavesAloneWhatSomebodyTyped() {
    var window = open(chromium.window(Chromium.PHONE, ColorScheme.LIGHT));
    window.fill("[name=locality]", "Sampletown");

    window.waitForResponse(
        response -> response.url().endsWith("/zips/441.json"),
        () -> window.locator("[name=postal_code]").pressSequentially("44107"));

    assertThat(window.locator("[name=locality]")).hasValue("Sampletown");
    assertThat(window.locator("[name=region]")).hasValue("");
  }
}
