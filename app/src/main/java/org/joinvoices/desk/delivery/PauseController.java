package org.joinvoices.desk.delivery;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.action.Slug;
import org.joinvoices.delivery.Pausable;
import org.joinvoices.delivery.Pauses;
import org.joinvoices.delivery.Route;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.principal.SignedIn;
import org.joinvoices.platform.web.Answers;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
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

  private final Actions actions;
  private final Pauses pauses;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;

  PauseController(DataSource dataSource, Actions actions, Pauses pauses, AuditTrail audit) {
    this.actions = actions;
    this.pauses = pauses;
    this.audit = audit;
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  @PostMapping("/desk/actions/{slug}/pauses")
  ResponseEntity<String> act(
      @AuthenticationPrincipal SignedIn owner,
      @PathVariable String slug,
      @RequestParam Map<String, String> fields) {
    Action action =
        Slug.parse(slug)
            .flatMap(actions::find)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Pausable thing = thing(action, fields).orElseThrow(PauseController::notMeant);
    boolean changed =
        switch (fields.getOrDefault("act", "")) {
          case "pause" -> run(owner, thing, AuditAct.DELIVERY_PAUSED);
          case "resume" -> run(owner, thing, AuditAct.DELIVERY_RESUMED);
          default -> throw notMeant();
        };
    String path =
        thing instanceof Pausable.OfOffice(var seat) && fields.containsKey("back")
            ? QueuePages.officePath(action, seat)
            : QueuePages.queuePath(action);
    return Answers.seeOther(path + (changed ? "?done=" + fields.get("act") : "") + "#pace");
  }

  private boolean run(SignedIn owner, Pausable thing, AuditAct act) {
    return Boolean.TRUE.equals(
        transaction.execute(
            _ -> {
              boolean changed =
                  act == AuditAct.DELIVERY_PAUSED ? pauses.pause(thing) : pauses.resume(thing);
              if (changed) {
                audit.append(new Actor.Person(owner.account()), act, subject(thing));
              }
              return changed;
            }));
  }

  private static UUID subject(Pausable thing) {
    return switch (thing) {
      case Pausable.OfAction(var action) -> action.value();
      case Pausable.OfOffice _, Pausable.OfLane _ -> Vault.HOUSE;
    };
  }

  private static Optional<Pausable> thing(Action action, Map<String, String> fields) {
    String subject = fields.getOrDefault("subject", "");
    return switch (fields.getOrDefault("what", "")) {
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
