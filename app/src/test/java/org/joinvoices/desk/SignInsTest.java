package org.joinvoices.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.mail.BothParts;
import org.joinvoices.platform.principal.Role;
import org.joinvoices.platform.principal.SignedIn;
import org.junit.jupiter.api.Test;

class SignInsTest {

  private final DeskHouse house = new DeskHouse();
  private final SignedIn owner = house.come(DeskHouse.OWNER, Role.OWNER);

  @Test
  void aMailedLinkSignsInOnceWithinAQuarterOfAnHour() {
    String token = house.mailedToken(DeskHouse.OWNER);
    String session = house.signIns.byMail(token, DeskHouse.DEVICE).orElseThrow();
    assertThat(house.who(session).account()).isEqualTo(owner.account());
    assertThat(house.signIns.byMail(token, DeskHouse.DEVICE)).isEmpty();

    String late = house.mailedToken(DeskHouse.OWNER);
    house.pass(Duration.ofMinutes(15));
    assertThat(house.signIns.byMail(late, DeskHouse.DEVICE)).isEmpty();
  }

  @Test
  void aLinkOpensOnlyWhatItIsFor() {
    assertThat(house.signIns.byInvitation(house.mailedToken(DeskHouse.OWNER), "")).isEmpty();
    assertThat(house.signIns.byMail(house.invite(DeskHouse.OWNER, Role.OWNER), "")).isEmpty();
  }

  @Test
  void askingLeavesTheSameRowsWhetherTheMailboxIsKnownOrNot() {
    house.signIns.askForLink(DeskHouse.OWNER);
    house.signIns.askForLink("sample-nobody@mail.example");

    assertThat(house.queued()).hasSize(2);
    assertThat(rows("desk_link WHERE purpose = 'sign_in' AND used_at IS NULL")).isEqualTo(2);
  }

  @Test
  void mailsNothingToAMailboxOfNobody() {
    house.signIns.askForLink("sample-nobody@mail.example");

    assertThat(house.mail.compose(SignIns.HOUSE, house.queued().getLast())).isEmpty();
  }

  @Test
  void mailsNothingToAMailboxThatHasNeverShownItsInvitation() {
    house.invite(DeskHouse.READER, Role.READ_ONLY);
    house.signIns.askForLink(DeskHouse.READER);

    assertThat(house.mail.compose(SignIns.HOUSE, house.queued().getLast())).isEmpty();
  }

  @Test
  void composesTheSameLinkEachTimeAMailIsTried() {
    house.signIns.askForLink(DeskHouse.OWNER);
    var link = house.queued().getLast();
    var mail = house.mail.compose(SignIns.HOUSE, link).orElseThrow();

    assertThat(house.mail.compose(SignIns.HOUSE, link)).contains(mail);
    assertThat(mail.to()).isEqualTo(DeskHouse.OWNER);
    assertThat(mail.text()).contains("https://house.example/desk/link/");
    BothParts.sayTheSame(mail);
  }

  @Test
  void sendsAMailboxFiveLinksAnHourAtMost() {
    for (int i = 0; i < 7; i++) {
      house.signIns.askForLink(DeskHouse.OWNER);
    }
    assertThat(house.queued()).hasSize(OneTimeLinks.MOST_FOR_A_MAILBOX);

    house.pass(OneTimeLinks.WINDOW.plusSeconds(1));
    house.signIns.askForLink(DeskHouse.OWNER);
    assertThat(house.queued()).hasSize(OneTimeLinks.MOST_FOR_A_MAILBOX + 1);
  }

  @Test
  void fillsNoTableHoweverManyMailboxesAreTried() {
    for (int i = 0; i < OneTimeLinks.MOST_OF_THE_HOUSE + 5; i++) {
      house.signIns.askForLink("sample" + i + "@mail.example");
    }

    assertThat(house.queued()).hasSize(OneTimeLinks.MOST_OF_THE_HOUSE);
  }

  @Test
  void signingOutEndsTheSessionAndIsRemembered() {
    house.signIns.out(owner);

    assertThat(house.sessions.list()).isEmpty();
    assertThat(house.acts().getFirst()).isEqualTo(AuditAct.SIGNED_OUT);
  }

  @Test
  void endsOnesOwnSessionsAndNobodyElses() {
    var reader = house.come(DeskHouse.READER, Role.READ_ONLY);
    house.signIns.endOwn(reader, owner.session());
    assertThat(house.sessions.list()).hasSize(2);
    assertThat(house.acts()).doesNotContain(AuditAct.SESSION_ENDED);

    house.signIns.byMail(house.mailedToken(DeskHouse.READER), DeskHouse.DEVICE);
    house.signIns.endAllOwn(reader);
    assertThat(house.sessions.list())
        .extracting(DeskSession::account)
        .containsExactly(owner.account());
    assertThat(house.acts()).startsWith(AuditAct.SESSION_ENDED, AuditAct.SESSION_ENDED);
  }

  @Test
  void removingAccessForgetsThePersonAndEndsEverythingAtOnce() {
    var reader = house.come(DeskHouse.READER, Role.READ_ONLY);
    String link = house.mailedToken(DeskHouse.READER);

    assertThat(house.people.remove(owner, reader.account())).isTrue();

    assertThat(house.sessions.list()).extracting(DeskSession::id).containsExactly(owner.session());
    assertThat(house.signIns.byMail(link, DeskHouse.DEVICE)).isEmpty();
    assertThat(house.accounts.find(reader.account()).orElseThrow().email()).isEmpty();
    assertThat(house.acts().getFirst()).isEqualTo(AuditAct.ACCESS_REMOVED);
  }

  @Test
  void theLastOwnerStays() {
    assertThat(house.people.remove(owner, owner.account())).isFalse();
    assertThat(house.sessions.list()).hasSize(1);
    assertThat(house.people.list()).hasSize(1);
  }

  private long rows(String tableAndCondition) {
    return house.jdbc.sql("SELECT count(*) FROM " + tableAndCondition).query(Long.class).single();
  }
}
