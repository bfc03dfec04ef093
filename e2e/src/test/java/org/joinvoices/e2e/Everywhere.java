package org.joinvoices.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.function.BiConsumer;

/** In each language, with scripts and without, on a desk and a phone. */
final class Everywhere {

  private static final int HEIGHT = 844;

  private final Page scripted;
  private final Page plain;

  Everywhere(Chromium chromium) {
    this.scripted = chromium.window(Chromium.DESK, ColorScheme.LIGHT);
    this.plain = chromium.plainWindow(Chromium.PHONE);
  }

  /** Does this in each language: on a desk with scripts, and on a phone without. */
  void each(BiConsumer<Language, Page> act) {
    for (Language language : Language.values()) {
      for (Page window : List.of(scripted, plain)) {
        size(window, window.equals(plain) ? Chromium.PHONE : Chromium.DESK);
        act.accept(language, window);
      }
    }
  }

  /** Goes to a page and sees what is expected there, in both sizes. */
  void look(BiConsumer<Language, Page> go, BiConsumer<Language, Page> expected) {
    each(
        (language, window) -> {
          go.accept(language, window);
          see(language, window, expected);
        });
  }

  /** The same; and the page can be read in every {@link Way}, and leaves its pictures. */
  void read(String name, BiConsumer<Language, Page> go, BiConsumer<Language, Page> expected) {
    each(
        (language, window) -> {
          go.accept(language, window);
          read(name, language, window, expected);
        });
  }

  /** The same of the page that a window of {@link #each} shows. */
  void read(String name, Language language, Page window, BiConsumer<Language, Page> expected) {
    see(
        language,
        window,
        (spoken, seen) -> {
          expected.accept(spoken, seen);
          if (seen.equals(scripted)) {
            read(name, spoken, seen);
          }
        });
  }

  private static void see(Language language, Page window, BiConsumer<Language, Page> expected) {
    for (int width : List.of(Chromium.DESK, Chromium.PHONE)) {
      size(window, width);
      language.isSpokenBy(window);
      expected.accept(language, window);
    }
  }

  /** Spanish is read as English is; what only it has are words, which are looked at. */
  private static void read(String name, Language language, Page window) {
    if (language == Language.ES) {
      return;
    }
    int width = window.viewportSize().width;
    String picture = language == Language.EN ? name : name + "-" + language.code();
    Pictures.ofPage(window, picture + "-" + width);
    if (width == Chromium.PHONE) {
      assertThat(Reading.lines(window)).as(picture).isEmpty();
    }
  }

  private static void size(Page window, int width) {
    window.setViewportSize(width, HEIGHT);
  }
}
