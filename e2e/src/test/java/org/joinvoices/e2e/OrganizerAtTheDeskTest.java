package org.joinvoices.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Somebody is invited to look after the letters, comes with a passkey, and comes again by mail; and
 * somebody else may look only.
 */
@ExtendWith(Houses.class)
class OrganizerAtTheDeskTest {

  private static final String LETTER = Desk.LETTER;
  private static final String PERSONAL_DATA = "/desk/personal-data";
  private static final List<String> EVERYWHERE =
      List.of("/desk", LETTER, "/desk/audit", "/desk/sessions", "/desk/people", PERSONAL_DATA);
  private static final String QUEUE = LETTER + "/queue";
  private static final String WORK = LETTER + "/work";
  private static final String PASSKEY_FORM = "form[data-passkey] button";

  private final Demo demo;
  private final Desk desk;
  private final Chromium chromium = Chromium.openOrSkip();
  private final Mailbox mailbox;

  OrganizerAtTheDeskTest(Demo demo) {
    this.demo = demo;
    this.desk = new Desk(demo);
    this.mailbox = new Mailbox(new Visitor(demo));
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  @Test
  void anOwnerComesByInvitationPasskeyAndMailAndEndsTheOtherSession() {
    String email = "sample-owner@mail.example";
    var phone = windowWithPasskeys(Chromium.PHONE);
    accept(phone, desk.invite(email, "owner"));
    assertThat(phone.url()).endsWith("/desk/passkeys/new");
    Desk.check(phone, "desk-passkey");
    phone.click(PASSKEY_FORM);
    phone.waitForURL(demo.url("/desk").toString());
    lookAround(phone, "390");
    phone.navigate(demo.url("/desk").toString());
    assertThat(rolesToldOf(phone))
        .as("what a screen reader hears of rows that look like no table")
        .contains("table", "row", "columnheader", "rowheader", "cell");
    phone.setViewportSize(Chromium.DESK, 900);
    lookAround(phone, "1280");

    phone.click("form[action='/desk/sign-out'] button");
    assertThat(phone.url()).endsWith("/desk/sign-in");
    Desk.check(phone, "desk-sign-in");
    phone.locator(PASSKEY_FORM).focus();
    phone.keyboard().press("Enter");
    phone.waitForURL(demo.url("/desk").toString());
    assertThat(phone.locator("h1").innerText()).isEqualTo("Letters");

    var other = chromium.plainWindow(Chromium.DESK);
    comeByMail(other, email);
    other.navigate(demo.url("/desk/sessions").toString());
    other.click("form[action$='/end'] button[aria-label^='End the session']");
    phone.navigate(demo.url("/desk").toString());
    assertThat(phone.url()).as("the session was ended from elsewhere").endsWith("/desk/sign-in");
    other.navigate(demo.url("/desk/audit").toString());
    assertThat(other.locator("tbody tr").first().innerText()).contains(email, "Ended a session");
  }

  @Test
  void anOwnerGoesTheDeskByKeyboardAndErasesWhoAskedForIt() {
    var asking = Person.ruth().withEmail("asking@mail.example");
    var supporter = new Supporter(new Visitor(demo), asking);
    supporter.signAndSend("/actions/" + Demo.SLUG);
    supporter.awaitReceipt(supporter.confirm(), 2, "accepted");
    var window = chromium.window(Chromium.PHONE, ColorScheme.LIGHT);
    var keys = desk.ownerComes(window, "sample-keys@mail.example");
    for (String path : EVERYWHERE) {
      keys.press(path.equals(LETTER) ? "tbody a[href='" + LETTER + "']" : navigation(path));
      window.reload();
      keys.goThrough();
      window.navigate(demo.url("/desk").toString());
    }

    window.navigate(demo.url(LETTER).toString());
    Desk.check(window, "desk-letter-390");
    assertThat(window.locator("tbody tr").count()).as("offices").isGreaterThan(2);

    keys.press(navigation(PERSONAL_DATA));
    find(keys, asking.email());
    keys.goThrough();
    Desk.check(window, "desk-person-390");
    assertThat(window.locator("article").innerText())
        .contains(asking.family(), asking.street(), "Accepted");
    var file = window.waitForDownload(() -> keys.enter("article form[action$='/download'] button"));
    assertThat(file.suggestedFilename()).isEqualTo("personal-data.json");
    keys.press("article form[action$='/erase'] button");
    assertThat(window.locator("main").innerText()).contains("cannot be recalled", "Accepted");
    keys.goThrough();
    Desk.check(window, "desk-erase-390");
    keys.press("form[action$='/confirmed'] button");
    assertThat(window.locator("[role=status]").innerText()).startsWith("Erased.");
    find(keys, asking.email());
    assertThat(window.locator("[role=status]").innerText()).startsWith("Nothing is found");
    assertThat(window.url()).doesNotContain("asking");
  }

  @Test
  void anOwnerPutsARefusedMessageOnPaperAndHandsItOverByKeyboard() {
    new Gateway(new Visitor(demo)).refuseNext("HGA05");
    var supporter =
        new Supporter(new Visitor(demo), Person.ruth().withEmail("on-paper@mail.example"));
    supporter.signAndSend("/actions/" + Demo.SLUG);
    supporter.awaitReceipt(supporter.confirm(), 1, "refused");
    var window = chromium.window(Chromium.PHONE, ColorScheme.LIGHT);
    var keys = desk.ownerComes(window, "sample-paper@mail.example");

    keys.press("tbody a[href='" + WORK + "']");
    assertThat(window.locator("main").innerText()).contains("refused");
    Desk.check(window, "desk-work-390");
    window.reload();
    keys.goThrough();
    keys.press("main li a[href*='state=refused']");
    Desk.check(window, "desk-queue-390");
    window.reload();
    keys.goThrough();
    keys.press("tbody a[href$='/GA-05']");
    Desk.check(window, "desk-office-390");
    window.reload();
    keys.goThrough();
    keys.press("main .steps button[value=move]");
    assertThat(window.locator("h1").innerText()).contains("Move");
    Desk.check(window, "desk-ask-390");
    keys.tabTo("[name=channel]");
    while (!(Boolean) window.evaluate("document.activeElement.value === 'packet'")) {
      window.keyboard().press("ArrowDown");
    }
    keys.press("button[name=confirm]");
    assertThat(window.locator("[role=status]").innerText()).contains("moved");

    window.navigate(demo.url(WORK).toString());
    keys.press("form[action$='/packets/make'] button[aria-label$='GA-05']");
    assertThat(window.locator("[role=status]").innerText()).contains("The packet is made");
    Desk.check(window, "desk-packet-390");
    keys.press("a[href*='/hand-over?packet=']");
    Desk.check(window, "desk-hand-over-390");
    keys.type("#who", "A. Sample");
    keys.type("#where", "At the front desk");
    window.fill("#at", "2021-01-10T11:30");
    window.selectOption("#how", "by_hand");
    window.setInputFiles("#proof", proof("sheet.gif", "GIF89a"));
    keys.press("main form button:not([name])");
    assertThat(window.locator("#proof-fault").innerText()).contains("JPEG");
    assertThat(window.inputValue("#where")).isEqualTo("At the front desk");
    Desk.check(window, "desk-hand-over-fault-390");
    window.setInputFiles("#proof", proof("sheet.pdf", "%PDF-1.7 sample"));
    keys.press("main form button:not([name])");
    assertThat(window.locator("[role=status]").innerText()).startsWith("Recorded.");
    window.setViewportSize(Chromium.DESK, 900);
    Desk.check(window, "desk-work-1280");
    var file = window.waitForDownload(() -> window.click("a[href*='/proofs/']"));
    assertThat(file.suggestedFilename()).isEqualTo("proof-" + Demo.SLUG + ".pdf");
    window.navigate(demo.url(QUEUE).toString());
    Desk.check(window, "desk-queue-1280");
    window.navigate(demo.url(QUEUE + "/GA-05").toString());
    Desk.check(window, "desk-office-1280");
    window.navigate(demo.url("/desk/audit").toString());
    assertThat(window.locator("main").innerText())
        .contains(
            "Moved messages to another channel",
            "Made packets",
            "Recorded that a packet was handed over",
            "Looked at the proof of a hand-over");
  }

  private static FilePayload proof(String name, String content) {
    return new FilePayload(name, "", content.getBytes(StandardCharsets.US_ASCII));
  }

  private static void find(Keyboard keys, String email) {
    keys.type("#email", email);
    keys.press("main form button");
  }

  private static String navigation(String path) {
    return ".deskbar a[href='" + path + "']";
  }

  @Test
  void aReadOnlyPersonSeesAllAndChangesNothing() {
    desk.invite("sample-first@mail.example", "owner");
    var reader = chromium.window(Chromium.DESK, ColorScheme.LIGHT);
    accept(reader, desk.invite("sample-reader@mail.example", "read-only"));
    reader.click("text=Go on without");
    assertThat(reader.locator(navigation(PERSONAL_DATA)).count()).isZero();
    assertThat(reader.navigate(demo.url(PERSONAL_DATA).toString()).status()).isEqualTo(403);
    reader.navigate(demo.url("/desk/people").toString());
    assertThat(reader.locator("main").innerText()).contains("sample-first@mail.example");
    assertThat(reader.locator("main form").count()).as("forms").isZero();
    assertThat(post(reader, "/desk/people/00000000-0000-0000-0000-000000000000/remove"))
        .isEqualTo(403);
    assertThat(post(reader, "/desk/sessions/00000000-0000-0000-0000-000000000000/end"))
        .isEqualTo(403);
  }

  private void accept(Page window, String link) {
    window.navigate(link);
    Desk.check(window, "desk-invitation");
    window.click("main form button");
  }

  /** Without scripts. */
  private void comeByMail(Page window, String email) {
    window.navigate(demo.url("/desk/sign-in").toString());
    window.fill("#email", email);
    window.click("form[action='/desk/sign-in/mail'] button");
    assertThat(window.locator("[role=status]").innerText()).contains("a link is on its way");
    var mail =
        await()
            .atMost(Visitor.PATIENCE)
            .until(
                () -> mailbox.list().stream().filter(one -> one.to().equals(email)).findFirst(),
                java.util.Optional::isPresent)
            .orElseThrow();
    window.navigate(mail.firstLink().toString());
    window.click("main form button");
    assertThat(window.url()).endsWith("/desk");
  }

  private void lookAround(Page window, String width) {
    for (String path : Stream.concat(EVERYWHERE.stream(), Stream.of(QUEUE, WORK)).toList()) {
      window.navigate(demo.url(path).toString());
      assertThat(window.locator("h1").count()).as("headings of " + path).isEqualTo(1);
      Desk.check(window, path.substring(1).replace('/', '-') + "-" + width);
    }
  }

  private static List<String> rolesToldOf(Page window) {
    var tree = window.context().newCDPSession(window).send("Accessibility.getFullAXTree");
    return tree.getAsJsonArray("nodes").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(node -> node.has("role") && !node.get("ignored").getAsBoolean())
        .map(node -> node.getAsJsonObject("role").get("value").getAsString())
        .toList();
  }

  /** Posts what no button offers, with the page's own token; the status of the answer. */
  private static int post(Page window, String path) {
    return (Integer)
        window.evaluate(
            """
            path => fetch(path, {
              method: 'POST',
              redirect: 'manual',
              body: new URLSearchParams({_csrf: document.querySelector('[name=_csrf]').value})
            }).then(answer => answer.status)
            """,
            path);
  }

  /** A window whose device keeps passkeys and knows its owner, as phones do. */
  private Page windowWithPasskeys(int width) {
    var window = chromium.window(width, ColorScheme.LIGHT);
    var device = window.context().newCDPSession(window);
    device.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    for (String can :
        new String[] {
          "hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation"
        }) {
      options.addProperty(can, true);
    }
    var arguments = new JsonObject();
    arguments.add("options", options);
    device.send("WebAuthn.addVirtualAuthenticator", arguments);
    return window;
  }
}
