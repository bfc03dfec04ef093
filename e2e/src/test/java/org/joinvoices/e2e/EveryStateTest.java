package org.joinvoices.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A letter from its preview to its answers, as its days pass: each story begins where the last
 * ended.
 */
@ExtendWith(Houses.class)
@Houses.Own
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryStateTest {

  private static final String ACTION = "/actions/" + Demo.SLUG;
  private static final String LETTER = "/en" + ACTION;
  private static final String FORM = "form[action$='/signatures']";
  private static final String STANDING = ".standing";
  private static final String QUOTE = "Sample words: the office will look at the first demand.";

  private final Demo demo;
  private final Visitor visitor;
  private final Chromium chromium = Chromium.openOrSkip();
  private final Everywhere everywhere = new Everywhere(chromium);
  private final Page phone = chromium.window(Chromium.PHONE, ColorScheme.LIGHT);
  private final Keyboard keys = new Keyboard(phone);

  EveryStateTest(Demo demo) {
    this.demo = demo;
    this.visitor = new Visitor(demo);
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  @Test
  @Order(1)
  void showsEachMessageBeforeAnythingIsSignedAndKeepsTheForm() {
    everywhere.read(
        "previewed",
        (language, window) -> {
          open(ACTION).accept(language, window);
          new SignForm(window).fill(Person.sample());
          window.click("button[name=preview]");
        },
        (language, window) -> {
          assertThat(window.locator("#preview .state").first())
              .hasText(
                  language.of(
                      "Not signed, not sent",
                      "Sin firmar y sin enviar",
                      "لم يتم التوقيع ولا الإرسال"));
          assertThat(window.locator("#preview .message")).hasCount(2);
          assertThat(window.locator("[name=family_name]")).hasValue(Person.sample().family());
        });

    phone.navigate(demo.url(ACTION).toString());
    new SignForm(phone).type(Person.sample());
    keys.press("button[name=preview]");
    assertThat(phone.locator("#preview")).isFocused();
    keys.enter("#preview .onward a");
    keys.tabTo("[name=given_name]");
    assertThat(phone.locator("[name=given_name]")).isInViewport();
    assertThat(new Mailbox(visitor).list())
        .noneMatch(mail -> mail.to().equals(Person.sample().email()));
  }

  @Test
  @Order(2)
  void saysUntilWhenSigningIsPausedInPlaceOfTheForm() {
    command("pause", "signing:" + Demo.SLUG, "--until", "2021-01-12T09:00:00-05:00");
    awaitOnLetter("Signing is paused");

    assertThat(visitor.get("/en/embed" + ACTION).document().select(".button").text())
        .as("what a frame on another site offers")
        .isEqualTo("Read the letter");
    everywhere.read("paused", open(ACTION), this::isPaused);
    goThrough(ACTION);
    keys.enter(STANDING + " a[href='#sign']");
    keys.enter("#sign a[href='#share']");
    assertThat(phone.locator("#share")).isInViewport();

    command("resume", "signing:" + Demo.SLUG);
    await()
        .atMost(Visitor.PATIENCE)
        .untilAsserted(() -> assertThat(visitor.get(LETTER).document().select(FORM)).hasSize(1));
  }

  private void isPaused(Language language, Page window) {
    assertThat(window.locator(STANDING))
        .containsText(language.of("Paused", "En pausa", "متوقفة مؤقتًا"));
    assertThat(window.locator("#sign h2"))
        .hasText(
            language.of("Signing is paused", "Las firmas están en pausa", "التوقيع متوقف مؤقتًا"));
    assertThat(window.locator("#sign"))
        .containsText(language.of("January 12, 2021", "12 de enero de 2021", "12 يناير 2021"));
    assertThat(window.locator(FORM)).hasCount(0);
  }

  @Test
  @Order(3)
  void canStillBeJoinedAfterTheDeadlineAndClaimsNoHandOver() {
    advanceTo("2021-01-21T12:00:00-05:00");
    awaitOnLetter("The deadline has passed");

    everywhere.look(
        open(ACTION),
        (language, window) -> {
          assertThat(window.locator(".facts"))
              .containsText(
                  language.of(
                      "The deadline has passed",
                      "La fecha límite ya pasó",
                      "انقضى الموعد النهائي"));
          assertThat(window.locator(".under")).containsText(noHandOver(language));
          assertThat(window.locator(FORM)).hasCount(1);
          assertThat(window.locator(STANDING)).hasCount(0);
        });
  }

  @Test
  @Order(4)
  void saysThatItIsClosedInPlaceOfTheFormAndWhatIsNext() {
    advanceTo("2021-05-02T12:00:00-04:00");
    awaitOnLetter("This letter is closed");

    everywhere.read("closed", open(ACTION), this::isClosed);
    goThrough(ACTION);
    keys.enter(STANDING + " a[href='#sign']");
    keys.enter("#sign a[href='#recipients']");
    assertThat(phone.locator("#recipients")).isInViewport();
  }

  private void isClosed(Language language, Page window) {
    assertThat(window.locator(STANDING + " .state"))
        .hasText(language.of("Closed", "Cerrada", "مغلقة"));
    assertThat(window.locator("#sign"))
        .containsText(
            language.of("This letter is closed", "Esta carta está cerrada", "هذه الرسالة مغلقة"));
    assertThat(window.locator("#sign"))
        .containsText(language.of("May 1, 2021", "1 de mayo de 2021", "1 مايو 2021"));
    assertThat(window.locator("#sign li").first()).containsText(noHandOver(language));
    assertThat(window.locator(FORM)).hasCount(0);
  }

  private static String noHandOver(Language language) {
    return language.of(
        "No hand-over is recorded here yet",
        "Aquí todavía no consta ninguna entrega",
        "لم يُسجَّل هنا أي تسليم بعد");
  }

  @Test
  @Order(5)
  void namesWhoReceivedItAndWhenOnceItIsDelivered() {
    command(
        "handed-over",
        "--action",
        Demo.SLUG,
        "--what",
        "book",
        "--addressee",
        "president",
        "--at",
        "2021-01-20T12:30:00-05:00",
        "--how",
        "by_hand",
        "--who",
        "A. Sample",
        "--where",
        "At the front desk");
    awaitOnLetter("handed over on January 20, 2021");

    everywhere.read("delivered", open(ACTION), this::isDelivered);
    goThrough(ACTION);
    keys.enter(STANDING + " a[href='#recipients']");
    assertThat(phone.locator("#recipients")).isInViewport();
  }

  private void isDelivered(Language language, Page window) {
    String day = language.of("January 20, 2021", "20 de enero de 2021", "20 يناير 2021");
    assertThat(window.locator(STANDING + " .state").first())
        .hasText(language.of("Delivered", "Entregada", "سُلِّمت"));
    assertThat(window.locator(STANDING)).containsText(day);
    assertThat(window.locator(".under li").first()).containsText("President Joe Biden");
    assertThat(window.locator(".under li").first()).containsText(day);
    assertThat(window.locator(".under")).not().containsText(noHandOver(language));
    assertThat(window.locator(".under"))
        .containsText(language.of("It is addressed to:", "Está dirigida a:", "وهي موجَّهة إلى:"));
  }

  @Test
  @Order(6)
  void leadsFromTheLetterToWhatWasAnsweredDemandByDemand() {
    command(
        "responded",
        "--action",
        Demo.SLUG,
        "--addressee",
        "president",
        "--said",
        "2021-02-02",
        "--demand",
        "1=favorable",
        "--demand",
        "2=refused",
        "--language",
        "en",
        "--link",
        "https://answers.example/sample",
        "--words",
        QUOTE);
    awaitOnLetter("One office answered");

    everywhere.read(
        "answered",
        (language, window) -> {
          open(ACTION).accept(language, window);
          window.click(".facts a[href$='/answers']");
        },
        this::isAnswered);
    phone.navigate(demo.url(ACTION).toString());
    keys.press(".facts a[href$='/answers']");
    phone.reload();
    keys.goThrough();
    assertThat(phone.locator("#demand-1 blockquote")).hasText(QUOTE);
  }

  private void isAnswered(Language language, Page window) {
    assertThat(window.locator("#demand-1 .state"))
        .hasText(language.of("In favor", "A favor", "بالموافقة"));
    assertThat(window.locator("#demand-2 .state"))
        .hasText(language.of("Refused", "Rechazada", "بالرفض"));
    assertThat(window.locator("#demand-1 blockquote")).hasText(QUOTE);
    assertThat(window.locator("#demand-1 .answer"))
        .containsText(language.of("February 2, 2021", "2 de febrero de 2021", "2 فبراير 2021"));
    assertThat(window.locator("#demand-3 .answer")).hasCount(0);
    assertThat(window.locator("section").first())
        .containsText(language.of("January 20, 2021", "20 de enero de 2021", "20 يناير 2021"));
  }

  @Test
  @Order(7)
  void showsOrganizersTheAnswerOnTheKeyboardAndLetsThemTakeItOff() {
    new Desk(demo).ownerComes(phone, "sample-answers@mail.example");
    phone.navigate(demo.url(Desk.LETTER).toString());
    keys.press("a[href='" + Desk.LETTER + "/responses']");
    keys.goThrough();
    assertThat(phone.locator("tbody tr")).containsText(QUOTE);
    Desk.check(phone, "desk-responses-390");
    phone.setViewportSize(Chromium.DESK, 900);
    Pictures.ofPage(phone, "desk-responses-1280");

    keys.enter("tbody summary");
    keys.type("[name=reason]", "Sample reason: recorded twice");
    keys.press("form[action$='/responses/withdraw'] button");
    assertThat(phone.locator("[role=status]")).containsText("Taken off the record.");
    assertThat(phone.locator("tbody tr")).containsText("Sample reason: recorded twice");
  }

  /** Opens it on the phone and goes through all of it. */
  private void goThrough(String path) {
    phone.navigate(demo.url(path).toString());
    keys.goThrough();
    phone.reload();
  }

  private BiConsumer<Language, Page> open(String path) {
    return (language, window) -> window.navigate(demo.url(language.of(path)).toString());
  }

  private void advanceTo(String instant) {
    command("demo", "advance", "--to", instant);
  }

  private void command(String... words) {
    var answer =
        Terminal.type(
            Stream.concat(Stream.of(words), Stream.of("--home", demo.home().toString()))
                .toArray(String[]::new));
    assertThat(answer.status()).as(answer.err()).isZero();
  }

  /** Pages are kept for a moment. */
  private void awaitOnLetter(String words) {
    await()
        .atMost(Visitor.PATIENCE)
        .untilAsserted(() -> assertThat(visitor.get(LETTER).text()).contains(words));
  }
}
