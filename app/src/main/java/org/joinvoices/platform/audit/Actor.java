package org.joinvoices.platform.audit;

import java.util.UUID;
import org.joinvoices.platform.principal.AccountId;
import org.jspecify.annotations.Nullable;

/** Who did something. */
public sealed interface Actor {

  /** Id of the account, as tables hold it; null for whoever has none. */
  default @Nullable UUID accountId() {
    return this instanceof Person(var account) ? account.value() : null;
  }

  /** Somebody at the desk. */
  record Person(AccountId account) implements Actor {}

  /** Whoever may run commands on the machine of this house. */
  record CommandLine() implements Actor {}

  /** The authors of a letter, who have no account, by the name they chose. */
  record Authors(String name) implements Actor {}

  /** A partner organization, which has no account, by its name. */
  record Partner(String name) implements Actor {}
}
