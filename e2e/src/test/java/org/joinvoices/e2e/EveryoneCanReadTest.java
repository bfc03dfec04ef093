package org.joinvoices.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
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
    pictures(window, "preview");
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
    pictures(window, name);
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
    assertThat(Pictures.file("preview-" + width)).isNotEmptyFile();
  }

  /** Asks to see the messages, and signs nothing; {@link EveryStateTest} reads them. */
  private void previewedForm(Page window) {
    window.navigate(String.valueOf(pages.get("action")));
    new SignForm(window).fill(Person.sample());
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

  private static void pictures(Page window, String name) {
    picture(window, name, Chromium.DESK);
    picture(window, name, Chromium.PHONE);
  }

  private static void picture(Page window, String name, int width) {
    window.setViewportSize(width, window.viewportSize().height);
    Pictures.ofWindow(window, name + "-" + width);
  }
}
