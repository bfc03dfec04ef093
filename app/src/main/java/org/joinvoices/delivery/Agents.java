package org.joinvoices.delivery;

import org.joinvoices.delivery.cwc.CwcMessage;
import org.joinvoices.platform.settings.Settings;

/** The delivery agent as the operator set it, in CWC's terms. */
final class Agents {

  private Agents() {}

  static CwcMessage.Agent of(Settings.Agent agent) {
    return new CwcMessage.Agent(
        agent.name(),
        agent.ackEmail(),
        agent.contactName(),
        agent.contactEmail(),
        agent.contactPhone());
  }
}
