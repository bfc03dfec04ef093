package org.joinvoices.demo;

import org.joinvoices.delivery.Chamber;

/** The real client against the fake gateway of the Senate. */
class SenateGatewayTest extends GatewayContract {

  SenateGatewayTest() {
    super(Chamber.SENATE);
  }
}
