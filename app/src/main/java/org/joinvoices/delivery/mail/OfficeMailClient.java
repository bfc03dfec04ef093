package org.joinvoices.delivery.mail;

import java.time.Duration;
import org.joinvoices.delivery.DeliveryResult;
import org.joinvoices.platform.mail.DirectMail;
import org.joinvoices.platform.mail.Posted;

/**
 * Sends messages to offices by the SMTP server of the house, each once, and sorts what it says.
 *
 * <table>
 * <caption>What an answer means for a message</caption>
 * <tr><td>250 after the end of the mail</td>
 *     <td>accepted by our server, which passes it on; a bounce may follow</td></tr>
 * <tr><td>5yz to recipient or mail, such as 550 5.1.1; 552 to the size</td>
 *     <td>refused: the same message will never pass</td></tr>
 * <tr><td>4yz; 5.2.2, mailbox full</td> <td>unavailable: tried again later</td></tr>
 * <tr><td>421; 5.7.x and 4.7.x, policy or reputation</td>
 *     <td>unavailable, and not before a quarter of an hour: all messages to that office would meet the
 *     same, so none is given up for it at once</td></tr>
 * <tr><td>no connection, or it broke before the end of the mail was sent</td>
 *     <td>unavailable: nobody has it (RFC 5321, section 4.1.1.4)</td></tr>
 * <tr><td>it broke after that, or the answer cannot be read</td>
 *     <td>uncertain: never sent again by itself</td></tr>
 * <tr><td>login or sender refused for good</td> <td>the lane is stopped</td></tr>
 * </table>
 */
public final class OfficeMailClient {

  private static final Duration WHEN_ASKED_FOR_LESS = Duration.ofMinutes(15);

  private final DirectMail post;

  public OfficeMailClient(DirectMail post) {
    this.post = post;
  }

  public DeliveryResult send(OfficeMailMessage message) {
    return switch (post.post(message.code(), message.mail())) {
      case Posted.Accepted() -> new DeliveryResult.Accepted("smtp 250");
      case Posted.Refused(var code) -> new DeliveryResult.Refused(code);
      case Posted.Unavailable(var code) -> new DeliveryResult.Unavailable(code, Duration.ZERO);
      case Posted.SlowDown(var code) -> new DeliveryResult.Unavailable(code, WHEN_ASKED_FOR_LESS);
      case Posted.Away(var code) -> new DeliveryResult.Unavailable(code, Duration.ZERO);
      case Posted.Unclear(var code) -> new DeliveryResult.Uncertain(code);
      case Posted.Barred(var code) -> new DeliveryResult.LaneStopped(code);
    };
  }
}
