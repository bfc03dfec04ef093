package org.joinvoices.demo;

import org.joinvoices.delivery.Chamber;

/** The real client against the fake gateway of the House. */
class HouseGatewayTest extends GatewayContract {

  HouseGatewayTest() {
    super(Chamber.HOUSE);
  }
}
