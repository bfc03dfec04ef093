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

  private static final int MOST_ARROWS = 10;

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
    fill("3030");
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

  private void fill(String postalCode) {
    keyboard.type("[name=given_name]", neighbour.given());
    keyboard.type("[name=family_name]", neighbour.family());
    keyboard.type("[name=email]", neighbour.email());
    keyboard.type("[name=postal_code]", postalCode);
    choosePrefix();
    keyboard.type("[name=address_line]", neighbour.street());
    keyboard.type("[name=locality]", neighbour.locality());
    keyboard.type("[name=region]", regionAsListed());
    keyboard.type("[name=own_words]", neighbour.ownWords());
  }

  /** Space takes the first of the group, the arrow key goes on from there. */
  private void choosePrefix() {
    keyboard.tabTo("[name=prefix]");
    window.keyboard().press("Space");
    for (int i = 0; i < MOST_ARROWS && !neighbour.prefix().equals(chosenPrefix()); i++) {
      window.keyboard().press("ArrowDown");
    }
  }

  private String chosenPrefix() {
    return window.locator("[name=prefix]:checked").inputValue();
  }

  private String regionAsListed() {
    return window.locator("option[value=" + neighbour.region() + "]").first().textContent();
  }
}
