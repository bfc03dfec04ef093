package org.joinvoices.accountability.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.joinvoices.delivery.CopyCheck;
import org.joinvoices.delivery.CopyCheck.Answer;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.crypto.Tokens;
import org.joinvoices.platform.crypto.Tokens.Purpose;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.FormBody;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * A signer's own copy of the messages: taken while the words are still here, compared with what was
 * sent when only a hash is left.
 */
@Controller
@RequestMapping("/r/{token}")
final class CopyController {

  private static final String FILE = "my-messages.txt";
  private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, UTF_8);

  private final ReceiptLinks links;
  private final CopyCheck check;
  private final Frames frames;
  private final Pages pages;

  CopyController(Receipts receipts, CopyCheck check, Tokens tokens, Frames frames, Pages pages) {
    this.links =
        new ReceiptLinks(receipts, tokens, frames, pages, Purpose.RECEIPT, "receipt.unknown");
    this.check = check;
    this.frames = frames;
    this.pages = pages;
  }

  /** The same that the receipt shows, to keep; once the words are gone, the way to compare. */
  @GetMapping("/copy")
  ResponseEntity<String> copy(@PathVariable String token) {
    return links.open(
        token,
        (key, receipt) ->
            receipt.hasCopy()
                ? Answers.secret(HttpStatus.OK)
                    .contentType(TEXT)
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(FILE).build().toString())
                    .body(receipt.copy())
                : Answers.seeOther("/r/" + token + "/compare"));
  }

  @GetMapping("/compare")
  ResponseEntity<String> ask(@PathVariable String token) {
    return links.open(token, (key, receipt) -> page(HttpStatus.OK, token, receipt, "", List.of()));
  }

  @PostMapping("/compare")
  ResponseEntity<String> compare(@PathVariable String token, HttpServletRequest body)
      throws IOException {
    String copy = FormBody.field(body, "copy");
    return links.open(
        token,
        (key, receipt) -> {
          var found = found(receipt, check.check(receipt.view(), copy));
          var status = found.isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
          return page(status, token, receipt, copy, found);
        });
  }

  private static List<CompareView.Found> found(Receipt receipt, Map<Seat, Answer> answers) {
    return receipt.lines().stream()
        .filter(line -> answers.containsKey(line.seat()))
        .map(
            line -> found(receipt.words(), line, answers.getOrDefault(line.seat(), Answer.UNKNOWN)))
        .toList();
  }

  private static CompareView.Found found(Words words, ReceiptLine line, Answer answer) {
    String office = line.holder().orElse(line.office());
    return switch (answer) {
      case SAME -> new CompareView.Found(office, words.get("compare.same"), "good");
      case OTHER -> new CompareView.Found(office, words.get("compare.other"), "bad");
      case UNKNOWN -> new CompareView.Found(office, words.get("compare.cannot"), "plain");
    };
  }

  private ResponseEntity<String> page(
      HttpStatus status,
      String token,
      Receipt receipt,
      String copy,
      List<CompareView.Found> found) {
    Words words = receipt.words();
    var frame = frames.secret(words.language(), words.get("compare.title"));
    return Answers.secret(status)
        .body(
            pages.render(
                "accountability/web/compare.jte",
                new CompareView(frame, receipt, token, copy, found, status.isError())));
  }
}
