package org.joinvoices.signing.web;

import java.util.List;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.action.LetterVersion;
import org.joinvoices.districts.DistrictChoice;
import org.joinvoices.districts.SeatNames;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Act;
import org.joinvoices.signing.SignatureState;
import org.joinvoices.signing.SignatureView;

/**
 * One signature with what its pages show of it, in the signer's language.
 *
 * @param letter the version signed
 * @param recipients offices certain to receive a message; none when only the letter was signed
 * @param choices districts to choose among; none when the match is settled
 * @param unmatched why nobody can be written to
 */
public record Signed(
    SignatureView view,
    Action action,
    LetterVersion letter,
    Words words,
    List<Recipient> recipients,
    List<DistrictChoice> choices,
    Optional<String> unmatched) {

  public Signed {
    recipients = List.copyOf(recipients);
    choices = List.copyOf(choices);
  }

  public boolean sends() {
    return view.act() == Act.SEND;
  }

  /** A key of a text, or of its like in a letter that is only signed. */
  public String key(String key) {
    return ActionView.key(action, key);
  }

  /** Said of a seat nobody holds. */
  public String vacant() {
    return SeatNames.words(words.language()).get("seat.vacant");
  }

  /** Said of the House seat while the district is not chosen. */
  public String chooseLater() {
    return SeatNames.words(words.language()).get("choose.later");
  }

  public boolean isPending() {
    return view.state() == SignatureState.PENDING;
  }

  public boolean isUnderReview() {
    return view.state() == SignatureState.UNDER_REVIEW;
  }

  public boolean isConfirmed() {
    return view.state() == SignatureState.CONFIRMED;
  }

  /** By organizers, not by its signer. */
  public boolean isTakenOut() {
    return view.decided().why().isPresent() && !view.erased();
  }

  public String title() {
    return letter.in(words.language()).title();
  }

  public String actionPath() {
    return action.pathIn(words.language());
  }

  /** The language of every message to Congress. */
  public String sentLanguage() {
    return letter.in(action.defaultLanguage()).language();
  }
}
