package org.joinvoices.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.joinvoices.desk.Invitations.Outcome;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.principal.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationsTest {

  private final DeskHouse house = new DeskHouse();

  @Test
  void theFirstOneMakesTheFirstOwner() {
    var owner = house.come(DeskHouse.OWNER, Role.OWNER);

    assertThat(owner.role()).isEqualTo(Role.OWNER);
    assertThat(house.acts()).containsExactly(AuditAct.SIGNED_IN_BY_INVITATION, AuditAct.INVITED);
  }

  @Test
  void opensOnceAndForThreeDays() {
    String token = house.invite(DeskHouse.OWNER, Role.OWNER);
    assertThat(house.signIns.byInvitation(token, DeskHouse.DEVICE)).isPresent();
    assertThat(house.signIns.byInvitation(token, DeskHouse.DEVICE)).isEmpty();

    String late = house.invite(DeskHouse.OWNER, Role.OWNER);
    house.pass(Invitations.LIFETIME);
    assertThat(house.signIns.byInvitation(late, DeskHouse.DEVICE)).isEmpty();
  }

  @Test
  void aSecondOneVoidsTheFirstAndSetsTheRole() {
    house.come(DeskHouse.OWNER, Role.OWNER);
    String first = house.invite(DeskHouse.READER, Role.OWNER);
    String second = house.invite(DeskHouse.READER, Role.READ_ONLY);

    assertThat(house.signIns.byInvitation(first, DeskHouse.DEVICE)).isEmpty();
    var session = house.signIns.byInvitation(second, DeskHouse.DEVICE).orElseThrow();
    assertThat(house.who(session).role()).isEqualTo(Role.READ_ONLY);
    assertThat(house.accounts.list()).hasSize(2);
  }

  @Test
  void leavesNoHouseWithoutAnOwner() {
    assertThat(invite(DeskHouse.READER, Role.READ_ONLY)).isEqualTo(new Outcome.OwnerNeeded());
    assertThat(house.accounts.list()).isEmpty();

    house.come(DeskHouse.OWNER, Role.OWNER);
    assertThat(invite(DeskHouse.OWNER, Role.READ_ONLY)).isEqualTo(new Outcome.OwnerNeeded());
    assertThat(house.accounts.list()).extracting(Account::role).containsExactly(Role.OWNER);
    assertThat(house.acts()).containsOnlyOnce(AuditAct.INVITED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sample", "sample@localhost", "a b@mail.example", "a@b@mail.example"})
  void takesOnlyAddressesThatMailCanReach(String typed) {
    assertThat(Invitations.isAddress(typed)).isFalse();
  }

  @Test
  void keepsNeitherTheTokenNorTheAddressInClear() {
    String token = house.invite(" Sample-Owner@Mail.Example ", Role.OWNER);

    for (String table : new String[] {"desk_account", "desk_link", "audit_entry"}) {
      String rows =
          house
              .jdbc
              .sql("SELECT coalesce(string_agg(t::text, ' '), '') FROM " + table + " t")
              .query(String.class)
              .single();
      assertThat(rows).isNotEmpty().doesNotContain(token, "mail.example");
    }
    assertThat(house.accounts.list().getFirst().email()).contains(DeskHouse.OWNER);
    assertThat(house.accounts.list().toString()).doesNotContain("mail.example");
  }

  private Outcome invite(String email, Role role) {
    return house.invitations.invite(email, role, new Actor.CommandLine());
  }
}
