package org.joinvoices.demo;

import java.util.List;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows what the catch-all mailbox caught. */
@Controller
@Profile("demo")
class MailboxPages {

  /**
   * A mail is shown as it came: nothing in it runs, asks for anything or knows this house. Its
   * links may be followed, its styles stand in it.
   */
  static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'; sandbox allow-popups allow-popups-to-escape-sandbox";

  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  private final MailboxStore store;
  private final Frames frames;
  private final Pages pages;

  MailboxPages(MailboxStore store, Frames frames, Pages pages) {
    this.store = store;
    this.frames = frames;
    this.pages = pages;
  }

  @GetMapping("/demo/mail")
  ResponseEntity<String> page() {
    var view = new MailboxPage(frames.secret("en", "Demo mailbox"), store.list());
    return ResponseEntity.ok()
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(pages.render("demo/mail.jte", view));
  }

  @GetMapping("/demo/mail/{number:[0-9]{1,9}}.html")
  ResponseEntity<String> html(@PathVariable int number) {
    return store
        .find(number)
        .map(CaughtMail::html)
        .filter(html -> !html.isEmpty())
        .map(MailboxPages::asItCame)
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  static ResponseEntity<String> asItCame(String html) {
    return ResponseEntity.ok()
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", POLICY)
        .body(html);
  }

  @GetMapping("/demo/mail.json")
  ResponseEntity<List<CaughtMail>> json() {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(store.list());
  }
}
