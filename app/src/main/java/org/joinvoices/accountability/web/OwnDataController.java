package org.joinvoices.accountability.web;

import org.joinvoices.accountability.OwnData;
import org.joinvoices.platform.crypto.Tokens;
import org.joinvoices.platform.crypto.Tokens.Purpose;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Kept;
import org.joinvoices.signing.Persons;
import org.joinvoices.signing.Signing;
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
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The link a signer had sent to the own mailbox: see or download all that is held, or have it
 * erased. Opening it gives nothing away, because mail scanners follow links.
 */
@Controller
@RequestMapping("/data/{token}")
final class OwnDataController {

  private static final String FILE = "my-data.json";

  private final ReceiptLinks links;
  private final Receipts receipts;
  private final OwnData data;
  private final OwnDataSheet sheet;
  private final Persons persons;
  private final Signing signing;
  private final Frames frames;
  private final Pages pages;

  OwnDataController(
      Receipts receipts,
      OwnData data,
      OwnDataSheet sheet,
      Persons persons,
      Signing signing,
      Tokens tokens,
      Frames frames,
      Pages pages) {
    this.links =
        new ReceiptLinks(
            receipts,
            tokens,
            frames,
            pages,
            Purpose.OWN_DATA,
            "data.unknown",
            Kept.DATA_LINK.toMinutes());
    this.receipts = receipts;
    this.data = data;
    this.sheet = sheet;
    this.persons = persons;
    this.signing = signing;
    this.frames = frames;
    this.pages = pages;
  }

  @GetMapping
  ResponseEntity<String> show(
      @PathVariable String token, @RequestParam(defaultValue = "false") boolean corrected) {
    return links.open(
        token,
        (key, receipt) -> {
          Words words = receipt.words();
          var frame = frames.secret(words.language(), words.get("data.title"));
          var view =
              new OwnDataView(frame, receipt, token, persons.listSame(key).size(), corrected);
          return Answers.secret(HttpStatus.OK)
              .body(pages.render("accountability/web/own-data.jte", view));
        });
  }

  /** What a person is shown of themselves is no page that a link opens. */
  @PostMapping("/see")
  ResponseEntity<String> see(@PathVariable String token) {
    return links.open(
        token,
        (key, receipt) -> {
          Words words = receipt.words();
          var frame = frames.secret(words.language(), words.get("see.title"));
          var sheets =
              persons.listSame(key).stream()
                  .flatMap(one -> receipts.find(one).stream())
                  .map(sheet::of)
                  .toList();
          return Answers.secret(HttpStatus.OK)
              .body(
                  pages.render(
                      "accountability/web/see.jte", new SeenView(frame, receipt, token, sheets)));
        });
  }

  @PostMapping("/download")
  ResponseEntity<String> download(@PathVariable String token) {
    return links.open(
        token,
        (key, receipt) ->
            Answers.secret(HttpStatus.OK)
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(FILE).build().toString())
                .body(
                    data.export(
                        key, receipt.words().language(), receipt.title(), receipt.actionPath())));
  }

  @PostMapping("/erase")
  ResponseEntity<String> erase(@PathVariable String token) {
    return links.open(
        token,
        (key, receipt) -> {
          persons.listSame(key).forEach(signing::erase);
          return Answers.seeOther("/data/" + token);
        });
  }
}
