package org.joinvoices.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ruth's neighbour has a phone, a keyboard, and no scripts. */
@ExtendWith(Houses.class)
class PhoneWithoutScriptsTest {

  private final Demo demo;
  private final Chromium chromium = Chromium.openOrSkip();
  private final Page window = chromium.plainWindow(Chromium.PHONE);
  private final Keyboard keyboard = new Keyboard(window);
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final Person neighbour = Person.ruth().withEmail("neighbour@mail.example");

  PhoneWithoutScriptsTest(Demo demo) {
    this.demo = demo;
    window.onRequest((Request request) -> asked.add(request.url()));
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  @Test
  void readsSignsMendsAMistakeConfirmsAndWithdrawsByKeyboard() {
    window.navigate(demo.url("/actions/" + Demo.SLUG).toString());
    assertThat(window.locator("#demand-6").innerText()).contains("right to seek asylum");
    new SignForm(window).type(neighbour.withZip("3030", neighbour.region()));
    keyboard.press(Supporter.SEND);

    assertThat(window.locator("a[href='#postal_code']").count()).as("summary").isPositive();
    keyboard.type("[name=postal_code]", neighbour.postalCode());
    keyboard.press(Supporter.SEND);

    assertThat(window.url()).contains("/thanks/");
    var link = new Mailbox(new Visitor(demo)).awaitTo(neighbour.email()).firstLink();
    window.navigate(link.toString());
    assertThat(window.locator("main").innerText()).contains(neighbour.ownWords());
    keyboard.press("form[action$='" + link.getPath() + "'] button");
    assertThat(window.url()).contains("/r/");

    keyboard.press("a[href$='/withdraw']");
    assertThat(window.locator("main").innerText()).contains("cannot be recalled");
    keyboard.press("form[action$='/withdraw'] button");
    assertThat(window.locator("main").innerText()).contains("You withdrew this signature");
    assertThat(asked).allMatch(url -> url.startsWith(demo.url("/").toString()));
  }

  @Test
  void looksUpWhoSpeaksForAPlaceAndChoosesTheDistrictByKeyboard() {
    window.navigate(demo.url("/").toString());
    keyboard.press("a[href$='/legislators']");
    keyboard.type("[name=zip]", "44109");
    keyboard.press("form[action$='/legislators'] button");

    assertThat(window.locator("#districts").innerText()).contains("Lakewood", "Marcy Kaptur");
    keyboard.press("#districts a[href*='OH-11']");

    assertThat(window.locator("#offices").innerText())
        .contains("Marcia L. Fudge", "202-225-7032", "Sherrod Brown", "Rob Portman")
        .doesNotContain("Marcy Kaptur");
    assertThat(asked).allMatch(url -> url.startsWith(demo.url("/").toString()));
  }
}
