package org.joinvoices.accountability.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.joinvoices.delivery.SupporterAct;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.crypto.Tokens;
import org.joinvoices.platform.crypto.Tokens.Purpose;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.FormBody;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.SayView;
import org.joinvoices.platform.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Hands a message to its signer: the office's number and contact page, what to say and the text to
 * copy. What they tell us to have done is noted and never counts as sent by us.
 */
@Controller
@RequestMapping("/r/{token}/offices/{seat}")
final class OfficeController {

  private final Receipts receipts;
  private final ReceiptLinks links;
  private final Frames frames;
  private final Pages pages;

  OfficeController(Receipts receipts, Tokens tokens, Frames frames, Pages pages) {
    this.receipts = receipts;
    this.links =
        new ReceiptLinks(receipts, tokens, frames, pages, Purpose.RECEIPT, "receipt.unknown");
    this.frames = frames;
    this.pages = pages;
  }

  @GetMapping
  ResponseEntity<String> show(@PathVariable String token, @PathVariable String seat) {
    return links.open(
        token,
        (key, receipt) ->
            line(receipt, seat)
                .map(line -> shown(HttpStatus.OK, token, receipt, line))
                .orElseGet(() -> nothing(token, receipt)));
  }

  @PostMapping
  ResponseEntity<String> told(
      @PathVariable String token, @PathVariable String seat, HttpServletRequest body)
      throws IOException {
    Optional<SupporterAct> act = SupporterAct.parse(FormBody.field(body, "did"));
    return links.open(
        token,
        (key, receipt) ->
            line(receipt, seat)
                .map(line -> told(token, receipt, line, act))
                .orElseGet(() -> nothing(token, receipt)));
  }

  private ResponseEntity<String> told(
      String token, Receipt receipt, ReceiptLine line, Optional<SupporterAct> act) {
    if (act.isEmpty()) {
      return shown(HttpStatus.UNPROCESSABLE_CONTENT, token, receipt, line);
    }
    receipts.note(receipt, line.seat(), act.get());
    return Answers.seeOther("/r/" + token + "/offices/" + line.seat());
  }

  private static Optional<ReceiptLine> line(Receipt receipt, String seat) {
    return Seat.parse(seat)
        .flatMap(
            asked ->
                receipt.lines().stream()
                    .filter(line -> line.yours() && line.seat().equals(asked))
                    .findFirst());
  }

  private ResponseEntity<String> shown(
      HttpStatus status, String token, Receipt receipt, ReceiptLine line) {
    Words words = receipt.words();
    var view =
        new OfficeView(
            frames.secret(words.language(), OfficeView.title(words, line)),
            receipt,
            token,
            line,
            receipts.office(receipt, line.seat()));
    return Answers.secret(status).body(pages.render("accountability/web/office.jte", view));
  }

  /** The message takes its own way, or the signature has ended: the receipt says which. */
  private ResponseEntity<String> nothing(String token, Receipt receipt) {
    Words words = receipt.words();
    String title = words.get("office.none.title");
    var view =
        new SayView(
            frames.secret(words.language(), title),
            title,
            words.get("office.none.lead"),
            new SayView.Way("/r/" + token, words.get("keep.back")));
    return Answers.secret(HttpStatus.NOT_FOUND).body(pages.render("platform/web/say.jte", view));
  }
}
