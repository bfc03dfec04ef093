package org.joinvoices.demo;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.web.Formats;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Moves the demo's clock forward. */
@Controller
@Profile("demo")
class ClockPages {

  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  private final CivicClock clock;
  private final CivicClockStore store;
  private final Frames frames;
  private final Pages pages;

  ClockPages(CivicClock clock, CivicClockStore store, Frames frames, Pages pages) {
    this.clock = clock;
    this.store = store;
    this.frames = frames;
    this.pages = pages;
  }

  @GetMapping("/demo/clock")
  ResponseEntity<String> page() {
    var now = clock.instant().atZone(CivicClock.CONGRESS).truncatedTo(ChronoUnit.SECONDS);
    return show(HttpStatus.OK, now.toOffsetDateTime().toString(), "");
  }

  @PostMapping("/demo/clock")
  ResponseEntity<String> move(@RequestParam(defaultValue = "") String to) {
    try {
      return moveTo(OffsetDateTime.parse(to.strip()), to);
    } catch (DateTimeException e) {
      var wrong = "That is no instant with an offset, such as 2021-01-20T12:30:00-05:00.";
      return show(HttpStatus.UNPROCESSABLE_CONTENT, to, wrong);
    }
  }

  private ResponseEntity<String> moveTo(OffsetDateTime wanted, String typed) {
    return switch (store.moveTo(wanted.toInstant())) {
      case CivicClockStore.Move.Moved moved -> {
        clock.move(store.find().orElse(Duration.ZERO));
        yield ResponseEntity.status(HttpStatus.SEE_OTHER)
            .location(URI.create("/demo/clock"))
            .build();
      }
      case CivicClockStore.Move.TooEarly early ->
          show(
              HttpStatus.UNPROCESSABLE_CONTENT,
              typed,
              "It is later here already, and a clock that others relied on does not go back.");
    };
  }

  private ResponseEntity<String> show(HttpStatus status, String to, String wrong) {
    var now = Formats.in("en").moment(clock.instant().atZone(CivicClock.CONGRESS));
    var view = new ClockPage(frames.secret("en", "Demo clock"), now, to, wrong);
    return ResponseEntity.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(pages.render("demo/clock.jte", view));
  }
}
