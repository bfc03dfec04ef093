package org.joinvoices.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An organization that has joined the letter, and those who wrote it: each comes by a link that an
 * owner makes at the desk.
 */
@ExtendWith(Houses.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartnersAndAuthorsTest {

  private static final String ACTION = "/actions/" + Demo.SLUG;
  private static final String NAME = "Sample Alliance";
  private static final String WORD = "sample-alliance";
  private static final String BY_PARTNER = ACTION + "/with/" + WORD;

  private static final String REASON = "Sample reason: one of us could be recognised.";
  private static final String ANSWER = "Sample answer: we have paused it, and call you.";
  private static final String STATUS = "[role=status]";

  private final Demo demo;
  private final Visitor visitor;
  private final Chromium chromium = Chromium.openOrSkip();
  private final Everywhere everywhere = new Everywhere(chromium);
  private final Page owner = chromium.window(Chromium.PHONE, ColorScheme.LIGHT);
  private final Page phone = chromium.plainWindow(Chromium.PHONE);
  private final Keyboard keys = new Keyboard(phone);

  private String list = "";
  private String room = "";

  PartnersAndAuthorsTest(Demo demo) {
    this.demo = demo;
    this.visitor = new Visitor(demo);
  }

  @AfterAll
  void close() {
    chromium.close();
  }

  /** At the desk, by keyboard. */
  @BeforeAll
  void anOwnerAddsThePartnerAndMakesBothLinks() throws IOException {
    var hands = new Desk(demo).ownerComes(owner, "sample-coalition@mail.example");
    hands.press("tbody a[href='" + Desk.LETTER + "']");
    hands.press("a[href='" + Desk.LETTER + "/partners']");
    owner.reload();
    hands.goThrough();
    hands.type("#name", NAME);
    hands.type("#word", WORD);
    hands.type("#website", "https://sample-alliance.example");
    owner.setInputFiles("#logo", logo());
    hands.press("form[action$='/partners'] button");
    assertThat(owner.locator(STATUS)).containsText("The partner is added.");
    hands.press("form[action$='/export'] button:not([formaction])");
    list = path(owner.inputValue("#export-link"));
    deskPage(owner, "desk-partners");

    owner.navigate(demo.url(Desk.LETTER).toString());
    hands.press("a[href='" + Desk.LETTER + "/authors']");
    hands.press("form[action$='/authors'] button");
    room = path(owner.inputValue("#made"));
  }

  @Test
  void aPartnersListNamesThoseWhoTickedItsBoxAndNobodyElse() throws IOException {
    everywhere.read(
        "partner",
        (language, window) -> go(window, language.of(BY_PARTNER)),
        (language, window) -> {
          assertThat(window.locator(".brought")).containsText(NAME);
          assertThat(window.locator(".brought img")).isVisible();
          assertThat(window.locator("label[for=consent_partner]"))
              .containsText(
                  language.of(
                      NAME + " may write to me", NAME + " puede escribirme", "يجوز لـ" + NAME));
          assertThat(window.locator("[name=consent_partner]")).not().isChecked();
        });
    everywhere.each(this::signAndSayYes);
    var other = new Supporter(visitor, Person.sam().withEmail("no-partner@mail.example"));
    other.signLetterOnly(BY_PARTNER);
    other.confirm();

    everywhere.read(
        "partner-list",
        (language, window) -> go(window, in(list, language)),
        (language, window) -> {
          assertThat(window.locator("h1")).hasText(language.of("Your list", "Su lista", "قائمتكم"));
          assertThat(window.locator(".lead")).containsText(NAME);
          assertThat(window.locator(".facts .big").last()).hasText("6");
        });
    go(phone, list);
    keys.goThrough();
    var file = phone.waitForDownload(() -> keys.enter("form[action$='/download'] button"));
    assertThat(file.suggestedFilename()).isEqualTo(Demo.SLUG + "-" + WORD + ".csv");
    assertThat(Files.readAllLines(file.path()))
        .hasSize(1 + 6)
        .anyMatch(line -> line.endsWith(supporter(Language.AR, phone).email()))
        .noneMatch(line -> line.contains("no-partner@"));
  }

  /** By the partner's page, on the keyboard. */
  private void signAndSayYes(Language language, Page window) {
    var person = supporter(language, window);
    var hands = new Keyboard(window);
    go(window, language.of(BY_PARTNER));
    hands.type("[name=family_name]", person.family());
    hands.type("[name=email]", person.email());
    hands.tabTo("[name=consent_partner]");
    window.keyboard().press("Space");
    hands.press("form[action$='/signatures'] button:not([name])");
    language.isSpokenBy(window);

    var link = new Mailbox(visitor).awaitTo(person.email()).firstLink();
    window.navigate(link.toString());
    hands.press("form[action$='" + link.getPath() + "'] button");
    assertThat(window.url()).contains("/r/");
    language.isSpokenBy(window);
  }

  private static Person supporter(Language language, Page window) {
    return Person.sam()
        .withEmail(
            "partner-%s-%d@mail.example".formatted(language.code(), window.viewportSize().width));
  }

  @Test
  void theFrameOfTheLetterLeadsToThePartnersPageInANewTab() {
    everywhere.read(
        "frame",
        (language, window) -> go(window, language.of("/embed" + ACTION + "?from=" + WORD)),
        (language, window) -> {
          assertThat(window.locator("main p").first())
              .containsText(language.of("By way of", "De parte de", "عن طريق"));
          assertThat(window.locator("main p").first()).containsText(NAME);
          assertThat(window.locator("a.button"))
              .hasText(
                  language.of(
                      "Read and join the letter",
                      "Leer la carta y sumarse",
                      "قراءة الرسالة والانضمام إليها"));
          assertThat(window.locator("header, form")).hasCount(0);
        });
    everywhere.each(
        (language, window) -> {
          go(window, language.of("/embed" + ACTION + "?from=" + WORD));
          var letter = window.waitForPopup(() -> new Keyboard(window).enter("a.button"));
          assertThat(letter.locator("[name=consent_partner]")).hasCount(1);
          language.isSpokenBy(letter);
          letter.close();
        });
  }

  @Test
  void theAuthorsChooseANameApproveTakeThatBackAndAskForAPause() {
    everywhere.look(
        (language, window) -> {
          go(window, in(room, language));
          window.locator("details").evaluateAll("all => all.forEach(one => one.open = true)");
        },
        (language, window) -> {
          assertThat(window.locator("#name-title"))
              .hasText(
                  language.of(
                      "First, a name to go by", "Primero, un nombre", "أولًا: اسم تُعرفون به"));
          assertThat(window.locator("form")).hasCount(1);
        });
    go(phone, room);
    keys.goThrough();
    keys.type("#name", "the families");
    keys.press("form[action*='/name'] button");
    assertThat(phone.locator(STATUS)).hasText("From now on you go by this name.");

    everywhere.each(
        (language, window) -> {
          approveAndAskForAPause(language, window);
          everywhere.read("authors", language, window, PartnersAndAuthorsTest::isApprovedAndWaits);
          takeBothBack(language, window);
        });

    go(phone, room);
    keys.type("#reason", REASON);
    keys.press("form[action*='/pause?'] button");
    theDeskAnswers();
    go(phone, room);
    assertThat(phone.locator("section:has(#pause)")).containsText(ANSWER);
  }

  private void approveAndAskForAPause(Language language, Page window) {
    var hands = new Keyboard(window);
    go(window, in(room, language));
    hands.enter(text(language) + " summary");
    hands.press(text(language) + " form[action*='/approve?'] button");
    assertThat(window.locator(STATUS))
        .containsText(
            language.of(
                "The text is approved.", "El texto está aprobado.", "تمت الموافقة على النص."));
    hands.type("#reason", REASON);
    hands.press("form[action*='/pause?'] button");
  }

  private static void isApprovedAndWaits(Language language, Page window) {
    assertThat(window.locator(text(language) + " .state"))
        .hasText(language.of("Approved", "Aprobado", "تمت الموافقة"));
    assertThat(window.locator("section:has(#pause)"))
        .containsText(
            language.of("It waits for an answer.", "Espera respuesta.", "الطلب ينتظر الرد."));
    assertThat(window.locator("section:has(#pause) .own")).hasText(REASON);
  }

  private static void takeBothBack(Language language, Page window) {
    var hands = new Keyboard(window);
    hands.press("form[action*='/pause/undo?'] button");
    assertThat(window.locator(STATUS))
        .hasText(
            language.of(
                "You took back that you asked for a pause.",
                "Retiraron su petición de una pausa.",
                "تراجعتم عن طلب الإيقاف المؤقت."));
    hands.press(text(language) + " form[action*='/approve/undo?'] button");
    assertThat(window.locator(text(language) + " .state"))
        .hasText(language.of("Not approved", "Sin aprobar", "لم تتم الموافقة"));
  }

  private void theDeskAnswers() {
    var hands = new Keyboard(owner);
    go(owner, Desk.LETTER + "/authors");
    hands.goThrough();
    deskPage(owner, "desk-authors");
    hands.type("#answer", ANSWER);
    hands.press("form[action$='/authors/answer'] button");
    assertThat(owner.locator(STATUS)).containsText("Your answer is in their room.");
  }

  /** The card of the text in this language. */
  private static String text(Language language) {
    return "#text-" + language.code();
  }

  private void go(Page window, String path) {
    window.navigate(demo.url(path).toString());
  }

  private static String in(String path, Language language) {
    return path + "?in=" + language.code();
  }

  private String path(String link) {
    assertThat(link).startsWith(demo.url("/").toString());
    return URI.create(link).getPath();
  }

  private static void deskPage(Page window, String name) {
    Desk.check(window, name + "-390");
    window.setViewportSize(Chromium.DESK, 900);
    Pictures.ofPage(window, name + "-1280");
    window.setViewportSize(Chromium.PHONE, 844);
  }

  private static FilePayload logo() throws IOException {
    var image = new BufferedImage(240, 80, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(new Color(0x2f6f5e));
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    pen.dispose();
    var file = new ByteArrayOutputStream();
    ImageIO.write(image, "png", file);
    return new FilePayload("logo.png", "image/png", file.toByteArray());
  }
}
