package org.joinvoices.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.principal.SignedIn;
import org.joinvoices.platform.settings.Settings;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.EventCode;
import org.joinvoices.signing.EventCodes;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Owners make codes for events at which many sign from one place; whoever is at the desk looks. */
@Controller
final class EventsController {

  private static final String PATH = "/desk/actions/{slug}/events";
  private static final String HOME = "/desk";
  private static final Words WORDS = DeskPages.WORDS;

  private final DeskPages desk;
  private final ActionBySlug actions;
  private final EventCodes codes;
  private final AuditTrail audit;
  private final URI baseUrl;
  private final InstantSource clock;
  private final TransactionTemplate transaction;

  EventsController(
      DataSource dataSource,
      DeskPages desk,
      ActionBySlug actions,
      EventCodes codes,
      AuditTrail audit,
      Settings settings,
      CivicClock clock) {
    this.desk = desk;
    this.actions = actions;
    this.codes = codes;
    this.audit = audit;
    this.baseUrl = settings.baseUrl();
    this.clock = clock;
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  @GetMapping(PATH)
  ResponseEntity<String> page(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String made) {
    return page(HttpStatus.OK, request, who, actions.get(slug), EventForm.empty(), made);
  }

  @PostMapping(PATH)
  ResponseEntity<String> make(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn owner,
      @PathVariable String slug,
      @RequestParam Map<String, String> fields) {
    Action action = actions.get(slug);
    EventForm form = EventForm.read(fields, zone(action));
    return form.filled(zone(action))
        .map(filled -> make(owner, action, filled))
        .map(code -> Answers.seeOther(path(action) + "?made=" + code.code()))
        .orElseGet(() -> page(HttpStatus.UNPROCESSABLE_CONTENT, request, owner, action, form, ""));
  }

  private EventCode make(SignedIn owner, Action action, EventForm.Filled filled) {
    return transaction.execute(
        _ -> {
          audit.append(
              new Actor.Person(owner.account()), AuditAct.EVENT_CODE_MADE, action.id().value());
          return codes.make(action.id(), filled.from(), filled.until(), filled.most());
        });
  }

  /** Pressed again, it has ended already. */
  @PostMapping(PATH + "/end")
  ResponseEntity<String> end(
      @AuthenticationPrincipal SignedIn owner,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String code) {
    Action action = actions.get(slug);
    transaction.executeWithoutResult(
        _ -> {
          if (codes.end(action.id(), code).isPresent()) {
            audit.append(
                new Actor.Person(owner.account()), AuditAct.EVENT_CODE_ENDED, action.id().value());
          }
        });
    return Answers.seeOther(path(action));
  }

  private ResponseEntity<String> page(
      HttpStatus status,
      HttpServletRequest request,
      SignedIn who,
      Action action,
      EventForm form,
      String made) {
    Instant now = clock.instant();
    var lines = codes.list(action.id()).stream().map(code -> line(code, action, now)).toList();
    boolean known = lines.stream().anyMatch(line -> line.code().equals(made));
    var view =
        new EventsView(
            desk.titled(request, who, WORDS.get("events.title"), HOME),
            action.letter().in(WORDS.language()).title(),
            "/desk/actions/" + action.slug(),
            WORDS.formats().zone(action.deadline()),
            lines,
            form,
            known ? made : "");
    return desk.answer(status, "events.jte", view);
  }

  private EventsView.Line line(EventCode code, Action action, Instant now) {
    EventCode.Standing standing = code.standing(now);
    return new EventsView.Line(
        code.code(),
        baseUrl + "/actions/" + action.slug() + "?event=" + code.code(),
        moment(code.from(), action),
        moment(code.until(), action),
        WORDS.get(
            "events.used",
            WORDS.formats().number(code.used()),
            WORDS.formats().number(code.most())),
        WORDS.get("events.standing." + standing.word()),
        code.endedAt().isEmpty() && standing != EventCode.Standing.OVER);
  }

  private static String moment(Instant instant, Action action) {
    return WORDS.formats().shortMoment(instant.atZone(zone(action)));
  }

  private static ZoneId zone(Action action) {
    return action.deadline().getZone();
  }

  private static String path(Action action) {
    return "/desk/actions/" + action.slug() + "/events";
  }
}
