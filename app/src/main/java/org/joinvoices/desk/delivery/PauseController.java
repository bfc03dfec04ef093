package org.joinvoices.desk.delivery;

import java.util.Map;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.delivery.Pausable;
import org.joinvoices.delivery.Route;
import org.joinvoices.desk.ActionBySlug;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.principal.SignedIn;
import org.joinvoices.platform.switches.Switching;
import org.joinvoices.platform.web.Answers;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Pauses a letter, an office or a gateway, and lets it go on. Nothing is lost by either, so nobody
 * is asked twice.
 */
@Controller
final class PauseController {

  private final ActionBySlug actions;
  private final Switching switching;

  PauseController(ActionBySlug actions, Switching switching) {
    this.actions = actions;
    this.switching = switching;
  }

  @PostMapping("/desk/actions/{slug}/pauses")
  ResponseEntity<String> act(
      @AuthenticationPrincipal SignedIn owner,
      @PathVariable String slug,
      @RequestParam Map<String, String> fields) {
    Action action = actions.get(slug);
    Pausable thing = thing(action, fields).orElseThrow(PauseController::notMeant);
    boolean changed =
        switch (fields.getOrDefault("act", "")) {
          case "pause" -> switching.pause(by(owner), thing.toSwitch(), Optional.empty());
          case "resume" -> switching.resume(by(owner), thing.toSwitch());
          default -> throw notMeant();
        };
    String path =
        thing instanceof Pausable.OfOffice(var seat) && fields.containsKey("back")
            ? QueuePages.officePath(action, seat)
            : QueuePages.queuePath(action);
    return Answers.seeOther(path + (changed ? "?done=" + fields.get("act") : "") + "#pace");
  }

  private static Actor by(SignedIn owner) {
    return new Actor.Person(owner.account());
  }

  private static Optional<Pausable> thing(Action action, Map<String, String> fields) {
    String subject = fields.getOrDefault("subject", "");
    return switch (fields.getOrDefault("what", "")) {
      case "all" -> Optional.of(new Pausable.OfAll());
      case "letter" -> Optional.of(new Pausable.OfAction(action.id()));
      case "office" -> Seat.parse(subject).map(Pausable.OfOffice::new);
      case "lane" -> Route.find(subject).filter(Route::isSent).map(Pausable.OfLane::new);
      default -> Optional.empty();
    };
  }

  private static ResponseStatusException notMeant() {
    return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
  }
}
