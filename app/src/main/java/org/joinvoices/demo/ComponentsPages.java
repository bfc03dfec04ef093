package org.joinvoices.demo;

import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows what pages are made of, for whoever designs, translates or checks them. */
@Controller
@Profile("demo")
final class ComponentsPages {

  private final Frames frames;
  private final Pages pages;

  ComponentsPages(Frames frames, Pages pages) {
    this.frames = frames;
    this.pages = pages;
  }

  @GetMapping("/demo/components")
  ResponseEntity<String> page() {
    var view = new ComponentsPage(frames.secret("en", "Components"));
    return ResponseEntity.ok()
        .contentType(Answers.HTML)
        .cacheControl(CacheControl.noStore())
        .body(pages.render("demo/components.jte", view));
  }

  /** What mails are made of: one of every part. */
  @GetMapping("/demo/components/mail.html")
  ResponseEntity<String> mail() {
    return MailboxPages.asItCame(SampleSheet.SHEET.html());
  }
}
