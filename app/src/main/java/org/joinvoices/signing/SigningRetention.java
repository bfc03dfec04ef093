package org.joinvoices.signing;

import java.util.List;
import javax.sql.DataSource;
import org.joinvoices.action.Actions;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.retention.RetentionStep;
import org.joinvoices.platform.retention.RetentionSteps;

/** What signing forgets in time. */
public final class SigningRetention implements RetentionSteps {

  private final List<RetentionStep> steps;

  public SigningRetention(DataSource dataSource, Vault vault, Actions actions) {
    this.steps =
        List.of(
            new UnconfirmedStep(dataSource),
            new ContactStep(dataSource, actions),
            new KeyStep(vault, actions));
  }

  @Override
  public List<RetentionStep> list() {
    return steps;
  }
}
