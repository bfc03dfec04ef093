package org.joinvoices.platform.audit;

import org.joinvoices.platform.principal.AccountId;

/** Who did something. */
public sealed interface Actor {

  /** Somebody at the desk. */
  record Person(AccountId account) implements Actor {}

  /** Whoever may run commands on the machine of this house. */
  record CommandLine() implements Actor {}
}
