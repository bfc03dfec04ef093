package org.joinvoices.coalition.web;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.action.LetterText;
import org.joinvoices.platform.web.Frame;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Count;
import org.joinvoices.signing.Partner;

/**
 * The letter as others show it within their pages: what it is, how many joined, until when, and a
 * button that leads to it.
 *
 * @param hosts sites that may show it
 * @param path of the page of the letter, with the link by which one comes
 * @param partner whose link it is
 * @param paused whether nobody can sign at the moment
 * @param now civic time
 */
public record EmbedView(
    Frame frame,
    Words words,
    List<String> hosts,
    Action action,
    String path,
    Optional<Partner> partner,
    Count count,
    boolean paused,
    Instant now) {

  public EmbedView {
    hosts = List.copyOf(hosts);
  }

  public LetterText text() {
    return action.letter().in(words.language());
  }

  /** The first paragraph of what the page begins with. */
  public String opening() {
    return text().introduction().strip().split("\\R\\s*\\R", 2)[0];
  }

  /** Whether one can join it. */
  public boolean isOpen() {
    return action.openAt(now) && !paused;
  }

  public String joined() {
    return words.get("embed.joined.count", count.confirmed());
  }

  /** The moment of the count, which may be frozen for days. */
  public String asOf() {
    return words.get("embed.as_of", words.formats().shortMoment(zoned(count.asOf())));
  }

  public String deadline() {
    String key = now.isBefore(action.deadline().toInstant()) ? "embed.deadline" : "embed.passed";
    return words.get(key, words.formats().moment(action.deadline()));
  }

  private ZonedDateTime zoned(Instant instant) {
    return instant.atZone(action.deadline().getZone());
  }
}
