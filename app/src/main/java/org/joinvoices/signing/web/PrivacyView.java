package org.joinvoices.signing.web;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.action.KeepContact;
import org.joinvoices.platform.retention.Retention;
import org.joinvoices.platform.web.Frame;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Kept;

/**
 * The privacy notice of one letter in one language; each number in it is one that jobs go by.
 *
 * @param geocoder whom we tell an address, if anybody
 */
public record PrivacyView(Frame frame, Words words, Action action, Optional<String> geocoder) {

  /** A key of a text, or of its like in a letter that is only signed. */
  public String key(String key) {
    return ActionView.key(action, key);
  }

  public String title() {
    return action.letter().in(words.language()).title();
  }

  public String actionPath() {
    return action.pathIn(words.language());
  }

  public String unconfirmed() {
    return words.get(
        "privacy.long.unconfirmed", Kept.UNCONFIRMED.toDays(), Kept.UNCONFIRMED_TRACE.toDays());
  }

  public String ownWords() {
    return words.get(
        key("privacy.long.own_words"), Kept.OWN_WORDS.toDays(), Action.SUPPLEMENT_HOURS);
  }

  public String moments() {
    return words.get("privacy.long.moments", Kept.MOMENTS.toTotalMonths());
  }

  public String contact() {
    return contact(words, action);
  }

  /** When contact data is erased, as a sentence. */
  static String contact(Words words, Action action) {
    var ends = action.contactEnds().atZone(action.deadline().getZone());
    return words.get(
        "privacy.long.contact",
        period(words, action.keepContact()),
        words.formats().date(ends.toLocalDate()));
  }

  private static String period(Words words, KeepContact keep) {
    return words.get(
        keep.unit() == ChronoUnit.MONTHS ? "privacy.months" : "privacy.days", keep.amount());
  }

  public String backups() {
    return words.get("privacy.long.backups", Retention.BACKUPS.toDays());
  }

  public String ownData() {
    return words.get("privacy.rights.data", Kept.DATA_LINK.toMinutes());
  }
}
