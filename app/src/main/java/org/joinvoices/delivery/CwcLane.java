package org.joinvoices.delivery;

import com.google.crypto.tink.util.Bytes;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.delivery.cwc.Fitted;
import org.joinvoices.delivery.cwc.Gateway;
import org.joinvoices.delivery.cwc.GatewayWindows;
import org.joinvoices.delivery.cwc.KnownOffices;
import org.joinvoices.delivery.cwc.OfficeCode;
import org.joinvoices.delivery.cwc.OfficeStanding;
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
   * @param steady what the age of their lists goes by
   */
  CwcLane(
      Line line,
      MessageComposer composer,
      MessageImprint imprint,
      InstantSource machine,
      InstantSource steady) {
    this.line = line;
    this.offices = new KnownOffices(line.gateway(), steady);
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
    return !isClosed() && offices.isKnown();
  }

  private boolean isClosed() {
    return GatewayWindows.isClosed(line.chamber(), line.address(), machine.instant());
  }

  @Override
  public Serves serves(Action action, Seat seat) {
    if (isClosed()) { // a list that is asked for at night would seem to be lost
      return Serves.UNKNOWN;
    }
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
    var office = offices.spelled(message.recipient().office());
    return switch (Fitted.to(line.chamber(), message.to(office))) {
      case Fitted.Ready(var xml, _) ->
          new Prepared.Ready(
              imprint.of(signature.key().action(), message), new Posting(line.gateway(), xml));
      case Fitted.Unfit(var why) -> new Prepared.Held(why.word());
    };
  }

  @Override
  public Optional<Bytes> imprint(
      SignatureView signature, Constituent person, Seat seat, String code, LocalDate date) {
    var message = composer.compose(signature, person, seat, code, date);
    return Optional.of(imprint.of(signature.key().action(), message));
  }

  /** For those who watch; asks nobody. */
  OfficeStanding offices() {
    return offices.standing();
  }

  /** A message that fits, on its way. */
  @SuppressWarnings("ArrayRecordComponent") // bytes of one message, never compared
  private record Posting(Gateway gateway, byte[] xml) implements Post {

    @Override
    public Optional<DeliveryResult> ask() {
      return gateway.validate(new OutgoingMessage(xml, false));
    }

    @Override
    public DeliveryResult send(boolean triedBefore) {
      return gateway.send(new OutgoingMessage(xml, triedBefore));
    }

    @Override
    public String toString() {
      return "Posting[hidden]";
    }
  }
}
