package org.joinvoices.signing;

import com.google.crypto.tink.util.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.joinvoices.action.Action;
import org.joinvoices.action.LetterText;
import org.joinvoices.action.LetterVersion;

/**
 * One row of evidence: a signer said yes to these words. For messages to Congress there is a row
 * for the wording and one for each message shown.
 */
record ConsentGiven(Consent kind, int wordingVersion, String language, Bytes textHash) {

  static List<ConsentGiven> of(SignRequest request, Action action) {
    return of(request, action, action.letter());
  }

  /**
   * @param joined version of the letter whose messages go
   */
  static List<ConsentGiven> of(SignRequest request, Action action, LetterVersion joined) {
    List<ConsentGiven> given = new ArrayList<>();
    ConsentWording wording = ConsentWording.in(request.language());
    for (Consent kind : kinds(request)) {
      given.add(row(kind, wording, wording.shown(kind, action)));
    }
    if (request.act() == Act.SEND) {
      LetterText letter = joined.in(action.defaultLanguage());
      letter
          .messagesFrom(request.address().region())
          .forEach(message -> given.add(row(Consent.DELIVER, wording, message)));
    }
    return given;
  }

  private static ConsentGiven row(Consent kind, ConsentWording wording, String shown) {
    return new ConsentGiven(
        kind, wording.version(), wording.language(), ConsentWording.sha256(shown));
  }

  private static List<Consent> kinds(SignRequest request) {
    List<Consent> kinds = new ArrayList<>(List.of(Consent.LETTER));
    if (request.act() == Act.SEND) {
      kinds.add(Consent.DELIVER);
    }
    if (request.consentOwnWords()) {
      kinds.add(Consent.OWN_WORDS);
    }
    if (request.consentUpdates()) {
      kinds.add(Consent.UPDATES);
    }
    if (request.consentFollowup()) {
      kinds.add(Consent.FOLLOWUP);
    }
    return kinds;
  }
}
