package org.joinvoices.desk;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.platform.principal.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/**
 * Accounts as Spring Security's users of passkeys. Its own table of them would hold addresses in
 * clear; here the user handle is the account's id.
 */
final class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

  private final Accounts accounts;

  PasskeyOwners(Accounts accounts) {
    this.accounts = accounts;
  }

  static Bytes handle(AccountId id) {
    UUID value = id.value();
    return new Bytes(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(value.getMostSignificantBits())
            .putLong(value.getLeastSignificantBits())
            .array());
  }

  static Optional<AccountId> account(Bytes handle) {
    if (handle.getBytes().length != 2 * Long.BYTES) {
      return Optional.empty();
    }
    var bytes = ByteBuffer.wrap(handle.getBytes());
    return Optional.of(new AccountId(new UUID(bytes.getLong(), bytes.getLong())));
  }

  /** As the authenticator is told: an address, by which one chooses among several passkeys. */
  Optional<PublicKeyCredentialUserEntity> find(AccountId id) {
    return accounts
        .find(id)
        .flatMap(Account::email)
        .map(
            email ->
                ImmutablePublicKeyCredentialUserEntity.builder()
                    .id(handle(id))
                    .name(email)
                    .displayName(email)
                    .build());
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
    return account(handle).flatMap(this::find).orElse(null);
  }

  /** Nobody types a name here. */
  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
    return null;
  }

  @Override
  public void save(PublicKeyCredentialUserEntity user) {
    throw new UnsupportedOperationException("accounts are made by invitation");
  }

  @Override
  public void delete(Bytes handle) {
    throw new UnsupportedOperationException("accounts are removed by an owner");
  }
}
