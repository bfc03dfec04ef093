package org.joinvoices.desk;

import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.principal.AccountId;
import org.joinvoices.platform.principal.SignedIn;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may come to the desk, and how one no longer may. */
final class People {

  private final Vault vault;
  private final Accounts accounts;
  private final OneTimeLinks links;
  private final DeskSessions sessions;
  private final Passkeys passkeys;
  private final AuditTrail audit;
  private final InstantSource machine;
  private final TransactionTemplate transaction;

  People(
      DataSource dataSource,
      Vault vault,
      Accounts accounts,
      OneTimeLinks links,
      DeskSessions sessions,
      Passkeys passkeys,
      InstantSource machine) {
    this.vault = vault;
    this.accounts = accounts;
    this.links = links;
    this.sessions = sessions;
    this.passkeys = passkeys;
    this.audit = new AuditTrail(dataSource, machine);
    this.machine = machine;
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  List<Account> list() {
    return accounts.list();
  }

  /**
   * Ends somebody's access with all it consists of: sessions, passkeys, links, address. Done
   * already is as good as done.
   *
   * @return false if no owner would be left
   */
  boolean remove(SignedIn owner, AccountId account) {
    return transaction.execute(status -> remove(owner, account, status));
  }

  private boolean remove(SignedIn owner, AccountId id, TransactionStatus status) {
    accounts.lock();
    var email = accounts.find(id).flatMap(Account::email).flatMap(Mailbox::parse);
    if (email.isEmpty()) {
      return true;
    }
    accounts.remove(id, machine.instant());
    if (!accounts.hasOwner()) {
      status.setRollbackOnly();
      return false;
    }
    sessions.endAll(id);
    passkeys.removeAll(id);
    links.voidAll(email.get().hash(vault));
    audit.append(new Actor.Person(owner.account()), AuditAct.ACCESS_REMOVED, id.value());
    return true;
  }
}
