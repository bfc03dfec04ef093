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

  private static final int MANY = 200;

  private final Demo demo;
  private final Chromium chromium = Chromium.openOrSkip();
  private final Page window = chromium.plainWindow(Chromium.PHONE);
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
  void readsSignsMendsAMistakeAndConfirmsByKeyboard() {
    window.navigate(demo.url("/actions/" + Demo.SLUG).toString());
    assertThat(window.locator("#demand-6").innerText()).contains("right to seek asylum");
    fill("3030");
    press(Supporter.SEND);

    assertThat(window.locator("a[href='#postal_code']").count()).as("summary").isPositive();
    type("postal_code", neighbour.postalCode());
    press(Supporter.SEND);

    assertThat(window.url()).contains("/thanks/");
    var link = new Mailbox(new Visitor(demo)).awaitTo(neighbour.email()).firstLink();
    window.navigate(link.toString());
    assertThat(window.locator("main").innerText()).contains(neighbour.ownWords());
    press("form[action$='" + link.getPath() + "'] button");
    assertThat(window.url()).contains("/r/");
    assertThat(asked).allMatch(url -> url.startsWith(demo.url("/").toString()));
  }

  private void fill(String postalCode) {
    choosePrefix();
    type("given_name", neighbour.given());
    type("family_name", neighbour.family());
    type("email", neighbour.email());
    type("address_line", neighbour.street());
    type("locality", neighbour.locality());
    type("region", regionAsListed());
    type("postal_code", postalCode);
    type("own_words", neighbour.ownWords());
  }

  /** Space takes the first of the group, the arrow key goes on from there. */
  private void choosePrefix() {
    tabTo("document.activeElement.name === 'prefix'");
    window.keyboard().press("Space");
    for (int i = 0; i < MANY && !neighbour.prefix().equals(chosenPrefix()); i++) {
      window.keyboard().press("ArrowDown");
    }
  }

  private String chosenPrefix() {
    return window.locator("[name=prefix]:checked").inputValue();
  }

  private String regionAsListed() {
    return window.locator("option[value=" + neighbour.region() + "]").first().textContent();
  }

  /** Goes to the field by the Tab key and types. */
  private void type(String field, String text) {
    tabTo("document.activeElement.name === '" + field + "'");
    window.keyboard().press("Control+A");
    window.keyboard().type(text);
  }

  private void press(String selector) {
    tabTo("document.activeElement.matches(\"" + selector + "\")");
    window.waitForNavigation(() -> window.keyboard().press("Enter"));
  }

  private void tabTo(String reached) {
    for (int i = 0; i < MANY; i++) {
      if (Boolean.TRUE.equals(window.evaluate(reached))) {
        return;
      }
      window.keyboard().press("Tab");
    }
    throw new AssertionError("the Tab key never leads to " + reached);
  }
}
