package org.joinvoices.desk;

import com.google.crypto.tink.util.Bytes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.desk.OneTimeLinks.Purpose;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.mail.MailQueue;
import org.joinvoices.platform.principal.AccountId;
import org.joinvoices.platform.principal.SignedIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signing in and out; each act and its entry in the audit trail are one transaction. What a browser
 * is given is the session's token.
 */
final class SignIns {

  /** Mails of the desk are about the house, not about an action. */
  static final UUID HOUSE = new UUID(0, 0);

  private final Vault vault;
  private final Accounts accounts;
  private final OneTimeLinks links;
  private final DeskSessions sessions;
  private final AuditTrail audit;
  private final InstantSource machine;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  SignIns(
      DataSource dataSource,
      Vault vault,
      Accounts accounts,
      OneTimeLinks links,
      DeskSessions sessions,
      InstantSource machine) {
    this.vault = vault;
    this.accounts = accounts;
    this.links = links;
    this.sessions = sessions;
    this.audit = new AuditTrail(dataSource, machine);
    this.machine = machine;
    this.jdbc = new JdbcTemplate(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /**
   * Queues a sign-in link for a mailbox. Whether it belongs to anybody is not asked here but by the
   * worker that composes the mail, so that answer, timing and stored rows tell nothing about it.
   * More than an hour allows are not queued, and that is not told either.
   */
  void askForLink(String email) {
    Mailbox.parse(email).map(mailbox -> mailbox.hash(vault)).ifPresent(this::askForLink);
  }

  private void askForLink(Bytes mailboxHash) {
    transaction.executeWithoutResult(
        _ -> {
          if (links.mayAsk(mailboxHash)) {
            queue(links.make(Purpose.SIGN_IN, mailboxHash).id());
          }
        });
  }

  private void queue(UUID link) {
    var item = new MailQueue.Item(SignInMail.NAME, HOUSE, link);
    jdbc.execute(
        (ConnectionCallback<Boolean>)
            connection -> {
              enqueue(connection, item);
              return true;
            });
  }

  private void enqueue(Connection connection, MailQueue.Item item) throws SQLException {
    MailQueue.enqueue(connection, List.of(item), machine.instant());
  }

  /** Uses an invitation up; empty if it is used, void or too old. */
  Optional<String> byInvitation(String token, String device) {
    return byLink(Purpose.INVITATION, token, device);
  }

  /** Uses a mailed link up; empty if it is used or too old, or the access was removed since. */
  Optional<String> byMail(String token, String device) {
    return byLink(Purpose.SIGN_IN, token, device);
  }

  private Optional<String> byLink(Purpose purpose, String token, String device) {
    return transaction.execute(
        _ ->
            links
                .use(purpose, token)
                .flatMap(link -> accounts.find(link.mailboxHash()))
                .filter(account -> purpose == Purpose.INVITATION || account.isOpen())
                .map(account -> begin(account.id(), purpose, device)));
  }

  private String begin(AccountId account, Purpose purpose, String device) {
    return switch (purpose) {
      case INVITATION -> {
        accounts.accept(account, machine.instant());
        yield begin(account, AuditAct.SIGNED_IN_BY_INVITATION, device);
      }
      case SIGN_IN -> begin(account, AuditAct.SIGNED_IN_BY_MAIL, device);
    };
  }

  private String begin(AccountId account, AuditAct how, String device) {
    var begun = sessions.begin(account, device);
    audit.append(new Actor.Person(account), how, begun.id());
    return begun.token();
  }

  /** For whoever has just proved to hold a passkey of this account. */
  String byPasskey(AccountId account, String device) {
    return transaction.execute(_ -> begin(account, AuditAct.SIGNED_IN_BY_PASSKEY, device));
  }

  void out(SignedIn who) {
    transaction.executeWithoutResult(
        _ -> {
          if (sessions.end(who.session())) {
            audit.append(actor(who), AuditAct.SIGNED_OUT, who.session());
          }
        });
  }

  /** Ends a session of one's own; nothing if it is somebody else's. */
  void endOwn(SignedIn who, UUID session) {
    transaction.executeWithoutResult(
        _ -> {
          if (sessions.end(session, who.account())) {
            audit.append(actor(who), AuditAct.SESSION_ENDED, session);
          }
        });
  }

  /** Ends anybody's session; the caller has made sure that this is an owner. */
  void endAny(SignedIn owner, UUID session) {
    transaction.executeWithoutResult(
        _ -> {
          if (sessions.end(session)) {
            audit.append(actor(owner), AuditAct.SESSION_ENDED, session);
          }
        });
  }

  /** Ends all sessions of one's own, this one included. */
  void endAllOwn(SignedIn who) {
    transaction.executeWithoutResult(
        _ ->
            sessions
                .endAll(who.account())
                .forEach(id -> audit.append(actor(who), AuditAct.SESSION_ENDED, id)));
  }

  private static Actor actor(SignedIn who) {
    return new Actor.Person(who.account());
  }
}
