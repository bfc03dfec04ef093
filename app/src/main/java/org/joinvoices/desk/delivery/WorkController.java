package org.joinvoices.desk.delivery;

import static org.joinvoices.desk.delivery.QueueWords.WORDS;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.Action;
import org.joinvoices.delivery.Packet;
import org.joinvoices.delivery.PacketMaking;
import org.joinvoices.delivery.PacketState;
import org.joinvoices.delivery.Packets;
import org.joinvoices.desk.ActionBySlug;
import org.joinvoices.desk.DeskPages;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.principal.SignedIn;
import org.joinvoices.platform.web.Answers;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What people must do for a letter now, and the packets they print for it. */
@Controller
final class WorkController {

  private static final String LETTER = "/desk/actions/{slug}";
  private static final String HOME = "/desk";

  private final DeskPages desk;
  private final ActionBySlug actions;
  private final WorkPages pages;
  private final Packets packets;

  WorkController(DeskPages desk, ActionBySlug actions, WorkPages pages, Packets packets) {
    this.desk = desk;
    this.actions = actions;
    this.pages = pages;
    this.packets = packets;
  }

  @GetMapping(LETTER + "/work")
  ResponseEntity<String> work(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String done) {
    var frame = desk.titled(request, who, WORDS.get("work.title"), HOME);
    return desk.answer("delivery/work.jte", pages.view(frame, actions.get(slug), done(done)));
  }

  private static Optional<String> done(String word) {
    return Optional.ofNullable(WORDS.texts().get("work.done." + word));
  }

  @PostMapping(LETTER + "/packets/make")
  ResponseEntity<String> make(
      @AuthenticationPrincipal SignedIn owner,
      @PathVariable String slug,
      @RequestParam Map<String, String> fields) {
    Action action = actions.get(slug);
    Seat seat = Seat.parse(fields.getOrDefault("seat", "")).orElseThrow(WorkController::notMeant);
    PacketMaking making = packets.make(by(owner), action.id(), seat, Packets.MOST);
    return Answers.seeOther(
        WorkPages.path(action)
            + "?done="
            + (making.packet().isPresent() ? "made" : "empty")
            + "#paper");
  }

  @PostMapping(LETTER + "/packets/print")
  void print(
      HttpServletResponse response,
      @AuthenticationPrincipal SignedIn owner,
      @PathVariable String slug,
      @RequestParam Map<String, String> fields)
      throws IOException {
    Action action = actions.get(slug);
    Packet packet = packet(action, fields);
    var papers =
        packets
            .print(by(owner), action.id(), packet.id())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT));
    PacketFile.write(action, packet, papers, response);
  }

  /** Asks first; what comes with {@code confirm} is done. */
  @PostMapping(LETTER + "/packets/void")
  ResponseEntity<String> makeVoid(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn owner,
      @PathVariable String slug,
      @RequestParam Map<String, String> fields) {
    Action action = actions.get(slug);
    Packet packet = packet(action, fields);
    if (packet.state() == PacketState.MADE && fields.getOrDefault("confirm", "").isEmpty()) {
      var frame = desk.titled(request, owner, WORDS.get("void.title"), HOME);
      return desk.answer("delivery/void.jte", pages.voiding(frame, action, packet));
    }
    boolean voided = packets.makeVoid(by(owner), action.id(), packet.id());
    return Answers.seeOther(
        WorkPages.path(action) + "?done=" + (voided ? "voided" : "settled") + "#paper");
  }

  private Packet packet(Action action, Map<String, String> fields) {
    UUID id = QueueForm.id(fields.getOrDefault("packet", "")).orElseThrow(WorkController::notMeant);
    return packets
        .find(action.id(), id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static Actor by(SignedIn owner) {
    return new Actor.Person(owner.account());
  }

  private static ResponseStatusException notMeant() {
    return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
  }
}
