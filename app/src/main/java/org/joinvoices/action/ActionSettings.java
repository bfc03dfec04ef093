package org.joinvoices.action;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/** What of an action is kept as one JSON document, because no query asks for its parts. */
record ActionSettings(
    Organization organization,
    List<String> authors,
    List<Addressee> addressees,
    List<String> topics,
    int goal,
    int responseDays,
    String originalLanguage,
    String defaultLanguage) {

  static ActionSettings of(Action action) {
    return new ActionSettings(
        action.organization(),
        action.authors(),
        action.addressees(),
        action.topics(),
        action.goal(),
        action.responseDays(),
        action.originalLanguage(),
        action.defaultLanguage());
  }

  Action action(
      ActionId id,
      Slug slug,
      Instant opens,
      ZonedDateTime deadline,
      Instant closes,
      LetterVersion letter) {
    return new Action(
        id,
        slug,
        organization,
        authors,
        addressees,
        topics,
        opens,
        deadline,
        closes,
        goal,
        responseDays,
        originalLanguage,
        defaultLanguage,
        letter);
  }
}
