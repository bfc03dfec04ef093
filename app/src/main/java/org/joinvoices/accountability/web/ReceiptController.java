package org.joinvoices.accountability.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.joinvoices.platform.crypto.Tokens;
import org.joinvoices.platform.crypto.Tokens.Purpose;
import org.joinvoices.platform.switches.Switch;
import org.joinvoices.platform.switches.Switchboard;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.FormBody;
import org.joinvoices.platform.web.Frame;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.SayView;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.DistrictForms;
import org.joinvoices.signing.DistrictForms.Next.Look;
import org.joinvoices.signing.DistrictForms.Next.Mend;
import org.joinvoices.signing.Signing;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The receipt: whoever has its link sees what was sent, and may choose and withdraw. All that is
 * held about the signer, and its end, need a fresh link that only the signer's own mailbox gets.
 */
@Controller
@RequestMapping("/r/{token}")
final class ReceiptController {

  /** Between two looks while a message is on its way. */
  private static final int SECONDS = 4;

  private final Receipts receipts;
  private final ReceiptLinks links;
  private final DistrictForms forms;
  private final Signing signing;
  private final Frames frames;
  private final Pages pages;
  private final Switchboard switches;

  ReceiptController(
      Receipts receipts,
      Signing signing,
      Tokens tokens,
      Frames frames,
      Pages pages,
      Switchboard switches) {
    this.receipts = receipts;
    this.forms = new DistrictForms(signing);
    this.links =
        new ReceiptLinks(receipts, tokens, frames, pages, Purpose.RECEIPT, "receipt.unknown");
    this.signing = signing;
    this.frames = frames;
    this.pages = pages;
    this.switches = switches;
  }

  /** A seat or state in the address only shows; nothing changes before a button is pressed. */
  @GetMapping
  ResponseEntity<String> receipt(@PathVariable String token, HttpServletRequest request) {
    Map<String, String> query = FormBody.query(request);
    return links.open(token, (key, receipt) -> shown(token, receipt, query, Map.of()));
  }

  /** Where the signer is right now comes in the body, and goes no further. */
  @PostMapping("/{form:district|zip|location}")
  ResponseEntity<String> find(
      @PathVariable String token, @PathVariable String form, HttpServletRequest body)
      throws IOException {
    Map<String, String> fields = FormBody.first(body);
    return links.open(
        token,
        (key, receipt) ->
            switch (forms.answer(form, key, fields)) {
              case Look(var query) -> Answers.seeOther("/r/" + token + query);
              case Mend(var faults, var kept) -> shown(token, receipt, kept, faults);
            });
  }

  private ResponseEntity<String> shown(
      String token, Receipt receipt, Map<String, String> query, Map<String, String> faults) {
    boolean resting = faults.isEmpty() && query.isEmpty();
    Frame frame =
        frames
            .secret(receipt.words().language(), receipt.heading())
            .refreshing(receipt.isMoving() && resting ? SECONDS : 0);
    HttpStatus status = faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    var view =
        new ReceiptView(
            frame,
            receipt,
            token,
            receipts.finder(receipt, "/r/" + token, query, faults),
            receipts.call(receipt),
            receipts.share(receipt));
    var answer = Answers.secret(status).body(pages.render("accountability/web/receipt.jte", view));
    return view.finder().isPresent() ? Answers.locating(answer) : answer;
  }

  @GetMapping("/withdraw")
  ResponseEntity<String> askWithdraw(@PathVariable String token) {
    return ask(token, "withdraw");
  }

  @PostMapping("/withdraw")
  ResponseEntity<String> withdraw(@PathVariable String token) {
    return links.open(
        token,
        (key, receipt) -> {
          signing.withdraw(key);
          return Answers.seeOther("/r/" + token);
        });
  }

  @GetMapping("/erase")
  ResponseEntity<String> askErase(
      @PathVariable String token, @RequestParam(defaultValue = "false") boolean asked) {
    return asked && switches.isPaused(Switch.MAILS)
        ? noMailYet(token)
        : ask(token, asked ? "erase-asked" : "erase");
  }

  @PostMapping("/erase")
  ResponseEntity<String> erase(@PathVariable String token) {
    return links.open(
        token,
        (key, receipt) -> {
          signing.askForData(key);
          return Answers.seeOther("/r/" + token + "/erase?asked=true");
        });
  }

  private ResponseEntity<String> noMailYet(String token) {
    return links.open(
        token,
        (key, receipt) -> {
          Words words = receipt.words();
          String title = words.get("erase-paused.title");
          var view =
              new SayView(
                  frames.secret(words.language(), title),
                  title,
                  words.get("erase-paused.lead"),
                  new SayView.Way("/r/" + token, words.get("keep.back")));
          return Answers.secret(HttpStatus.OK).body(pages.render("platform/web/say.jte", view));
        });
  }

  private ResponseEntity<String> ask(String token, String what) {
    return links.open(
        token,
        (key, receipt) -> {
          Words words = receipt.words();
          Frame frame = frames.secret(words.language(), words.get(what + ".title"));
          var view = ReceiptView.asking(frame, receipt, token);
          return Answers.secret(HttpStatus.OK)
              .body(pages.render("accountability/web/" + what + ".jte", view));
        });
  }
}
