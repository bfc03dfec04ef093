package org.joinvoices.signing.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.action.LetterVersion;
import org.joinvoices.districts.DistrictChoice;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Finder;
import org.joinvoices.districts.SeatNames;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Act;
import org.joinvoices.signing.CallScript;
import org.joinvoices.signing.Constituent;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SignatureState;
import org.joinvoices.signing.SignatureView;
import org.joinvoices.signing.Signatures;

/** Brings together what the pages of one signature show: letter, seats, holders, messages. */
final class SignedReader {

  /** While the district may be chosen. */
  private static final Set<SignatureState> OPEN =
      EnumSet.of(SignatureState.PENDING, SignatureState.UNDER_REVIEW, SignatureState.CONFIRMED);

  private final Signatures signatures;
  private final Actions actions;
  private final Districts districts;
  private final CivicClock clock;
  private final Recipients recipients;

  SignedReader(Signatures signatures, Actions actions, Districts districts, CivicClock clock) {
    this.signatures = signatures;
    this.actions = actions;
    this.districts = districts;
    this.clock = clock;
    this.recipients = new Recipients(districts, clock);
  }

  Optional<Signed> find(SignatureKey key) {
    return signatures.find(key).map(this::signed);
  }

  /**
   * What helps the signer find their district; empty where there is nothing to find.
   *
   * @param path of the page it stands on
   */
  Optional<Finder> finder(
      Signed signed, String path, Map<String, String> query, Map<String, String> faults) {
    SignatureView view = signed.view();
    return OPEN.contains(view.state()) && signed.sends()
        ? Finder.of(
            signatures.search(view, path, districts), query, faults, districts, clock.today())
        : Optional.empty();
  }

  /**
   * What the signer can say on the telephone, and to whom; empty where nobody would be written to.
   */
  Optional<CallScript> call(Signed signed) {
    SignatureView view = signed.view();
    return OPEN.contains(view.state()) && signed.sends()
        ? CallScript.of(
            signed.action(),
            signed.letter(),
            view.language(),
            view.seats(),
            districts,
            clock.today())
        : Optional.empty();
  }

  private Signed signed(SignatureView view) {
    Action action = actions.get(view.key().action());
    LetterVersion letter = actions.letter(action.id(), view.letterVersion());
    Words words = ActionPages.TEXTS.in(view.language());
    boolean sends = view.act() == Act.SEND;
    return new Signed(
        view,
        action,
        letter,
        words,
        sends ? recipients(view, action, letter) : List.of(),
        sends ? choices(view) : List.of(),
        sends ? SeatNames.why(view.match(), view.language()) : Optional.empty());
  }

  private List<Recipient> recipients(SignatureView view, Action action, LetterVersion letter) {
    String ownWords = signatures.findConstituent(view.key()).map(Constituent::ownWords).orElse("");
    return recipients.of(view.seats(), action, letter, ownWords, view.language());
  }

  private List<DistrictChoice> choices(SignatureView view) {
    return DistrictChoice.of(
        signatures.match(view, districts), districts, clock.today(), view.language());
  }
}
