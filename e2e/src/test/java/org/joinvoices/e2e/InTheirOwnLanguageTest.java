package org.joinvoices.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Supporters who read Spanish, or Arabic from right to left, on phones and desks. */
@ExtendWith(Houses.class)
class InTheirOwnLanguageTest {

  private static final String ACTION = "/actions/" + Demo.SLUG;
  private static final Map<String, String> DIRECTIONS = Map.of("es", "ltr", "ar", "rtl");

  private final Demo demo;
  private final Visitor visitor;
  private final Chromium chromium = Chromium.openOrSkip();

  InTheirOwnLanguageTest(Demo demo) {
    this.demo = demo;
    this.visitor = new Visitor(demo);
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  @ParameterizedTest
  @CsvSource({
    "es, 390, true",
    "es, 390, false",
    "es, 1280, true",
    "es, 1280, false",
    "ar, 390, true",
    "ar, 390, false",
    "ar, 1280, true",
    "ar, 1280, false"
  })
  void signMendChooseConfirmAndWithdraw(String language, int width, boolean scripts) {
    var window = scripts ? chromium.window(width, ColorScheme.LIGHT) : chromium.plainWindow(width);
    var mailbox = "own-%s-%d-%s@mail.example".formatted(language, width, scripts);
    window.navigate(demo.url("/" + language + ACTION).toString());
    isIn(language, window);

    window.fill("[name=family_name]", language.equals("ar") ? "النموذج" : "Núñez Muestra");
    window.fill("[name=given_name]", language.equals("ar") ? "أمل" : "José");
    window.fill("[name=email]", mailbox);
    window.locator("[name=prefix][value='Ms.']").check();
    window.fill("[name=address_line]", "4417 Elmbrook Terrace");
    window.fill("[name=locality]", "Cleveland");
    window.selectOption("[name=region]", "OH");
    window.fill("[name=postal_code]", "4410");
    window.click(Supporter.SEND);
    isIn(language, window);
    assertThat(window.locator("a[href='#postal_code']")).isVisible();
    assertThat(window.locator("[name=family_name]"))
        .hasValue(language.equals("ar") ? "النموذج" : "Núñez Muestra");

    // as a keyboard of that language types them
    window.fill("[name=postal_code]", language.equals("ar") ? "٤٤١٠٩" : "44109");
    window.click(Supporter.SEND);
    assertThat(window.url()).contains("/thanks/");
    isIn(language, window);
    window.locator("[name=seat][value=OH-11]").first().click();
    window.locator("form[action$='/district'] button").last().click();

    var mail = new Mailbox(visitor).awaitTo(mailbox);
    assertThat(mail.html()).contains("dir=\"" + DIRECTIONS.get(language) + '"');
    window.navigate(mail.firstLink().toString());
    isIn(language, window);
    window.click("form[action$='" + mail.firstLink().getPath() + "'] button");
    assertThat(window.url()).contains("/r/");
    isIn(language, window);

    window.click("a[href$='/withdraw']");
    isIn(language, window);
    window.click("form[action$='/withdraw'] button");
    isIn(language, window);
  }

  /** In the language and its direction, without scrolling sideways. */
  private static void isIn(String language, Page window) {
    var page = window.locator("html");
    assertThat(page).hasAttribute("lang", language);
    assertThat(page).hasAttribute("dir", String.valueOf(DIRECTIONS.get(language)));
    assertThat((Boolean) window.evaluate("document.body.scrollWidth <= window.innerWidth"))
        .as("no wider than the window at " + window.locator("h1").first().innerText())
        .isTrue();
  }
}
