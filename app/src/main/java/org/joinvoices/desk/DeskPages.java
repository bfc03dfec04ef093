package org.joinvoices.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.principal.SignedIn;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;

/** Renders the pages of the desk, which speaks English and is kept by no cache. */
public final class DeskPages {

  public static final Words WORDS = Texts.english(DeskPages.class);

  private final Frames frames;
  private final Pages pages;

  DeskPages(Frames frames, Pages pages) {
    this.frames = frames;
    this.pages = pages;
  }

  /** A moment of machine time, in words with its zone. */
  public static String moment(Instant instant) {
    return WORDS.formats().shortMoment(instant.atZone(CivicClock.CONGRESS));
  }

  /**
   * @param title key of the text
   * @param here path of the page's entry in the navigation
   */
  DeskFrame frame(HttpServletRequest request, @Nullable SignedIn who, String title, String here) {
    return new DeskFrame(
        frames.desk(WORDS.get(title)), WORDS, Optional.ofNullable(who), formToken(request), here);
  }

  /**
   * The same for a page with texts of its own.
   *
   * @param title in words
   */
  public DeskFrame titled(HttpServletRequest request, SignedIn who, String title, String here) {
    return new DeskFrame(frames.desk(title), WORDS, Optional.of(who), formToken(request), here);
  }

  /** A page outside of the navigation. */
  DeskFrame frame(HttpServletRequest request, @Nullable SignedIn who, String title) {
    return frame(request, who, title, "");
  }

  /**
   * @param template path below {@code src/main/jte/desk}
   */
  public ResponseEntity<String> answer(HttpStatus status, String template, Object view) {
    return ResponseEntity.status(status)
        .contentType(Answers.HTML)
        .cacheControl(CacheControl.noStore())
        .header("X-Robots-Tag", "noindex")
        .body(pages.render("desk/" + template, view));
  }

  public ResponseEntity<String> answer(String template, Object view) {
    return answer(HttpStatus.OK, template, view);
  }

  /** A page that says one thing, such as that something cannot be done, and shows a way on. */
  String say(HttpServletRequest request, @Nullable SignedIn who, String key, String onward) {
    var view =
        new DeskSayView(
            frame(request, who, key + ".title"),
            WORDS.get(key + ".lead"),
            onward,
            WORDS.get(key + ".onward"));
    return pages.render("desk/say.jte", view);
  }

  private static String formToken(HttpServletRequest request) {
    var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return Objects.requireNonNull(token, "asked past the desk's own filters").getToken();
  }
}
