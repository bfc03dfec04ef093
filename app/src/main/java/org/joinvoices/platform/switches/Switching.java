package org.joinvoices.platform.switches;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.crypto.Vault;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Pauses and resumes, and notes who did it: both in one transaction, or in the caller's. */
public final class Switching {

  private final Switches switches;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;

  /**
   * @param machine what pauses and entries are dated by
   */
  public Switching(DataSource dataSource, InstantSource machine) {
    this.switches = new Switches(dataSource, machine);
    this.audit = new AuditTrail(dataSource, machine);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /**
   * @param until when people are told to come back, in civic time
   * @return false if it was paused already; then nothing but that moment is changed
   */
  public boolean pause(Actor by, Switch what, Optional<Instant> until) {
    return noted(by, what, paused(what), () -> switches.pause(what, until));
  }

  /**
   * @return false if it was not paused
   */
  public boolean resume(Actor by, Switch what) {
    return noted(by, what, resumed(what), () -> switches.resume(what));
  }

  private boolean noted(Actor by, Switch what, AuditAct act, BooleanSupplier change) {
    return Boolean.TRUE.equals(
        transaction.execute(
            _ -> {
              boolean changed = change.getAsBoolean();
              if (changed) {
                audit.append(by, act, subject(what));
              }
              return changed;
            }));
  }

  private static AuditAct paused(Switch what) {
    return switch (what.scope()) {
      case "signing" -> AuditAct.SIGNING_PAUSED;
      case "mails" -> AuditAct.MAILS_PAUSED;
      case "counts" -> AuditAct.COUNTS_PAUSED;
      case "pages" -> AuditAct.PAGES_PAUSED;
      default -> AuditAct.DELIVERY_PAUSED;
    };
  }

  private static AuditAct resumed(Switch what) {
    return switch (what.scope()) {
      case "signing" -> AuditAct.SIGNING_RESUMED;
      case "mails" -> AuditAct.MAILS_RESUMED;
      case "counts" -> AuditAct.COUNTS_RESUMED;
      case "pages" -> AuditAct.PAGES_RESUMED;
      default -> AuditAct.DELIVERY_RESUMED;
    };
  }

  /** An action, or else the house: an office or a lane is of no letter. */
  private static UUID subject(Switch what) {
    boolean ofLetter = what.scope().equals("action") || what.scope().equals("signing");
    return ofLetter && !what.subject().isEmpty() ? UUID.fromString(what.subject()) : Vault.HOUSE;
  }
}
