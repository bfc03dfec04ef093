package org.joinvoices.delivery;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import org.joinvoices.action.Action;
import org.joinvoices.delivery.cwc.CwcGrammar;
import org.joinvoices.delivery.cwc.CwcXml;
import org.joinvoices.delivery.cwc.Gateway;
import org.joinvoices.delivery.cwc.GatewayWindows;
import org.joinvoices.delivery.cwc.KnownOffices;
import org.joinvoices.delivery.cwc.OfficeCode;
import org.joinvoices.delivery.cwc.OutgoingMessage;
import org.joinvoices.districts.Seat;
import org.joinvoices.signing.Constituent;
import org.joinvoices.signing.SignatureView;

/** The lane of one chamber's gateway. */
final class CwcLane implements Lane {

  /**
   * How a chamber's gateway is reached.
   *
   * @param address decides whether maintenance windows are kept
   * @param timeout of one call
   * @param perSecond most messages a second
   */
  record Line(Chamber chamber, URI address, Gateway gateway, Duration timeout, int perSecond) {}

  private static final Duration MARGIN = Duration.ofSeconds(20);

  private final Line line;
  private final KnownOffices offices;
  private final MessageComposer composer;
  private final MessageImprint imprint;
  private final InstantSource machine;

  /**
   * @param machine machine time: gateways live in the present
   */
  CwcLane(Line line, MessageComposer composer, MessageImprint imprint, InstantSource machine) {
    this.line = line;
    this.offices = new KnownOffices(line.gateway(), machine);
    this.composer = composer;
    this.imprint = imprint;
    this.machine = machine;
  }

  @Override
  public Route route() {
    return Route.of(line.chamber());
  }

  @Override
  public int perSecond() {
    return line.perSecond();
  }

  @Override
  public Duration lease() {
    return line.timeout().plus(MARGIN);
  }

  @Override
  public boolean isOpen() {
    return !GatewayWindows.isClosed(line.chamber(), line.address(), machine.instant())
        && offices.isKnown();
  }

  @Override
  public Serves serves(Action action, Seat seat) {
    if (offices.contains(OfficeCode.of(seat))) {
      return Serves.YES;
    }
    return offices.isKnown() ? Serves.NO : Serves.UNKNOWN;
  }

  @Override
  public void forgetOffices() {
    offices.forget();
  }

  @Override
  public Prepared prepare(
      SignatureView signature, Constituent person, Seat seat, String code, LocalDate date) {
    var message = composer.compose(signature, person, seat, code, date);
    byte[] xml = CwcXml.of(message, line.chamber());
    return CwcGrammar.of(line.chamber()).faults(xml).isEmpty()
        ? new Prepared.Ready(
            imprint.of(signature.key().action(), message),
            triedBefore -> line.gateway().send(new OutgoingMessage(xml, triedBefore)))
        : new Prepared.Held(HeldReason.INVALID_MESSAGE);
  }
}
