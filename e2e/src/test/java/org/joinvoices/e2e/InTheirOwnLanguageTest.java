package org.joinvoices.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Supporters who read Spanish, or Arabic from right to left, on phones and desks. */
@ExtendWith(Houses.class)
class InTheirOwnLanguageTest {

  private static final String ACTION = "/actions/" + Demo.SLUG;

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
    "ES, 390, true",
    "ES, 390, false",
    "ES, 1280, true",
    "ES, 1280, false",
    "AR, 390, true",
    "AR, 390, false",
    "AR, 1280, true",
    "AR, 1280, false"
  })
  void signMendChooseConfirmAndWithdraw(Language language, int width, boolean scripts) {
    var window = scripts ? chromium.window(width, ColorScheme.LIGHT) : chromium.plainWindow(width);
    var mailbox = "own-%s-%d-%s@mail.example".formatted(language.code(), width, scripts);
    window.navigate(demo.url(language.of(ACTION)).toString());
    language.isSpokenBy(window);

    var person = person(language).withEmail(mailbox);
    new SignForm(window).fill(person.withZip("4410", person.region()));
    window.click(Supporter.SEND);
    language.isSpokenBy(window);
    assertThat(window.locator("a[href='#postal_code']")).isVisible();
    assertThat(window.locator("[name=family_name]")).hasValue(person.family());

    // as a keyboard of that language types them
    window.fill("[name=postal_code]", language == Language.AR ? "٤٤١٠٩" : person.postalCode());
    window.click(Supporter.SEND);
    assertThat(window.url()).contains("/thanks/");
    language.isSpokenBy(window);
    window.locator("[name=seat][value=OH-11]").first().click();
    window.locator("form[action$='/district'] button").last().click();

    var mail = new Mailbox(visitor).awaitTo(mailbox);
    assertThat(mail.html()).contains("dir=\"" + language.direction() + '"');
    window.navigate(mail.firstLink().toString());
    language.isSpokenBy(window);
    window.click("form[action$='" + mail.firstLink().getPath() + "'] button");
    assertThat(window.url()).contains("/r/");
    language.isSpokenBy(window);

    window.click("a[href$='/withdraw']");
    language.isSpokenBy(window);
    window.click("form[action$='/withdraw'] button");
    language.isSpokenBy(window);
  }

  private static Person person(Language language) {
    return language == Language.AR
        ? Person.amira().withName("أمل", "النموذج")
        : Person.amira().withName("José", "Núñez Muestra");
  }
}
