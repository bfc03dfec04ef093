package org.joinvoices.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Supporters whose address does not tell their district; 44109 lies in OH-09 and OH-11. */
@ExtendWith(Houses.class)
class FindingTheDistrictTest {

  private static final String ACTION = "/actions/" + Demo.SLUG;
  private static final String ON_THE_MAP = ".area[data-seat=OH-11]";
  private static final String LOCATE = "[data-locate] button";

  private final Demo demo;
  private final Visitor visitor;
  private final Chromium chromium = Chromium.openOrSkip();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  FindingTheDistrictTest(Demo demo) {
    this.demo = demo;
    this.visitor = new Visitor(demo);
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  private String thanks(String name, String zip, String state) {
    var person = Person.amira().withEmail(name + "@mail.example").withZip(zip, state);
    return new Supporter(visitor, person).signAndSend(ACTION).uri().toString();
  }

  private Page open(Page window, String address) {
    window.onRequest((Request request) -> asked.add(request.url()));
    window.navigate(address);
    return window;
  }

  @ParameterizedTest
  @ValueSource(ints = {Chromium.PHONE, Chromium.DESK})
  void choosesOnTheMapByKeyboardWithoutScripts(int width) {
    var window = open(chromium.plainWindow(width), thanks("map" + width, "44109", "OH"));
    var keyboard = new Keyboard(window);
    assertThat(window.locator(LOCATE).isVisible()).isFalse();

    keyboard.press(ON_THE_MAP);
    assertThat(window.locator("[value=OH-11]").isChecked()).isTrue();
    keyboard.press("form[action$='/district'] button");

    assertThat(window.locator("main").innerText())
        .contains("Marcia L. Fudge")
        .doesNotContain("Choose your district");
    assertNothingLeaves();
  }

  @Test
  void choosesOnTheMapWithoutLeavingThePageWhereScriptsRun() {
    var window =
        open(chromium.window(Chromium.PHONE, ColorScheme.DARK), thanks("in-place", "44109", "OH"));
    var keyboard = new Keyboard(window);
    String before = window.url();

    keyboard.tabTo(ON_THE_MAP);
    window.keyboard().press("Enter");

    assertThat(window.locator("[value=OH-11]").isChecked()).isTrue();
    assertThat(window.url()).isEqualTo(before);
    assertThat(window.evaluate("document.activeElement.value")).isEqualTo("OH-11");
  }

  @ParameterizedTest
  @ValueSource(ints = {Chromium.PHONE, Chromium.DESK})
  void usesTheLocationOnceAndNamesItNowhere(int width) {
    var window =
        open(
            chromium.locatedWindow(width, 41.4820, -81.7982),
            thanks("here" + width, "44109", "OH"));

    window.waitForNavigation(() -> window.click(LOCATE));

    assertThat(window.locator("main").innerText())
        .contains("Marcy Kaptur")
        .doesNotContain("Choose your district");
    assertNothingLeaves();
    assertThat(demo.logs()).doesNotContain("41.48", "81.79");
  }

  @Test
  void offersBothWhereThePlaceIsNotInTheZipCode() {
    var window =
        open(
            chromium.locatedWindow(Chromium.PHONE, 39.9612, -82.9988),
            thanks("visitor", "44109", "OH"));

    window.waitForNavigation(() -> window.click(LOCATE));

    assertThat(window.locator("#district").innerText())
        .contains("not in the districts of your ZIP code", "Joyce Beatty", "Marcy Kaptur");
  }

  @Test
  void losesNothingWhereTheBrowserDoesNotTell() {
    var window =
        open(chromium.window(Chromium.PHONE, ColorScheme.LIGHT), thanks("shy", "44109", "OH"));
    window.check("[value=OH-09]");

    window.click(LOCATE);

    await().until(() -> window.locator("[data-locate]").innerText().contains("that is fine"));
    assertThat(window.locator("[value=OH-09]").isChecked()).isTrue();
  }

  @Test
  void findsTheDistrictOfAHomeBehindAMilitaryAddressByStateWithoutScripts() {
    var window = open(chromium.plainWindow(Chromium.PHONE), thanks("soldier", "09012", "CA"));
    var keyboard = new Keyboard(window);
    assertThat(window.locator("#district").innerText()).contains("military post office");

    window.selectOption("#home-state", "OH");
    keyboard.press("form[action$='#district'] button");
    window.check("[value=OH-03]");
    keyboard.press("form[action$='/district'] button");

    assertThat(window.locator("main").innerText()).contains("Joyce Beatty", "Sherrod Brown");
  }

  @Test
  void takesASuggestedZipCode() {
    var window = open(chromium.plainWindow(Chromium.PHONE), thanks("typo", "44019", "OH"));

    new Keyboard(window).press("button[value='44109']");

    assertThat(window.locator("#district").innerText()).contains("Lorain", "Marcy Kaptur");
  }

  @Test
  void answersOnThePageOfLegislatorsByLocation() {
    var window =
        open(
            chromium.locatedWindow(Chromium.PHONE, 41.4820, -81.7982),
            demo.url("/legislators").toString());

    window.waitForNavigation(() -> window.click(LOCATE));

    assertThat(window.locator("#offices").innerText()).contains("Marcy Kaptur", "202-225-4146");
    assertNothingLeaves();
  }

  private void assertNothingLeaves() {
    assertThat(asked)
        .allMatch(url -> url.startsWith(demo.url("/").toString()))
        .noneMatch(url -> url.contains("41.48"));
  }
}
