package org.joinvoices.e2e;

import com.microsoft.playwright.Page;

/** The sign form in a browser's window, filled by hand or on the keyboard alone. */
final class SignForm {

  private static final int MOST_ARROWS = 10;

  private final Page window;

  SignForm(Page window) {
    this.window = window;
  }

  /** What signing the letter only asks for. */
  SignForm fillForLetter(Person person) {
    window.fill("[name=given_name]", person.given());
    window.fill("[name=family_name]", person.family());
    window.fill("[name=email]", person.email());
    return this;
  }

  /** All that writing to Congress asks for. */
  void fill(Person person) {
    fillForLetter(person);
    window.fill("[name=postal_code]", person.postalCode());
    window.locator("[name=prefix][value='" + person.prefix() + "']").check();
    window.fill("[name=address_line]", person.street());
    window.fill("[name=locality]", person.locality());
    window.selectOption("[name=region]", person.region());
    window.fill("[name=own_words]", person.ownWords());
  }

  /** The same, never leaving the keyboard. */
  void type(Person person) {
    var keys = new Keyboard(window);
    keys.type("[name=given_name]", person.given());
    keys.type("[name=family_name]", person.family());
    keys.type("[name=email]", person.email());
    keys.type("[name=postal_code]", person.postalCode());
    choosePrefix(keys, person.prefix());
    keys.type("[name=address_line]", person.street());
    keys.type("[name=locality]", person.locality());
    keys.type("[name=region]", regionAsListed(person.region()));
    keys.type("[name=own_words]", person.ownWords());
  }

  /** Space takes the first of the group, the arrow key goes on from there. */
  private void choosePrefix(Keyboard keys, String wanted) {
    keys.tabTo("[name=prefix]");
    window.keyboard().press("Space");
    for (int i = 0; i < MOST_ARROWS && !wanted.equals(chosenPrefix()); i++) {
      window.keyboard().press("ArrowDown");
    }
  }

  private String chosenPrefix() {
    return window.locator("[name=prefix]:checked").inputValue();
  }

  private String regionAsListed(String region) {
    return window.locator("option[value=" + region + "]").first().textContent();
  }
}
