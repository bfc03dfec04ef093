package org.joinvoices.platform.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * What search engines, and previews of links, are told of a page that is the same for everybody:
 * HTML's description and canonical address, the Open Graph protocol (ogp.me), and facts in the
 * words of schema.org as JSON-LD. Nothing in it changes while the page's words do not.
 *
 * @param type Open Graph's, {@code website} or {@code article}
 * @param address absolute, of the page in its language
 * @param description plain text; its beginning is told, as one line
 * @param facts the JSON-LD without its context, in their order
 */
public record Preview(String type, String address, String description, Map<String, Object> facts) {

  /** Search engines show about so many characters. */
  private static final int LONGEST = 155;

  /** As many whole sentences as fit; a short word before the dot may be an abbreviation. */
  private static final Pattern SENTENCES =
      Pattern.compile("(.{50,149}[\\p{L}\\p{N}]{4}[.!?])(?=\\s).*");

  public Preview {
    description = beginning(description.strip().replaceAll("\\s+", " "));
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  private static String beginning(String line) {
    if (line.length() <= LONGEST) {
      return line;
    }
    var sentences = SENTENCES.matcher(line);
    if (sentences.matches()) {
      return sentences.group(1);
    }
    int space = line.lastIndexOf(' ', LONGEST - 1);
    return line.substring(0, space > 0 ? space : LONGEST - 1) + "…";
  }

  /** The facts as they stand in the page: no text in them can end the block. */
  public String data() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("@context", "https://schema.org");
    all.putAll(facts);
    return JsonMapper.shared().writeValueAsString(all).replace("<", "\\u003c");
  }
}
