package org.joinvoices.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.action.Slug;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.principal.SignedIn;
import org.joinvoices.platform.switches.Standstill;
import org.joinvoices.platform.switches.Switch;
import org.joinvoices.platform.switches.Switches;
import org.joinvoices.platform.switches.Switching;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The switches for an emergency: what each does, since when it is off, and a button. */
@Controller
final class SwitchController {

  private static final String PATH = "/desk/switches";
  private static final Words WORDS = DeskPages.WORDS;

  private static final int MOST_HOURS = 720;

  /** What was typed into one form. */
  private record Typed(String id, String hours) {}

  private final DeskPages pages;
  private final Actions actions;
  private final Switches switches;
  private final Switching switching;
  private final CivicClock civic;

  SwitchController(
      DeskPages pages, Actions actions, Switches switches, Switching switching, CivicClock civic) {
    this.pages = pages;
    this.actions = actions;
    this.switches = switches;
    this.switching = switching;
    this.civic = civic;
  }

  @GetMapping(PATH)
  ResponseEntity<String> page(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who,
      @RequestParam(defaultValue = "") String done) {
    Optional<String> said =
        List.of("pause", "resume").contains(done)
            ? Optional.of(WORDS.get("switches.done." + done))
            : Optional.empty();
    return page(HttpStatus.OK, request, who, said, Optional.empty(), new Typed("", ""));
  }

  @PostMapping(PATH)
  ResponseEntity<String> turn(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn owner,
      @RequestParam Map<String, String> fields) {
    var typed =
        new Typed(fields.getOrDefault("switch", ""), fields.getOrDefault("hours", "").strip());
    Switch what = find(typed.id()).orElseThrow(SwitchController::notMeant);
    var by = new Actor.Person(owner.account());
    String act = fields.getOrDefault("act", "");
    boolean changed;
    switch (act) {
      case "pause" -> {
        if (!typed.hours().isEmpty() && until(typed.hours()).isEmpty()) {
          return page(
              HttpStatus.UNPROCESSABLE_CONTENT,
              request,
              owner,
              Optional.empty(),
              Optional.of(WORDS.get("switches.back.fault")),
              typed);
        }
        changed = switching.pause(by, what, until(typed.hours()));
      }
      case "resume" -> changed = switching.resume(by, what);
      default -> throw notMeant();
    }
    return Answers.seeOther(PATH + (changed ? "?done=" + act : "") + "#" + typed.id());
  }

  /** In civic time, which is what people see; empty where it is no number of hours. */
  private Optional<Instant> until(String hours) {
    if (!hours.matches("[0-9]{1,3}")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(hours);
    return number < 1 || number > MOST_HOURS
        ? Optional.empty()
        : Optional.of(civic.instant().plus(Duration.ofHours(number)));
  }

  private Optional<Switch> find(String id) {
    String letter = Switch.SIGNING.scope() + "-";
    return id.startsWith(letter)
        ? Slug.parse(id.substring(letter.length()))
            .flatMap(actions::find)
            .map(action -> Switch.signing(action.id().value()))
        : Switch.OF_HOUSE.stream().filter(one -> one.scope().equals(id)).findFirst();
  }

  private static ResponseStatusException notMeant() {
    return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ResponseEntity<String> page(
      HttpStatus status,
      HttpServletRequest request,
      SignedIn who,
      Optional<String> done,
      Optional<String> fault,
      Typed typed) {
    Map<Switch, Standstill> paused =
        switches.list().stream().collect(Collectors.toMap(Standstill::what, one -> one));
    var view =
        new SwitchesView(
            pages.frame(request, who, "switches.title", PATH),
            Switch.OF_HOUSE.stream().map(one -> house(one, paused)).toList(),
            actions.list().stream().map(action -> letter(action, paused)).toList(),
            done,
            fault,
            typed.id(),
            typed.hours());
    return pages.answer(status, "switches.jte", view);
  }

  private static SwitchesView.Line house(Switch what, Map<Switch, Standstill> paused) {
    String key = "switches." + what.scope();
    return line(what.scope(), WORDS.get(key), WORDS.get(key + ".what"), what, paused);
  }

  private static SwitchesView.Line letter(Action action, Map<Switch, Standstill> paused) {
    return line(
        Switch.SIGNING.scope() + "-" + action.slug(),
        WORDS.get("switches.letter", action.letter().in(WORDS.language()).title()),
        WORDS.get("switches.letter.what"),
        Switch.signing(action.id().value()),
        paused);
  }

  private static SwitchesView.Line line(
      String id, String name, String does, Switch what, Map<Switch, Standstill> paused) {
    Optional<Standstill> off = Optional.ofNullable(paused.get(what));
    return new SwitchesView.Line(
        id,
        name,
        does,
        off.map(SwitchController::state).orElseGet(() -> WORDS.get("switches.on")),
        off.isPresent());
  }

  private static String state(Standstill off) {
    String since = WORDS.get("switches.off", DeskPages.moment(off.since()));
    return off.until()
        .map(end -> since + "; " + WORDS.get("switches.until", DeskPages.moment(end)))
        .orElse(since);
  }
}
