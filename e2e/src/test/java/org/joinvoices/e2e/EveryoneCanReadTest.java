package org.joinvoices.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page, in light and dark, on small and large screens, for eyes, screen readers and cameras.
 */
@ExtendWith(Houses.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryoneCanReadTest {

  /** Where pictures of the pages are left; the documentation's are made by naming its folder. */
  private static final Path PICTURES =
      Path.of(System.getProperty("joinvoices.screenshots", "target/screenshots"));

  /** WCAG 2.2, 2.5.8: targets of 24 pixels or more, which axe does not look at by default. */
  private static final AxeRunOptions WITH_TARGETS = withTargets();

  private final Chromium chromium = Chromium.openOrSkip();
  private final Map<String, String> pages;
  private final Map<String, String> mails;

  EveryoneCanReadTest(Demo demo) {
    this.pages = Tour.pages(demo);
    this.mails = Tour.mails(demo);
  }

  @AfterAll
  void close() {
    chromium.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void axeFindsNothingToMend(ColorScheme colours) {
    var window = chromium.window(Chromium.PHONE, colours);
    pages.forEach(
        (name, address) -> {
          window.navigate(address);
          assertThat(violations(window)).as(name).isEmpty();
        });
    refusedForm(window);
    assertThat(violations(window)).as("refused form").isEmpty();
    previewedForm(window);
    assertThat(violations(window)).as("previewed form").isEmpty();
  }

  /** As a mail program shows them: no address, no stylesheet, nothing of the house around. */
  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void axeFindsNothingToMendInAnyMail(ColorScheme colours) {
    var window = chromium.window(Chromium.PHONE, colours);
    assertThat(mails).containsKeys("Please confirm your signature", "Your link to your data");
    mails.forEach(
        (subject, html) -> {
          window.setContent(html);
          assertThat(violations(window)).as(subject).isEmpty();
          var width = window.evaluate("document.documentElement.scrollWidth");
          assertThat((Integer) width).as("width of " + subject).isLessThanOrEqualTo(Chromium.PHONE);
        });
  }

  @Test
  void nothingIsWiderThanASmallPhone() {
    var window = chromium.window(320, ColorScheme.LIGHT);
    pages.forEach(
        (name, address) -> {
          window.navigate(address);
          var width = window.evaluate("document.documentElement.scrollWidth");
          assertThat((Integer) width).as("width of " + name).isLessThanOrEqualTo(320);
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {Chromium.PHONE, Chromium.DESK})
  void picturesAreTaken(int width) {
    var window = chromium.window(width, ColorScheme.LIGHT);
    pages.forEach(
        (name, address) -> {
          window.navigate(address);
          picture(window, name + "-" + width);
        });
    refusedForm(window);
    picture(window, "refused-" + width);
    previewedForm(window);
    picture(window, "preview-" + width);
    assertThat(PICTURES.resolve("refused-" + width + ".png")).isNotEmptyFile();
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

  private static List<String> violations(Page window) {
    return new AxeBuilder(window)
        .options(WITH_TARGETS).setLegacyMode(true).analyze().getViolations().stream()
            .map(EveryoneCanReadTest::line)
            .toList();
  }

  private static AxeRunOptions withTargets() {
    var rule = new AxeRuleOptions();
    rule.setEnabled(true);
    var options = new AxeRunOptions();
    options.setRules(Map.of("target-size", rule));
    return options;
  }

  private static String line(Rule rule) {
    return rule.getId() + " at " + rule.getNodes().getFirst().getTarget();
  }

  private static void picture(Page window, String name) {
    window.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }
}
