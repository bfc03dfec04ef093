package org.joinvoices.action;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of an action is kept as one JSON document, because no query asks for its parts. */
record ActionSettings(
    Organization organization,
    List<String> authors,
    List<Addressee> addressees,
    List<String> topics,
    Congress congress,
    int goal,
    int responseDays,
    KeepContact keepContact,
    String originalLanguage,
    String defaultLanguage) {

  /**
   * @param congress null in what an earlier release stored
   * @param keepContact likewise
   */
  @JsonCreator
  static ActionSettings stored(
      Organization organization,
      List<String> authors,
      List<Addressee> addressees,
      List<String> topics,
      @Nullable Congress congress,
      int goal,
      int responseDays,
      @Nullable KeepContact keepContact,
      String originalLanguage,
      String defaultLanguage) {
    return new ActionSettings(
        organization,
        authors,
        addressees,
        topics,
        congress == null ? Congress.STANDARD : congress,
        goal,
        responseDays,
        keepContact == null ? KeepContact.STANDARD : keepContact,
        originalLanguage,
        defaultLanguage);
  }

  static ActionSettings of(Action action) {
    return new ActionSettings(
        action.organization(),
        action.authors(),
        action.addressees(),
        action.topics(),
        action.congress(),
        action.goal(),
        action.responseDays(),
        action.keepContact(),
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
        congress,
        opens,
        deadline,
        closes,
        goal,
        responseDays,
        keepContact,
        originalLanguage,
        defaultLanguage,
        letter);
  }
}
