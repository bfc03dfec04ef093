package org.joinvoices.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.util.Bytes;
import java.util.Optional;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.crypto.Vault;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals and opens what a signer typed. Both parts are bound to their signature and kind, so that
 * rows and columns cannot be swapped.
 */
final class SealedContact {

  /** What the sealed JSON holds; field names are fixed because old rows must open. */
  record Content(PersonName name, EmailAddress email, String phone, PostalAddress address) {

    @Override
    public String toString() {
      return "Content[hidden]";
    }
  }

  private final Vault vault;
  private final JsonMapper json = JsonMapper.shared();

  SealedContact(Vault vault) {
    this.vault = vault;
  }

  Bytes contact(SignatureKey key, SignRequest request) {
    Content content =
        new Content(request.name(), request.email(), request.phone(), request.address());
    return seal(key, "contact", json.writeValueAsBytes(content));
  }

  Optional<Bytes> ownWords(SignatureKey key, SignRequest request) {
    return request.ownWords().isEmpty()
        ? Optional.empty()
        : Optional.of(seal(key, "own-words", request.ownWords().getBytes(UTF_8)));
  }

  /** Whether nothing of this action can be opened any more, nor sealed: its key is destroyed. */
  boolean isOver(ActionId action) {
    return vault.isDestroyed(action.value());
  }

  Content openContact(SignatureKey key, byte[] sealed) {
    return json.readValue(open(key, "contact", sealed), Content.class);
  }

  String openOwnWords(SignatureKey key, byte[] sealed) {
    return new String(open(key, "own-words", sealed), UTF_8);
  }

  private Bytes seal(SignatureKey key, String part, byte[] plain) {
    return Bytes.copyFrom(vault.seal(key.action().value(), plain, context(key, part)));
  }

  private byte[] open(SignatureKey key, String part, byte[] sealed) {
    return vault.open(key.action().value(), sealed, context(key, part));
  }

  private static byte[] context(SignatureKey key, String part) {
    return (key.signature() + ":" + part).getBytes(UTF_8);
  }
}
