package org.joinvoices.signing;

import com.google.crypto.tink.util.Bytes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joinvoices.action.Action;
import org.joinvoices.action.LetterText;
import org.joinvoices.action.LetterVersion;

/**
 * One row of evidence: a signer said yes to these words.
 *
 * @param partner to whom, for {@link Consent#PARTNER} only
 * @param textHashes of the wording, and for messages to Congress of each message shown
 */
record ConsentGiven(
    Consent kind,
    Optional<PartnerId> partner,
    int wordingVersion,
    String language,
    List<Bytes> textHashes) {

  ConsentGiven {
    textHashes = List.copyOf(textHashes);
  }

  static List<ConsentGiven> of(SignRequest request, Action action) {
    return of(request, action, action.letter());
  }

  /**
   * As {@link #of(SignRequest, Action)}.
   *
   * @param joined version of the letter whose messages go
   */
  static List<ConsentGiven> of(SignRequest request, Action action, LetterVersion joined) {
    ConsentWording wording = ConsentWording.in(request.language());
    return kinds(request).stream()
        .map(
            kind ->
                new ConsentGiven(
                    kind,
                    request.partner().map(PartnerYes::partner).filter(_ -> kind == Consent.PARTNER),
                    wording.version(),
                    wording.language(),
                    shown(kind, wording, request, action, joined).map(TextHash::of).toList()))
        .toList();
  }

  private static Stream<String> shown(
      Consent kind,
      ConsentWording wording,
      SignRequest request,
      Action action,
      LetterVersion joined) {
    if (kind == Consent.PARTNER) {
      return request.partner().stream().map(yes -> wording.toPartner(yes.name()));
    }
    Stream<String> asked = Stream.of(wording.shown(kind, action));
    if (kind != Consent.DELIVER) {
      return asked;
    }
    LetterText letter = joined.in(action.defaultLanguage());
    return Stream.concat(asked, letter.messagesFrom(request.address().region()).stream());
  }

  /** In PostgreSQL's form of an array. */
  String hashesForSql() {
    return textHashes.stream()
        .map(hash -> "\"\\\\x" + HexFormat.of().formatHex(hash.toByteArray()) + "\"")
        .collect(Collectors.joining(",", "{", "}"));
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
    if (request.partner().isPresent()) {
      kinds.add(Consent.PARTNER);
    }
    return kinds;
  }
}
