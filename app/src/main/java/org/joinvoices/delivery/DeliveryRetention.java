package org.joinvoices.delivery;

import java.util.List;
import javax.sql.DataSource;
import org.joinvoices.action.Actions;
import org.joinvoices.platform.retention.RetentionStep;
import org.joinvoices.platform.retention.RetentionSteps;

/** What delivery forgets in time. */
public final class DeliveryRetention implements RetentionSteps {

  private final List<RetentionStep> steps;

  public DeliveryRetention(DataSource dataSource, Actions actions) {
    this.steps =
        List.of(new SentWordsStep(dataSource, actions), new MomentsStep(dataSource, actions));
  }

  @Override
  public List<RetentionStep> list() {
    return steps;
  }
}
