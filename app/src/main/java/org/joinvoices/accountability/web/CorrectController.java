package org.joinvoices.accountability.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.joinvoices.accountability.OwnCorrections;
import org.joinvoices.accountability.OwnCorrections.Answer;
import org.joinvoices.accountability.OwnCorrections.Late;
import org.joinvoices.accountability.OwnCorrections.Standing;
import org.joinvoices.accountability.OwnCorrections.Why;
import org.joinvoices.platform.crypto.Tokens;
import org.joinvoices.platform.crypto.Tokens.Purpose;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.FormBody;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.SayView;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.FormView;
import org.joinvoices.signing.Kept;
import org.joinvoices.signing.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Lets signers put right what they typed, by the link to their own data. The form holds a person,
 * so it is shown for a post only: mail scanners follow links.
 */
@Controller
@RequestMapping("/data/{token}/correct")
final class CorrectController {

  private final ReceiptLinks links;
  private final OwnCorrections corrections;
  private final Frames frames;
  private final Pages pages;

  CorrectController(
      Receipts receipts, OwnCorrections corrections, Tokens tokens, Frames frames, Pages pages) {
    this.links =
        new ReceiptLinks(
            receipts,
            tokens,
            frames,
            pages,
            Purpose.OWN_DATA,
            "data.unknown",
            Kept.DATA_LINK.toMinutes());
    this.corrections = corrections;
    this.frames = frames;
    this.pages = pages;
  }

  @PostMapping
  ResponseEntity<String> form(@PathVariable String token) {
    return links.open(
        token,
        (key, receipt) ->
            switch (corrections.standing(key)) {
              case Standing.Open open ->
                  page(HttpStatus.OK, token, receipt, form(receipt, open.held()));
              case Late(var why) -> late(token, receipt, why);
            });
  }

  @PostMapping("/save")
  ResponseEntity<String> save(@PathVariable String token, HttpServletRequest body)
      throws IOException {
    Map<String, List<String>> fields = FormBody.read(body);
    return links.open(
        token, (key, receipt) -> answer(token, receipt, corrections.correct(key, fields)));
  }

  private ResponseEntity<String> answer(String token, Receipt receipt, Answer answer) {
    return switch (answer) {
      case Answer.Corrected() -> Answers.seeOther("/data/" + token + "?corrected=true");
      case Answer.Faulty(_, var typed, var errors) ->
          page(
              HttpStatus.UNPROCESSABLE_CONTENT,
              token,
              receipt,
              FormView.of(receipt.words().language(), typed, errors));
      case Answer.Refused(_, var typed, var other) -> {
        Words words = receipt.words();
        String why = "correct." + other.word();
        var notice = new FormView.Notice(words.get(why), words.get(why + ".note"));
        yield page(HttpStatus.CONFLICT, token, receipt, form(receipt, typed).with(notice));
      }
      case Late(var why) -> late(token, receipt, why);
    };
  }

  private static FormView form(Receipt receipt, Typed typed) {
    return FormView.of(receipt.words().language(), typed, List.of());
  }

  private ResponseEntity<String> page(
      HttpStatus status, String token, Receipt receipt, FormView form) {
    Words words = receipt.words();
    String title = words.get("correct.title");
    var frame =
        frames.secret(
            words.language(),
            form.isRefused() ? form.words().get("form.title.error", title) : title);
    return Answers.secret(status)
        .body(
            pages.render(
                "accountability/web/correct.jte", new CorrectView(frame, receipt, token, form)));
  }

  private ResponseEntity<String> late(String token, Receipt receipt, Why why) {
    Words words = receipt.words();
    String title = words.get("correct.late.title");
    var view =
        new SayView(
            frames.secret(words.language(), title),
            title,
            words.get("correct.late." + why.word()),
            new SayView.Way("/data/" + token, words.get("correct.back")));
    return Answers.secret(HttpStatus.CONFLICT).body(pages.render("platform/web/say.jte", view));
  }
}
