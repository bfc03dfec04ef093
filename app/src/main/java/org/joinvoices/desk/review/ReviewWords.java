package org.joinvoices.desk.review;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.joinvoices.action.Action;
import org.joinvoices.platform.web.Formats;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.ReviewScope;
import org.joinvoices.signing.SignatureState;
import org.joinvoices.signing.Source;

/** Reviews in plain words. */
final class ReviewWords {

  static final Words WORDS = Texts.english(ReviewWords.class);
  private static final Formats FORMATS = WORDS.formats();

  private ReviewWords() {}

  static String title(Action action) {
    return action.letter().in(WORDS.language()).title();
  }

  static String number(long number) {
    return FORMATS.number(number);
  }

  /** By civic time, as everything of a letter. */
  static String moment(Instant at, Action action) {
    return FORMATS.shortMoment(at.atZone(action.deadline().getZone()));
  }

  /** A word nobody explained says itself. */
  static String flag(String word) {
    return WORDS.texts().getOrDefault("flag." + word, word);
  }

  static String flags(Collection<String> words) {
    return words.isEmpty()
        ? WORDS.get("flag.none")
        : words.stream().sorted().map(ReviewWords::flag).collect(joining("; "));
  }

  static String counted(String key, long count) {
    return count == 1 ? WORDS.get(key + ".one") : WORDS.get(key, number(count));
  }

  /** Each condition in words of its own. */
  static List<String> scope(ReviewScope scope, Action action) {
    var words = new ArrayList<String>();
    words.add(
        WORDS.get(
            "scope.state",
            scope.states().stream().sorted().map(ReviewWords::state).collect(joining("; "))));
    if (!scope.flags().isEmpty()) {
      words.add(WORDS.get("scope.flag", flags(scope.flags())));
    }
    if (!scope.sources().isEmpty()) {
      words.add(
          WORDS.get(
              "scope.source",
              scope.sources().stream().sorted().map(ReviewWords::source).collect(joining("; "))));
    }
    scope.from().ifPresent(at -> words.add(WORDS.get("scope.from", moment(at, action))));
    scope.before().ifPresent(at -> words.add(WORDS.get("scope.before", moment(at, action))));
    scope.mailDomain().ifPresent(domain -> words.add(WORDS.get("scope.domain", domain)));
    scope.region().ifPresent(region -> words.add(WORDS.get("scope.region", region)));
    scope.zip3().ifPresent(zip3 -> words.add(WORDS.get("scope.zip3", zip3)));
    if (!scope.signatures().isEmpty()) {
      words.add(WORDS.get("scope.signatures", number(scope.signatures().size())));
    }
    return words;
  }

  static String source(Source source) {
    return WORDS.get("source." + source.word());
  }

  static String state(SignatureState state) {
    return WORDS.get("standing." + state.word());
  }
}
