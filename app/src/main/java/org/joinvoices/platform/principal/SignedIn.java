package org.joinvoices.platform.principal;

import java.util.UUID;

/**
 * Who sends this request to the desk.
 *
 * @param session the browser it comes from
 */
public record SignedIn(AccountId account, Role role, UUID session) {

  public boolean isOwner() {
    return role == Role.OWNER;
  }
}
