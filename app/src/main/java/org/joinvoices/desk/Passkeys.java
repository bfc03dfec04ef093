package org.joinvoices.desk;

import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.principal.AccountId;
import org.joinvoices.platform.principal.SignedIn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableAuthenticationExtensionsClientInputs;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys (Web Authentication, level 2) of accounts, checked by Spring Security. Because a passkey
 * is all that is asked for, the device must check who holds it: by finger, face or PIN.
 */
final class Passkeys {

  private static final String SIGN_IN = "sign in";
  private static final List<PublicKeyCredentialParameters> ALGORITHMS =
      List.of(
          PublicKeyCredentialParameters.EdDSA,
          PublicKeyCredentialParameters.ES256,
          PublicKeyCredentialParameters.RS256);

  private final Challenges challenges;
  private final PasskeyOwners owners;
  private final UserCredentialRepository stored;
  private final PublicKeyCredentialRpEntity house;
  private final WebAuthnRelyingPartyOperations operations;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

  /**
   * @param baseUrl public address of the house: browsers give its passkeys to no other
   */
  Passkeys(
      DataSource dataSource,
      Accounts accounts,
      Challenges challenges,
      AuditTrail audit,
      URI baseUrl) {
    this.challenges = challenges;
    this.owners = new PasskeyOwners(accounts);
    this.stored = new JdbcUserCredentialRepository(new JdbcTemplate(dataSource));
    this.house =
        PublicKeyCredentialRpEntity.builder().id(baseUrl.getHost()).name("JoinVoices").build();
    this.operations =
        new Webauthn4JRelyingPartyOperations(owners, stored, house, Set.of(baseUrl.toString()));
    this.audit = audit;
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /** For {@code navigator.credentials.create}, as JSON. */
  String creationOptions(SignedIn who) {
    return json.writeValueAsString(
        creation(who.account(), new Bytes(challenges.issue(adding(who.account())))));
  }

  /**
   * Keeps a passkey that a browser has just made.
   *
   * @param credential as JSON
   * @param label by which its owner knows it
   * @return false if it does not hold
   */
  boolean add(SignedIn who, String credential, String label) {
    try {
      PublicKeyCredential<AuthenticatorAttestationResponse> made =
          json.readValue(credential, new TypeReference<>() {});
      Bytes challenge = challenge(made);
      if (!challenges.redeem(adding(who.account()), challenge.getBytes())) {
        return false;
      }
      var options = creation(who.account(), challenge);
      keep(who, options, new RelyingPartyPublicKey(made, label));
      return true;
    } catch (WebAuthnException | JacksonException | IllegalArgumentException e) {
      return false; // said by a browser, so anything at all; none of it is worth a line in the log
    }
  }

  private void keep(
      SignedIn who, PublicKeyCredentialCreationOptions options, RelyingPartyPublicKey made) {
    transaction.executeWithoutResult(
        _ -> {
          operations.registerCredential(
              new ImmutableRelyingPartyRegistrationRequest(options, made));
          audit.append(
              new Actor.Person(who.account()), AuditAct.PASSKEY_ADDED, who.account().value());
        });
  }

  /** For {@code navigator.credentials.get}, as JSON; the same for everybody. */
  String requestOptions() {
    return json.writeValueAsString(request(new Bytes(challenges.issue(SIGN_IN))));
  }

  /**
   * Whose passkey has signed a challenge of ours.
   *
   * @param credential as JSON
   */
  Optional<AccountId> prove(String credential) {
    try {
      PublicKeyCredential<AuthenticatorAssertionResponse> shown =
          json.readValue(credential, new TypeReference<>() {});
      Bytes challenge = challenge(shown);
      if (!challenges.redeem(SIGN_IN, challenge.getBytes())) {
        return Optional.empty();
      }
      PublicKeyCredentialUserEntity user =
          operations.authenticate(new RelyingPartyAuthenticationRequest(request(challenge), shown));
      return user == null ? Optional.empty() : PasskeyOwners.account(user.getId());
    } catch (WebAuthnException | JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  List<CredentialRecord> list(AccountId account) {
    return stored.findByUserId(PasskeyOwners.handle(account));
  }

  /** All of an account, in the caller's transaction. */
  void removeAll(AccountId account) {
    list(account).forEach(passkey -> stored.delete(passkey.getCredentialId()));
  }

  private PublicKeyCredentialCreationOptions creation(AccountId account, Bytes challenge) {
    return PublicKeyCredentialCreationOptions.builder()
        .rp(house)
        .user(owners.find(account).orElseThrow())
        .challenge(challenge)
        .pubKeyCredParams(ALGORITHMS)
        .timeout(Challenges.LIFETIME)
        .attestation(AttestationConveyancePreference.NONE)
        .authenticatorSelection(
            AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build())
        .excludeCredentials(list(account).stream().map(Passkeys::descriptor).toList())
        .extensions(new ImmutableAuthenticationExtensionsClientInputs(List.of()))
        .build();
  }

  private PublicKeyCredentialRequestOptions request(Bytes challenge) {
    return PublicKeyCredentialRequestOptions.builder()
        .rpId(house.getId())
        .challenge(challenge)
        .timeout(Challenges.LIFETIME)
        .allowCredentials(List.of())
        .userVerification(UserVerificationRequirement.REQUIRED)
        .extensions(new ImmutableAuthenticationExtensionsClientInputs(List.of()))
        .build();
  }

  private static PublicKeyCredentialDescriptor descriptor(CredentialRecord passkey) {
    return PublicKeyCredentialDescriptor.builder()
        .id(passkey.getCredentialId())
        .transports(passkey.getTransports())
        .build();
  }

  /** What the browser says it has signed; the library checks that it is the one we name. */
  private Bytes challenge(PublicKeyCredential<? extends AuthenticatorResponse> credential) {
    JsonNode data = json.readTree(credential.getResponse().getClientDataJSON().getBytes());
    return Bytes.fromBase64(data.path("challenge").asString(""));
  }

  private static String adding(AccountId account) {
    return "add to " + account.value();
  }
}
