package org.joinvoices.desk;

import java.time.Instant;
import java.util.Optional;
import org.joinvoices.platform.principal.AccountId;
import org.joinvoices.platform.principal.Role;

/**
 * One person who may come to the desk, or could.
 *
 * @param email empty once the access is removed
 * @param acceptedAt first use of an invitation
 */
record Account(
    AccountId id,
    Role role,
    Optional<String> email,
    Instant invitedAt,
    Optional<Instant> acceptedAt) {

  /** True if links may be mailed: somebody who was invited has shown the invitation. */
  boolean isOpen() {
    return email.isPresent() && acceptedAt.isPresent();
  }

  @Override
  public String toString() {
    return "Account[" + id + ", email hidden]";
  }
}
