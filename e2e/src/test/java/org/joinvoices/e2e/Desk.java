package org.joinvoices.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** The way to the desk of a house, and what is asked of its pages. */
final class Desk {

  static final String LETTER = "/desk/actions/" + Demo.SLUG;

  private final Demo demo;

  Desk(Demo demo) {
    this.demo = demo;
  }

  /** Lets somebody come; the link that opens once. */
  String invite(String email, String role) {
    var answer = Terminal.type("invite", email, "--role", role, "--home", demo.home().toString());
    assertThat(answer.status()).as(answer.err()).isZero();
    String link = answer.out().lines().findFirst().orElseThrow();
    assertThat(link).startsWith(demo.url("/desk/invitation/").toString());
    return link;
  }

  /** An owner comes by invitation, on the keyboard, and goes on without a passkey. */
  Keyboard ownerComes(Page window, String email) {
    var keys = new Keyboard(window);
    window.navigate(invite(email, "owner"));
    keys.press("main form button");
    keys.press(".onward a");
    return keys;
  }

  /** Readable in every way; and a picture of it. */
  static void check(Page window, String name) {
    assertThat(Reading.lines(window)).as(name).isEmpty();
    Pictures.ofPage(window, name);
  }
}
