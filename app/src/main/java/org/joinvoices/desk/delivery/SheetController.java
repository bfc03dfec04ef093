package org.joinvoices.desk.delivery;

import org.joinvoices.action.Action;
import org.joinvoices.delivery.SignUpSheets;
import org.joinvoices.desk.ActionBySlug;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Sign-up sheets to print; nobody's data is on them. */
@Controller
final class SheetController {

  private final ActionBySlug actions;
  private final SignUpSheets sheets;

  SheetController(ActionBySlug actions, SignUpSheets sheets) {
    this.actions = actions;
    this.sheets = sheets;
  }

  @GetMapping("/desk/actions/{slug}/sheets/{language}.pdf")
  ResponseEntity<byte[]> sheet(@PathVariable String slug, @PathVariable String language) {
    Action action = actions.get(slug);
    if (!action.pageLanguages().contains(language)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    SignUpSheets.Sheet sheet = sheets.print(action, language);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(sheet.file()).build().toString())
        .body(sheet.pdf().toByteArray());
  }
}
