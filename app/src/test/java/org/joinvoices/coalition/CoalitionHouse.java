package org.joinvoices.coalition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.request;
import static org.joinvoices.signing.SampleForms.with;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.crypto.Tokens;
import org.joinvoices.signing.Flag;
import org.joinvoices.signing.Partner;
import org.joinvoices.signing.PartnerConsents;
import org.joinvoices.signing.SignOutcome;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SigningHouse;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A house with one letter, partners and links; the people and organizations are made up. */
final class CoalitionHouse implements AutoCloseable {

  static final Actor OWNER = new Actor.CommandLine();

  final SigningHouse signing = new SigningHouse();
  final JdbcClient jdbc = JdbcClient.create(signing.database);
  final SourceLinks links = new SourceLinks(signing.database, signing.audit, signing.clock);
  final Partners partners = new Partners(signing.database, links, signing.audit, signing.clock);
  final Coalition coalition =
      new Coalition(signing.database, partners, links, signing.clock, () -> false);
  final PartnerConsents consents = new PartnerConsents(signing.database, signing.vault);
  final Tokens tokens = new Tokens(signing.vault, signing.clock);
  final PartnerExports exports =
      new PartnerExports(signing.database, partners, consents, tokens, signing.audit);
  private int people;

  Partners.Draft draft(String name, String word) {
    return new Partners.Draft(
        ShownName.parse(name).orElseThrow(),
        new SourceName(word),
        new Website("https://alliance.example"),
        Optional.empty());
  }

  Partner partner(String name, String word) {
    return switch (partners.add(signing.action.id(), draft(name, word), OWNER)) {
      case Partners.Added.Joined(var partner) -> partner;
      case Partners.Added other -> throw new AssertionError("not added: " + other);
    };
  }

  /** Somebody new, who ticked the box of the partner and has yet to confirm. */
  SignatureKey signed(Partner partner, Flag... flags) {
    return sign(form(), Optional.of(partner), flags);
  }

  SignatureKey confirmed(Partner partner) {
    SignatureKey key = signed(partner);
    signing.signing.confirm(key);
    return key;
  }

  /** Somebody new who ticked no box, and confirmed. */
  SignatureKey confirmedWithout() {
    SignatureKey key = sign(form(), Optional.empty());
    signing.signing.confirm(key);
    return key;
  }

  SignatureKey sign(Map<String, List<String>> form, Optional<Partner> partner, Flag... flags) {
    var asked = request(form);
    var said = partner.map(asked::sayingYesTo).orElse(asked);
    return switch (signing.signing.sign(said, Set.of(flags))) {
      case SignOutcome.Signed stored -> stored.key();
      case SignOutcome other -> throw new AssertionError("not stored: " + other);
    };
  }

  private Map<String, List<String>> form() {
    return with(letter(), "email", "testperson" + ++people + "@mail.example");
  }

  /** Lines of the list that a partner's link gives, without the header. */
  List<String> list(Partner partner) {
    String token = exports.link(signing.action.id(), partner.id(), OWNER).orElseThrow();
    var out = new ByteArrayOutputStream();
    exports.write(exports.open(token).orElseThrow(), out);
    return out.toString(UTF_8).lines().skip(1).toList();
  }

  List<String> acts() {
    return jdbc.sql("SELECT actor || ' ' || act FROM audit_entry ORDER BY number")
        .query(String.class)
        .list();
  }

  long audited(AuditAct act) {
    return acts().stream().filter(line -> line.endsWith(" " + act.word())).count();
  }

  @Override
  public void close() {
    coalition.close();
    signing.close();
  }
}
