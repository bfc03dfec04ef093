package org.joinvoices.coalition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.with;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.crypto.Tokens;
import org.joinvoices.platform.crypto.Tokens.Claim;
import org.joinvoices.platform.crypto.Tokens.Purpose;
import org.joinvoices.signing.Flag;
import org.joinvoices.signing.Partner;
import org.joinvoices.signing.SigningRetention;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartnerExportsTest {

  private final CoalitionHouse house = new CoalitionHouse();
  private Partner alliance = house.partner("Example Alliance", "example-alliance");
  private Partner other = house.partner("Other Example", "other-example");

  @BeforeEach
  void somebodySaidYesToTheOther() {
    house.confirmed(other);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aPartnerGetsThoseWhoSaidYesToItConfirmedAndStandByIt() {
    house.confirmed(alliance);

    assertThat(house.list(alliance))
        .containsExactly("Sample-Sam,Testperson,testperson2@mail.example");
    assertThat(house.consents.count(house.signing.action.id()))
        .containsEntry(alliance.id(), 1L)
        .containsEntry(other.id(), 1L);
  }

  @Test
  void aPartnerNeverGetsAnyoneElse() {
    house.confirmedWithout();
    house.signed(alliance);
    house.signing.signing.confirm(house.signed(alliance, Flag.HONEYPOT));
    house.signing.signing.refuse(house.signed(alliance));
    house.signing.signing.withdraw(house.confirmed(alliance));
    house.signing.signing.erase(house.confirmed(alliance));
    house.signing.takeOut(house.confirmed(alliance));

    assertThat(house.list(alliance)).isEmpty();
    assertThat(house.consents.count(house.signing.action.id())).doesNotContainKey(alliance.id());
  }

  @Test
  void aYesGoesWithWithdrawingAndErasingAndTheOtherConsentsStay() {
    var withdrawn = house.confirmed(alliance);
    var erased = house.confirmed(alliance);
    assertThat(yes()).isEqualTo(3);

    house.signing.signing.withdraw(withdrawn);
    assertThat(yes()).isEqualTo(2);
    house.signing.signing.erase(erased);

    assertThat(yes()).as("the other's").isEqualTo(1);
    assertThat(rows("consent WHERE kind = 'letter'")).isEqualTo(3);
  }

  @Test
  void aYesGoesWhenTheLettersTimeIsOver() {
    house.confirmed(alliance);
    var action = house.signing.action;
    house.signing.advance(
        Duration.between(house.signing.clock.instant(), action.contactEnds()).plusDays(1));

    new SigningRetention(house.signing.database, house.signing.vault, house.signing.actions)
        .list()
        .forEach(step -> step.erase(action.id().value(), house.signing.clock.instant()));

    assertThat(yes()).isZero();
    assertThat(house.list(alliance)).isEmpty();
  }

  @Test
  void aSecondFormWithTheTickIsAnotherFormAndTheFirstAgainIsTheSame() {
    var without = house.sign(letter(), Optional.empty());
    assertThat(house.sign(letter(), Optional.empty())).isEqualTo(without);
    var with = house.sign(letter(), Optional.of(alliance));

    assertThat(with).isNotEqualTo(without);
    assertThat(house.sign(letter(), Optional.of(alliance))).isEqualTo(with);
  }

  @Test
  void aCellThatASpreadsheetWouldRunIsText() {
    var key =
        house.sign(
            with(with(letter(), "given_name", "=HYPERLINK(1)"), "email", "+sample@mail.example"),
            Optional.of(alliance));
    house.signing.signing.confirm(key);

    assertThat(house.list(alliance))
        .containsExactly("'=HYPERLINK(1),Testperson,'+sample@mail.example");
  }

  @Test
  void everyLinkAndEveryDownloadIsInTheAuditTrailByItsName() {
    house.list(alliance);
    house.list(alliance);

    assertThat(house.audited(AuditAct.PARTNER_EXPORT_LINKED)).isEqualTo(2);
    assertThat(house.acts()).endsWith("partner partner_exported");
    assertThat(
            house
                .jdbc
                .sql("SELECT actor_name FROM audit_entry WHERE act = 'partner_exported'")
                .query(String.class)
                .list())
        .containsExactly("Example Alliance", "Example Alliance");
  }

  @Test
  void aLinkEndsWithThePartnershipAndWithItsTimeAndOpensNoOther() {
    var action = house.signing.action.id();
    String token = house.exports.link(action, alliance.id(), CoalitionHouse.OWNER).orElseThrow();
    assertThat(house.exports.open(token).map(opened -> opened.partnership().partner()))
        .contains(alliance);

    assertThat(house.exports.open(token.substring(1))).isEmpty();
    assertThat(house.exports.open("")).isEmpty();
    var claim = new Claim(Purpose.PARTNER_EXPORT, action.value(), alliance.id().value());
    assertThat(house.exports.open(house.tokens.issue(claim, Duration.ZERO))).as("over").isEmpty();
    var receipt = new Claim(Purpose.RECEIPT, action.value(), alliance.id().value());
    assertThat(
            house.exports.open(
                new Tokens(house.signing.vault, house.signing.clock)
                    .issue(receipt, Duration.ofDays(1))))
        .as("made for something else")
        .isEmpty();

    assertThat(house.partners.end(action, alliance.id(), CoalitionHouse.OWNER)).isTrue();
    assertThat(house.exports.open(token)).as("at once").isEmpty();
    assertThat(house.exports.link(action, alliance.id(), CoalitionHouse.OWNER)).isEmpty();
    assertThat(house.partners.end(action, alliance.id(), CoalitionHouse.OWNER)).isFalse();
    assertThat(house.audited(AuditAct.PARTNER_ENDED)).isEqualTo(1);
  }

  @Test
  void theListIsFollowedByNothingButNameAndMail() {
    house.confirmed(alliance);
    String token =
        house
            .exports
            .link(house.signing.action.id(), alliance.id(), CoalitionHouse.OWNER)
            .orElseThrow();
    var out = new ByteArrayOutputStream();
    house.exports.write(house.exports.open(token).orElseThrow(), out);

    assertThat(out.toString(UTF_8).lines().findFirst()).contains("given_name,family_name,email");
  }

  private long yes() {
    return rows("consent WHERE kind = 'partner'");
  }

  private long rows(String table) {
    return house.jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }
}
