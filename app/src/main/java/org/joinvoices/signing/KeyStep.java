package org.joinvoices.signing;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.retention.Forgotten;
import org.joinvoices.platform.retention.RetentionStep;

/**
 * Destroys the key of a letter whose contact data is not kept any longer, so that no backup of the
 * database can be opened either. One brought back with an old copy of the key store goes again.
 */
final class KeyStep implements RetentionStep {

  private final Vault vault;
  private final Actions actions;

  KeyStep(Vault vault, Actions actions) {
    this.vault = vault;
    this.actions = actions;
  }

  @Override
  public Forgotten kind() {
    return Forgotten.KEY;
  }

  @Override
  public Map<UUID, Long> due(Instant now) {
    return ContactStep.over(actions, now).stream()
        .map(ActionId::value)
        .filter(vault::holdsKey)
        .collect(toMap(action -> action, _ -> 1L));
  }

  @Override
  public long erase(UUID action, Instant now) {
    vault.destroy(action);
    return 1;
  }
}
