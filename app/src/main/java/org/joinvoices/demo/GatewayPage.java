package org.joinvoices.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.joinvoices.platform.web.Frame;

/** What {@code demo/gateway.jte} shows. */
public record GatewayPage(Frame frame, List<Line> messages) {

  /** One message; {@code repeat}: its id had been received before. */
  public record Line(
      String deliveryId, String office, String receivedAt, int status, boolean repeat) {}

  /**
   * @param received newest first
   */
  static List<Line> lines(List<GatewayStore.Received> received) {
    Set<String> seen = new HashSet<>();
    List<Line> lines = new ArrayList<>();
    for (GatewayStore.Received one : received.reversed()) {
      boolean repeat = !seen.add(one.deliveryId());
      lines.add(
          new Line(one.deliveryId(), one.office(), one.at().toString(), one.status(), repeat));
    }
    return lines.reversed();
  }
}
