package org.joinvoices.e2e;

import static java.util.stream.Collectors.joining;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Contrast;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What is to be mended on the page of a window, in every {@link Way}. The page is asked for once;
 * only the window around it changes, and is put back afterwards.
 */
final class Reading {

  private static final int SMALL = 320;
  private static final int TWICE_WIDTH = 640;
  private static final int TWICE_HEIGHT = 422;

  /** What colours can change; nothing else is looked at anew. */
  private static final String CONTRAST = "color-contrast";

  private static final String TARGETS = "target-size";
  private static final AxeRunOptions ALL = withTargets();
  private static final String SCRIPT = script();

  private final Page window;
  private final Map<Way, List<String>> faults = new EnumMap<>(Way.class);

  private Reading(Page window) {
    this.window = window;
  }

  /** Reads the page that the window shows; ways without a fault have an empty list. */
  static Map<Way, List<String>> faults(Page window) {
    var reading = new Reading(window);
    ViewportSize before = window.viewportSize();
    reading.readInColours();
    reading.readInSizes();
    window.setViewportSize(before.width, before.height);
    reading.readByKeyboardAndWithoutStyles();
    return reading.faults;
  }

  /** The same in one line per way that has a fault. */
  static List<String> lines(Page window) {
    return lines(faults(window));
  }

  /** In all colours only: for mails, whose window is somebody else's. */
  static List<String> linesInColours(Page window) {
    var reading = new Reading(window);
    reading.readInColours();
    return lines(reading.faults);
  }

  private static List<String> lines(Map<Way, List<String>> faults) {
    return faults.entrySet().stream()
        .filter(way -> !way.getValue().isEmpty())
        .map(way -> way.getKey() + ": " + way.getValue())
        .toList();
  }

  private void readInColours() {
    emulate(light());
    faults.put(Way.LIGHT, everything());
    emulate(light().setColorScheme(ColorScheme.DARK));
    faults.put(Way.DARK, axe(CONTRAST));
    emulate(light().setContrast(Contrast.MORE));
    faults.put(Way.MORE_CONTRAST, axe(CONTRAST));
    emulate(light().setForcedColors(ForcedColors.ACTIVE));
    faults.put(Way.FORCED_COLOURS, axe(CONTRAST));
    emulate(light().setReducedMotion(ReducedMotion.REDUCE));
    faults.put(Way.LESS_MOTION, told("moving()"));
    emulate(light());
  }

  private void readInSizes() {
    window.setViewportSize(TWICE_WIDTH, TWICE_HEIGHT);
    faults.put(
        Way.TWICE_THE_SIZE,
        Stream.of(axe(TARGETS), told("tooWide()")).flatMap(List::stream).toList());
    window.setViewportSize(SMALL, TWICE_HEIGHT);
    faults.put(Way.SMALL_PHONE, told("tooWide()"));
  }

  private void readByKeyboardAndWithoutStyles() {
    faults.put(Way.KEYBOARD, told("unseenStops()"));
    faults.put(Way.WITHOUT_STYLES, told("withoutStyles()"));
  }

  private List<String> everything() {
    return new AxeBuilder(window)
        .options(ALL).setLegacyMode(true).analyze().getViolations().stream()
            .map(Reading::line)
            .toList();
  }

  /** Asks the axe that {@link #everything} left in the page for one rule. */
  private List<String> axe(String rule) {
    return strings(
        window.evaluate(
            """
            rule => axe.run(document, {runOnly: {type: 'rule', values: [rule]}, resultTypes: ['violations']})
              .then(told => told.violations.flatMap(one => one.nodes.map(at => one.id + ' at ' + at.target)))
            """,
            rule));
  }

  private List<String> told(String question) {
    return strings(window.evaluate("(() => {" + SCRIPT + "return " + question + ";})()"));
  }

  private void emulate(Page.EmulateMediaOptions media) {
    window.emulateMedia(media);
  }

  private static Page.EmulateMediaOptions light() {
    return new Page.EmulateMediaOptions()
        .setColorScheme(ColorScheme.LIGHT)
        .setContrast(Contrast.NO_PREFERENCE)
        .setForcedColors(ForcedColors.NONE)
        .setReducedMotion(ReducedMotion.NO_PREFERENCE);
  }

  private static List<String> strings(Object told) {
    return ((List<?>) told).stream().map(String::valueOf).toList();
  }

  private static String line(Rule rule) {
    return rule.getId()
        + " at "
        + rule.getNodes().stream().map(node -> node.getTarget().toString()).collect(joining(", "));
  }

  private static AxeRunOptions withTargets() {
    var rule = new AxeRuleOptions();
    rule.setEnabled(true);
    var options = new AxeRunOptions();
    options.setRules(Map.of(TARGETS, rule));
    options.setResultTypes(List.of("violations"));
    return options;
  }

  private static String script() {
    try (var in = Reading.class.getResourceAsStream("reading.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
