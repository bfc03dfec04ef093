package org.joinvoices.action;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/** An action as a folder describes it; its id and version number are the database's to give. */
record Draft(
    Slug slug,
    ActionSettings settings,
    Instant opens,
    ZonedDateTime deadline,
    Instant closes,
    List<LetterText> texts) {

  Draft {
    texts = List.copyOf(texts);
  }

  Action action(ActionId id, int version) {
    return settings.action(id, slug, opens, deadline, closes, new LetterVersion(version, texts));
  }
}
