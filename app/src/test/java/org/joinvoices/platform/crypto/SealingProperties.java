package org.joinvoices.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joinvoices.platform.database.TestDatabase;

final class SealingProperties {

  private static final Vault VAULT = TestKeys.vault(TestDatabase.fresh());
  private static final UUID SCOPE = UUID.randomUUID();
  private static final Instant NOW = Instant.parse("2021-01-10T17:00:00Z");

  private final Tokens tokens = new Tokens(VAULT, InstantSource.fixed(NOW));

  @Property
  void whatWasSealedOpensAgain(@ForAll byte[] plain, @ForAll byte[] context) {
    assertThat(VAULT.open(SCOPE, VAULT.seal(SCOPE, plain, context), context)).isEqualTo(plain);
  }

  @Property
  void oneChangedBitIsNoticed(@ForAll byte[] plain, @ForAll @IntRange(max = 10_000) int where) {
    var sealed = VAULT.seal(SCOPE, plain, new byte[0]);
    sealed[where % sealed.length] ^= 1;

    assertThatThrownBy(() -> VAULT.open(SCOPE, sealed, new byte[0]))
        .isInstanceOf(IllegalStateException.class);
  }

  @Property
  void aTokenSaysWhatWasPutIntoIt(@ForAll Tokens.Purpose purpose, @ForAll long bits) {
    var claim = new Tokens.Claim(purpose, new UUID(bits, ~bits), new UUID(~bits, bits));

    var token = tokens.issue(claim, Duration.ofSeconds(1));

    assertThat(token).hasSizeLessThanOrEqualTo(140).matches("[A-Za-z0-9_-]+");
    assertThat(tokens.read(purpose, token)).contains(claim);
  }

  @Property
  void aTamperedTokenSaysNothing(@ForAll @IntRange(max = 10_000) int where) {
    var claim = new Tokens.Claim(Tokens.Purpose.CONFIRM, SCOPE, SCOPE);
    var bytes = Base64.getUrlDecoder().decode(tokens.issue(claim, Duration.ofDays(1)));
    bytes[where % bytes.length] ^= 1;

    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

    assertThat(tokens.read(Tokens.Purpose.CONFIRM, token)).isEmpty();
  }

  @Property
  void anythingElseSaysNothing(@ForAll String text) {
    assertThat(tokens.read(Tokens.Purpose.CONFIRM, text)).isEmpty();
  }
}
