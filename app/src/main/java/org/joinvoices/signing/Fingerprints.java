package org.joinvoices.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.util.Bytes;
import java.util.Optional;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.crypto.Vault;
import tools.jackson.databind.json.JsonMapper;

/** Keyed hashes by which rows are compared without knowing whose they are. */
final class Fingerprints {

  /** Of one signature; without the key of the action nobody can test a guess. */
  record Of(
      Bytes mailbox, Bytes person, Optional<Bytes> household, Bytes content, Bytes suppression) {}

  private final Vault vault;
  private final JsonMapper json = JsonMapper.shared();

  Fingerprints(Vault vault) {
    this.vault = vault;
  }

  Of of(SignRequest request) {
    ActionId action = request.action();
    return new Of(
        hash(action, "mailbox", Mailbox.canonical(request.email())),
        hash(action, "person", Mailbox.personKey(request.name())),
        request.address().postalCode().isEmpty()
            ? Optional.empty()
            : Optional.of(
                hash(
                    action, "household", Mailbox.householdKey(request.email(), request.address()))),
        hash(action, "content", json.writeValueAsString(request)),
        suppression(request.email()));
  }

  /** Keyed by the house, because a mailbox that wants no mail wants none about any action. */
  Bytes suppression(EmailAddress email) {
    return Bytes.copyFrom(vault.houseHash("mailbox", Mailbox.canonical(email).getBytes(UTF_8)));
  }

  private Bytes hash(ActionId action, String purpose, String input) {
    return Bytes.copyFrom(vault.keyedHash(action.value(), purpose, input.getBytes(UTF_8)));
  }
}
