package org.joinvoices.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page, in every {@link Way} it is read, and for cameras. */
@ExtendWith(Houses.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryoneCanReadTest {

  /** Where pictures of the pages are left; the documentation's are made by naming its folder. */
  private static final Path PICTURES =
      Path.of(System.getProperty("joinvoices.screenshots", "target/screenshots"));

  private final Chromium chromium = Chromium.openOrSkip();
  private final Map<String, String> pages;
  private final Map<String, String> mails;
  private final Map<Way, List<String>> faults = new EnumMap<>(Way.class);

  EveryoneCanReadTest(Demo demo) {
    this.pages = Tour.pages(demo);
    this.mails = Tour.mails(demo);
  }

  @AfterAll
  void close() {
    chromium.close();
  }

  /** Goes through all pages once, for every reader and for both cameras. */
  @BeforeAll
  void read() {
    var window = chromium.window(Chromium.PHONE, ColorScheme.LIGHT);
    pages.forEach(
        (name, address) -> {
          window.navigate(address);
          read(window, name);
        });
    refusedForm(window);
    read(window, "refused");
    previewedForm(window);
    read(window, "preview");
  }

  /** As a mail program shows them: no address, no stylesheet, nothing of the house around. */
  @Test
  void axeFindsNothingToMendInAnyMail() {
    var window = chromium.window(Chromium.PHONE, ColorScheme.LIGHT);
    assertThat(mails).containsKeys("Please confirm your signature", "Your link to your data");
    mails.forEach(
        (subject, html) -> {
          window.setContent(html);
          assertThat(Reading.linesInColours(window)).as(subject).isEmpty();
          var width = window.evaluate("document.documentElement.scrollWidth");
          assertThat((Integer) width).as("width of " + subject).isLessThanOrEqualTo(Chromium.PHONE);
        });
  }

  private void read(Page window, String name) {
    picture(window, name, Chromium.DESK);
    picture(window, name, Chromium.PHONE);
    Reading.faults(window)
        .forEach((way, found) -> found.forEach(fault -> faults(way).add(name + ": " + fault)));
  }

  private List<String> faults(Way way) {
    return faults.computeIfAbsent(way, ignored -> new ArrayList<>());
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void nothingOnAnyPageIsInTheWay(Way way) {
    assertThat(faults(way)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {Chromium.PHONE, Chromium.DESK})
  void picturesAreTaken(int width) {
    assertThat(PICTURES.resolve("preview-" + width + ".png")).isNotEmptyFile();
  }

  /** Asks to see the messages, and signs nothing. */
  private void previewedForm(Page window) {
    window.navigate(String.valueOf(pages.get("action")));
    window.fill("[name=family_name]", "Testperson");
    window.fill("[name=given_name]", "Sample-Preview");
    window.fill("[name=email]", "preview@mail.example");
    window.fill("[name=postal_code]", "44109");
    window.check("[name=prefix] >> nth=0");
    window.fill("[name=address_line]", "1 Samplestreet");
    window.fill("[name=locality]", "Cleveland");
    window.selectOption("[name=region]", "OH");
    window.click("button[name=preview]");
    assertThat(window.locator("#preview .message").count()).isEqualTo(2);
  }

  /** Sends the form with nothing in it, past the browser's own checks. */
  private void refusedForm(Page window) {
    window.navigate(String.valueOf(pages.get("action")));
    window.evaluate("document.querySelector('[name=given_name]').form.noValidate = true");
    window.click(Supporter.SEND);
    assertThat(window.locator("[aria-invalid=true]").count()).isPositive();
  }

  private static void picture(Page window, String name, int width) {
    window.setViewportSize(width, window.viewportSize().height);
    window.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + "-" + width + ".png")));
  }
}
