package org.joinvoices.coalition.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.joinvoices.action.Actions;
import org.joinvoices.action.Organization;
import org.joinvoices.platform.settings.Settings;
import org.joinvoices.platform.web.EmbedSettings;
import org.joinvoices.platform.web.FormBody;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Referrals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * How other programs may show the page of a letter within theirs: oEmbed 1.0 (oembed.com), type
 * {@code rich}. Errors as its section 2.3.5 says: 404 for what is no page of a letter, 501 for a
 * format we do not speak.
 */
@Controller
final class OembedController {

  /** What the frame takes; those who ask may want less, in either direction. */
  private static final int WIDTH = 600;

  private static final int HEIGHT = 520;

  private static final Duration AGE = Duration.ofMinutes(5);
  private static final MediaType XML = MediaType.parseMediaType("text/xml;charset=utf-8");

  private final Actions actions;
  private final Referrals referrals;
  private final Frames frames;
  private final EmbedSettings embed;
  private final URI house;

  OembedController(
      Actions actions, Referrals referrals, Frames frames, EmbedSettings embed, Settings settings) {
    this.actions = actions;
    this.referrals = referrals;
    this.frames = frames;
    this.embed = embed;
    this.house = settings.baseUrl();
  }

  @GetMapping("/oembed")
  ResponseEntity<String> oembed(HttpServletRequest request) {
    Map<String, String> asked = FormBody.query(request);
    String format = asked.getOrDefault("format", "json");
    if (!format.equals("json") && !format.equals("xml")) {
      throw new ResponseStatusException(HttpStatus.NOT_IMPLEMENTED);
    }
    Embedded letter =
        Embedded.find(house, asked.getOrDefault("url", ""), actions, referrals)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Map<String, Object> answer = answer(letter, asked);
    return ResponseEntity.ok()
        .contentType(format.equals("json") ? MediaType.APPLICATION_JSON : XML)
        .cacheControl(CacheControl.maxAge(AGE).cachePublic())
        // Public facts only, and no cookie tells who asks: any page may read them.
        .header("Access-Control-Allow-Origin", "*")
        .body(format.equals("json") ? JsonMapper.shared().writeValueAsString(answer) : xml(answer));
  }

  private Map<String, Object> answer(Embedded letter, Map<String, String> asked) {
    Words words = frames.open(letter.language(), "", Map.of()).words();
    Organization organization = letter.action().organization();
    int width = within(WIDTH, asked.get("maxwidth"));
    int height = within(HEIGHT, asked.get("maxheight"));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("version", "1.0");
    answer.put("type", "rich");
    answer.put("title", letter.action().letter().in(letter.language()).title());
    answer.put("author_name", organization.name());
    if (!organization.website().isEmpty()) {
      answer.put("author_url", organization.website());
    }
    answer.put("provider_name", words.get("frame.house"));
    answer.put("provider_url", house.toString());
    answer.put("cache_age", AGE.toSeconds());
    answer.put("width", width);
    answer.put("height", height);
    answer.put("html", html(letter, width, height));
    return answer;
  }

  /** Where nobody may show the frame, a link is all there is to show. */
  private String html(Embedded letter, int width, int height) {
    String title =
        HtmlUtils.htmlEscape(letter.action().letter().in(letter.language()).title(), "UTF-8");
    return embed.hosts().isEmpty()
        ? "<blockquote><a href=\"%s\">%s</a></blockquote>"
            .formatted(house + letter.path(referrals), title)
        : "<iframe src=\"%s\" title=\"%s\" width=\"%d\" height=\"%d\" loading=\"lazy\"></iframe>"
            .formatted(house + letter.framePath(), title, width, height);
  }

  /** What is no number of pixels is not asked for. */
  private static int within(int usual, @Nullable String most) {
    return most != null && most.matches("[1-9]\\d{0,4}")
        ? Math.min(usual, Integer.parseInt(most))
        : usual;
  }

  private static String xml(Map<String, Object> answer) {
    var text = new StringWriter();
    try {
      XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      out.writeStartDocument("utf-8", "1.0");
      out.writeStartElement("oembed");
      for (Map.Entry<String, Object> field : answer.entrySet()) {
        out.writeStartElement(field.getKey());
        out.writeCharacters(field.getValue().toString());
        out.writeEndElement();
      }
      out.writeEndElement();
      out.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write oEmbed", e);
    }
    return text.toString();
  }
}
