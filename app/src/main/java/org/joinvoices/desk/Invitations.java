package org.joinvoices.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.principal.AccountId;
import org.joinvoices.platform.principal.Role;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets people come to the desk. The database is all it needs, whether a server runs or not. */
public final class Invitations {

  /** What became of an invitation. */
  public sealed interface Outcome {

    /**
     * @param path of the page that opens once, until then
     */
    record Invited(String path, Instant until) implements Outcome {

      @Override
      public String toString() {
        return "Invited[path hidden, until " + until + "]";
      }
    }

    /** Nobody in this house would be an owner. */
    record OwnerNeeded() implements Outcome {}
  }

  /** How long an invitation waits for whoever is invited. */
  public static final Duration LIFETIME = OneTimeLinks.Purpose.INVITATION.lifetime();

  private final Vault vault;
  private final Accounts accounts;
  private final OneTimeLinks links;
  private final AuditTrail audit;
  private final InstantSource machine;
  private final TransactionTemplate transaction;

  public Invitations(DataSource dataSource, Vault vault, InstantSource machine) {
    this.vault = vault;
    this.accounts = new Accounts(dataSource, vault);
    this.links = new OneTimeLinks(dataSource, vault, machine);
    this.audit = new AuditTrail(dataSource, machine);
    this.machine = machine;
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /**
   * Makes an account, or gives the one that is there this role and another link; an invitation that
   * was not used yet is void then. The first owner of a house comes in by this.
   *
   * @param email as typed
   * @throws IllegalArgumentException if it is no {@linkplain #isAddress address}
   */
  public Outcome invite(String email, Role role, Actor by) {
    Mailbox mailbox =
        Mailbox.parse(email).orElseThrow(() -> new IllegalArgumentException("no e-mail address"));
    return transaction.execute(
        status -> {
          var outcome = invite(mailbox, role, by);
          if (!(outcome instanceof Outcome.Invited)) {
            status.setRollbackOnly();
          }
          return outcome;
        });
  }

  /** True for what mail can reach: something at a dotted domain. */
  public static boolean isAddress(String typed) {
    return Mailbox.parse(typed).isPresent();
  }

  private Outcome invite(Mailbox mailbox, Role role, Actor by) {
    accounts.lock();
    var hash = mailbox.hash(vault);
    Optional<AccountId> known = accounts.find(hash).map(Account::id);
    known.ifPresent(id -> accounts.setRole(id, role));
    AccountId id = known.orElseGet(() -> accounts.add(mailbox, hash, role, machine.instant()));
    if (!accounts.hasOwner()) {
      return new Outcome.OwnerNeeded();
    }
    var link = links.make(OneTimeLinks.Purpose.INVITATION, hash);
    audit.append(by, AuditAct.INVITED, id.value());
    return new Outcome.Invited(
        links.path(OneTimeLinks.Purpose.INVITATION, link.id()), link.until());
  }
}
