package org.joinvoices.signing.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.joinvoices.action.Action;
import org.joinvoices.action.LetterText;
import org.joinvoices.action.Organization;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Preview;

/**
 * What search engines and previews of links are told of an action page: the organization publishes
 * a page, whose subject is a letter of its authors. Authors are named as they wish to be shown;
 * whether they are a person or many is nobody's business, so they are plain text.
 */
final class LetterPreview {

  private LetterPreview() {}

  /**
   * @param now civic time: a letter is published when it opens
   */
  static Preview of(Action action, String language, Instant now, Frames frames) {
    LetterText text = action.letter().in(language);
    String address = frames.address(action.pathIn(language));
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("@type", "WebPage");
    page.put("url", address);
    page.put("name", text.title());
    page.put("inLanguage", text.language());
    page.put("isPartOf", site(frames.address(Frames.home(language))));
    page.put("publisher", publisher(action.organization()));
    page.put("mainEntity", letter(action, text, now));
    return new Preview("article", address, text.introduction(), page);
  }

  private static Map<String, Object> site(String address) {
    Map<String, Object> site = new LinkedHashMap<>();
    site.put("@type", "WebSite");
    site.put("url", address);
    return site;
  }

  private static Map<String, Object> letter(Action action, LetterText text, Instant now) {
    Map<String, Object> letter = new LinkedHashMap<>();
    letter.put("@type", "CreativeWork");
    letter.put("name", text.title());
    letter.put("genre", "open letter");
    letter.put("author", action.authors());
    letter.put("inLanguage", text.language());
    if (!now.isBefore(action.opens())) {
      letter.put("datePublished", action.opens().toString());
    }
    return letter;
  }

  private static Map<String, Object> publisher(Organization organization) {
    Map<String, Object> publisher = new LinkedHashMap<>();
    publisher.put("@type", "Organization");
    publisher.put("name", organization.name());
    if (!organization.website().isEmpty()) {
      publisher.put("url", organization.website());
    }
    return publisher;
  }
}
