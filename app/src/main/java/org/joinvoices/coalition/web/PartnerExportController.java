package org.joinvoices.coalition.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.coalition.PartnerExports;
import org.joinvoices.coalition.PartnerExports.Opened;
import org.joinvoices.coalition.SourceLink;
import org.joinvoices.coalition.SourceLinks;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.FormBody;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.SayView;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Partner;
import org.joinvoices.signing.PartnerConsents;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The link by which a partner fetches its list. Opening it gives nothing away and uses nothing up,
 * because mail scanners follow links; the button downloads, which is noted.
 */
@Controller
@RequestMapping("/partner/{token}")
final class PartnerExportController {

  static final Texts TEXTS = Texts.beside(PartnerExportController.class);

  private final PartnerExports exports;
  private final PartnerConsents consents;
  private final SourceLinks links;
  private final Actions actions;
  private final Frames frames;
  private final Pages pages;

  PartnerExportController(
      PartnerExports exports,
      PartnerConsents consents,
      SourceLinks links,
      Actions actions,
      Frames frames,
      Pages pages) {
    this.exports = exports;
    this.consents = consents;
    this.links = links;
    this.actions = actions;
    this.frames = frames;
    this.pages = pages;
  }

  @GetMapping
  ResponseEntity<String> show(@PathVariable String token, HttpServletRequest request) {
    String asked = FormBody.query(request).getOrDefault("in", "");
    return exports.open(token).map(opened -> show(opened, token, asked)).orElseGet(this::nothing);
  }

  private ResponseEntity<String> show(Opened opened, String token, String asked) {
    Action action = actions.get(opened.action());
    Partner partner = opened.partnership().partner();
    Words words = TEXTS.in(language(action, asked));
    String path = "/partner/" + token;
    Optional<SourceLink> link =
        links.list(action.id()).stream()
            .filter(one -> one.partner().equals(Optional.of(partner.id())))
            .findFirst();
    long yes = consents.count(action.id()).getOrDefault(partner.id(), 0L);
    var view =
        new ExportView(
            frames.secret(
                words.language(),
                words.get("export.title"),
                Frames.askedIn(action.pageLanguages(), path)),
            words,
            path,
            partner.name(),
            action.letter().in(words.language()).title(),
            action.path(words.language()) + "/with/" + partner.word(),
            told(words, link.map(SourceLink::visits).orElse(0L)),
            told(words, link.map(SourceLink::joined).orElse(0L)),
            told(words, yes));
    return Answers.secret(HttpStatus.OK).body(pages.render("coalition/web/export.jte", view));
  }

  private static String told(Words words, long number) {
    var told = SourceLink.told(number);
    return told.isPresent()
        ? words.formats().number(told.getAsLong())
        : words.get("export.few", SourceLink.FEWEST);
  }

  /** The language that is asked for, else the letter's own, if both have it. */
  private static String language(Action action, String asked) {
    return Stream.of(asked, action.defaultLanguage())
        .filter(action.pageLanguages()::contains)
        .findFirst()
        .orElse(Texts.LANGUAGES.getFirst());
  }

  /** Streamed, because a list may be long. */
  @PostMapping("/download")
  @Nullable ResponseEntity<String> download(
      @PathVariable String token, HttpServletResponse response) throws IOException {
    Optional<Opened> opened = exports.open(token);
    if (opened.isEmpty()) {
      return nothing();
    }
    String file =
        "%s-%s.csv"
            .formatted(
                actions.get(opened.get().action()).slug(),
                opened.get().partnership().partner().word());
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(file, UTF_8).build().toString());
    exports.write(opened.get(), response.getOutputStream());
    return null;
  }

  /** In the language the browser asks for: the link tells us nothing. */
  private ResponseEntity<String> nothing() {
    Words words = TEXTS.in(LocaleContextHolder.getLocale().getLanguage());
    String title = words.get("export.over.title");
    var view =
        new SayView(
            frames.secret(words.language(), title),
            title,
            words.get("export.over.lead", PartnerExports.LIFETIME.toHours()),
            new SayView.Way(Frames.home(words.language()), words.get("export.over.way")));
    return Answers.secret(HttpStatus.NOT_FOUND).body(pages.render("platform/web/say.jte", view));
  }
}
