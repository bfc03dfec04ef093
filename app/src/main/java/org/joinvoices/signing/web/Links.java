package org.joinvoices.signing.web;

import java.time.Duration;
import java.util.Optional;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.crypto.Tokens;
import org.joinvoices.platform.crypto.Tokens.Claim;
import org.joinvoices.platform.crypto.Tokens.Purpose;
import org.joinvoices.signing.Kept;
import org.joinvoices.signing.SignatureId;
import org.joinvoices.signing.SignatureKey;

/** Paths that carry a token of one signature, each with the lifetime of what it opens. */
final class Links {

  /** The page after signing is for the next hours; the mail's link lasts longer. */
  private static final Duration THANKS = Duration.ofDays(2);

  /** As long as the mail's promise; {@code Signing} itself ends a signature's waiting. */
  private static final Duration CONFIRM = Duration.ofDays(30);

  /** Through the response clock and the year after it. */
  private static final Duration RECEIPT = Duration.ofDays(500);

  private final Tokens tokens;

  Links(Tokens tokens) {
    this.tokens = tokens;
  }

  String thanks(SignatureKey key) {
    return "/thanks/" + token(Purpose.THANKS, key, THANKS);
  }

  String confirm(SignatureKey key) {
    return "/confirm/" + token(Purpose.CONFIRM, key, CONFIRM);
  }

  String receipt(SignatureKey key) {
    return "/r/" + token(Purpose.RECEIPT, key, RECEIPT);
  }

  String ownData(SignatureKey key) {
    return "/data/" + token(Purpose.OWN_DATA, key, Kept.DATA_LINK);
  }

  Optional<SignatureKey> read(Purpose purpose, String token) {
    return tokens
        .read(purpose, token)
        .map(claim -> new SignatureKey(new ActionId(claim.scope()), new SignatureId(claim.id())));
  }

  private String token(Purpose purpose, SignatureKey key, Duration lifetime) {
    var claim = new Claim(purpose, key.action().value(), key.signature().value());
    return tokens.issue(claim, lifetime);
  }
}
