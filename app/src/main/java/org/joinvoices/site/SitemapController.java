package org.joinvoices.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.joinvoices.action.Actions;
import org.joinvoices.platform.database.LastKnown;
import org.joinvoices.platform.switches.Switch;
import org.joinvoices.platform.switches.Switchboard;
import org.joinvoices.platform.web.Frames;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells search engines which pages there are, and where there is nothing for them. */
@Controller
final class SitemapController {

  private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";

  /** Beginnings of addresses (RFC 9309): of one person, of organizers, of a demonstration. */
  static final List<String> PRIVATE =
      List.of(
          "/confirm/",
          "/thanks/",
          "/authors/",
          "/r/",
          "/data/",
          "/partner/",
          "/desk",
          "/demo/",
          "/embed/",
          "/*/embed/",
          "/legislators?",
          "/*/legislators?",
          "/legislators.json");

  private static final Duration AGE = Duration.ofSeconds(1);

  private final Actions actions;
  private final Frames frames;
  private final LastKnown<String, Rendered> sitemap;
  private final Rendered robots;

  SitemapController(Actions actions, Frames frames, Switchboard switches) {
    this.actions = actions;
    this.frames = frames;
    this.sitemap =
        new LastKnown<>(
            AGE, _ -> Rendered.of(XmlText.of(this::write)), () -> switches.isPaused(Switch.PAGES));
    this.robots = Rendered.of(robots(frames.address("/sitemap.xml")));
  }

  @GetMapping("/robots.txt")
  ResponseEntity<byte[]> robots(HttpServletRequest request) {
    return robots.answer(new MediaType(MediaType.TEXT_PLAIN, UTF_8), request);
  }

  @GetMapping("/sitemap.xml")
  ResponseEntity<byte[]> sitemap(HttpServletRequest request) {
    return sitemap
        .getOrLast("/sitemap.xml")
        .answer(new MediaType(MediaType.APPLICATION_XML, UTF_8), request);
  }

  private static String robots(String sitemap) {
    var text = new StringBuilder("User-agent: *\n");
    PRIVATE.forEach(path -> text.append("Disallow: ").append(path).append('\n'));
    return text.append("\nSitemap: ").append(sitemap).append('\n').toString();
  }

  private void write(XMLStreamWriter out) throws XMLStreamException {
    out.writeStartElement("urlset");
    out.writeDefaultNamespace(SITEMAP);
    out.writeNamespace("xhtml", XHTML);
    for (Map<String, String> page : pages()) {
      for (String path : page.values()) {
        write(out, path, page);
      }
    }
    out.writeEndElement();
  }

  /** Each page names all its languages, its own too, as search engines ask for. */
  private void write(XMLStreamWriter out, String path, Map<String, String> languages)
      throws XMLStreamException {
    out.writeStartElement("url");
    out.writeStartElement("loc");
    out.writeCharacters(frames.address(path));
    out.writeEndElement();
    for (Map.Entry<String, String> language : languages.entrySet()) {
      out.writeEmptyElement("xhtml:link");
      out.writeAttribute("rel", "alternate");
      out.writeAttribute("hreflang", language.getKey());
      out.writeAttribute("href", frames.address(language.getValue()));
    }
    out.writeEndElement();
  }

  /** Language to path, of every page. */
  private List<Map<String, String>> pages() {
    return Stream.concat(
            Stream.of("", LegislatorsPage.PATH).map(Frames::inEach),
            actions.list().stream().flatMap(one -> Stream.of(one.pages(""), one.pages("/answers"))))
        .toList();
  }
}
