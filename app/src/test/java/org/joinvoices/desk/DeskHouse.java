package org.joinvoices.desk;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditEntry;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.crypto.TestKeys;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.database.TestDatabase;
import org.joinvoices.platform.principal.Role;
import org.joinvoices.platform.principal.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A house with a desk; machine time is moved by hand. */
final class DeskHouse {

  static final String OWNER = "sample-owner@mail.example";
  static final String READER = "sample-reader@mail.example";
  static final String DEVICE = "Firefox on Windows";

  final DataSource database = TestDatabase.fresh();
  final JdbcClient jdbc = JdbcClient.create(database);
  final Vault vault = TestKeys.vault(database);
  final AuditTrail audit = new AuditTrail(database, this::now);
  final Accounts accounts = new Accounts(database, vault);
  final OneTimeLinks links = new OneTimeLinks(database, vault, this::now);
  final DeskSessions sessions = new DeskSessions(database, this::now);
  final Invitations invitations = new Invitations(database, vault, this::now);
  final Challenges challenges = new Challenges(database, vault, this::now);
  final Passkeys passkeys =
      new Passkeys(database, accounts, challenges, audit, URI.create("https://house.example"));
  final SignIns signIns = new SignIns(database, vault, accounts, links, sessions, this::now);
  final People people = new People(database, vault, accounts, links, sessions, passkeys, this::now);
  final SignInMail mail = new SignInMail(accounts, links, URI.create("https://house.example"));

  private Instant now = Instant.parse("2026-11-24T12:00:00Z");

  Instant now() {
    return now;
  }

  void pass(Duration by) {
    now = now.plus(by);
  }

  /** The token of a new invitation. */
  String invite(String email, Role role) {
    return switch (invitations.invite(email, role, new Actor.CommandLine())) {
      case Invitations.Outcome.Invited(var path, _) -> path.replace("/desk/invitation/", "");
      case Invitations.Outcome other -> throw new IllegalStateException("not invited: " + other);
    };
  }

  /** Invites, accepts, and tells who that is. */
  SignedIn come(String email, Role role) {
    return who(signIns.byInvitation(invite(email, role), DEVICE).orElseThrow());
  }

  SignedIn who(String sessionToken) {
    return sessions.find(sessionToken).orElseThrow();
  }

  /** Ids of the links that wait in the mail queue, the oldest first. */
  List<UUID> queued() {
    return jdbc.sql("SELECT subject_id FROM mail WHERE kind = 'desk.sign_in' ORDER BY id")
        .query(UUID.class)
        .list();
  }

  /** Asks for a link and reads the mail that came of it. */
  String mailedToken(String email) {
    signIns.askForLink(email);
    String text =
        mail.compose(SignIns.HOUSE, queued().getLast()).map(letter -> letter.text()).orElseThrow();
    return text.replaceAll("(?s).*/desk/link/(\\S+).*", "$1");
  }

  /** Newest first. */
  List<AuditAct> acts() {
    return audit.list(Long.MAX_VALUE, 100).stream().map(AuditEntry::act).toList();
  }
}
