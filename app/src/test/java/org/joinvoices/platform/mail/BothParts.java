package org.joinvoices.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Compares the two parts of a mail as their readers do. */
public final class BothParts {

  private static final Pattern LINK = Pattern.compile("https?://\\S*[^\\s.,;:!?)>\\]]");
  private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");

  private BothParts() {}

  /** Every line of the text stands in the HTML, and both lead to the same pages. */
  public static void sayTheSame(OutgoingMail mail) {
    String seen = seen(mail.html());
    assertThat(mail.text().lines().map(BothParts::plain).filter(line -> !line.isEmpty()))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(seen).contains(line));
    assertThat(found(HREF, mail.html(), 1)).hasSameElementsAs(found(LINK, mail.text(), 0));
  }

  /** What stands on the page, without what is hidden. */
  private static String seen(String html) {
    String shown =
        html.replaceAll("(?s)<head>.*?</head>", "")
            .replaceAll("(?s)<div aria-hidden=\"true\".*?</div>", "")
            .replaceAll("</?(?:a|strong)\\b[^>]*>", "")
            .replaceAll("<[^>]*>", " ");
    return HtmlUtils.htmlUnescape(shown).replaceAll("\\s+", " ");
  }

  private static String plain(String line) {
    return line.strip().replaceFirst("^(?:- |--$)", "").replaceAll("\\s+", " ");
  }

  private static List<String> found(Pattern pattern, String text, int group) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult result) -> HtmlUtils.htmlUnescape(result.group(group)))
        .distinct()
        .toList();
  }
}
