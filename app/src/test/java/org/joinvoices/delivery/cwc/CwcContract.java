package org.joinvoices.delivery.cwc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.joinvoices.delivery.Chamber;
import org.joinvoices.delivery.DeliveryResult;
import org.joinvoices.delivery.DeliveryResult.Accepted;
import org.joinvoices.delivery.DeliveryResult.LaneStopped;
import org.joinvoices.delivery.DeliveryResult.OfficeOff;
import org.joinvoices.delivery.DeliveryResult.Refused;
import org.joinvoices.delivery.DeliveryResult.Unavailable;
import org.joinvoices.delivery.DeliveryResult.Uncertain;
import org.junit.jupiter.api.Test;

/** What every way to an office must do, the fakes of our tests included. */
public abstract class CwcContract {

  protected static final String AGENT = "JoinVoices Sample";
  private static final String ID = "0123456789abcdef0123456789abcdef";

  /** The channel under test, with an agent registered as {@link #AGENT}. */
  protected abstract Gateway client();

  protected abstract Chamber chamber();

  /**
   * Makes the far side answer the next message so: 400, 409, 503, timeout, timeout_after_storing.
   */
  protected abstract void next(String answer);

  /** Makes the far side name faults as was seen in 2021, no longer as documented. */
  protected abstract void speakAsIn2021();

  /** How many messages the far side has accepted. */
  protected abstract int accepted();

  @Test
  void deliversAValidMessage() {
    assertThat(send(ID, AGENT, false)).isInstanceOf(Accepted.class);
    assertThat(accepted()).isEqualTo(1);
  }

  @Test
  void listsOffices() throws IOException {
    assertThat(client().offices()).contains(new OfficeCode(office()));
  }

  @Test
  void reportsARefusalAsFinal() {
    next("400");

    assertThat(send(ID, AGENT, false)).isEqualTo(new Refused("invalid_Email"));
  }

  @Test
  void reportsAnotherAgentsNameAsTheLanesAffair() {
    assertThat(send(ID, "Someone Else", false)).isEqualTo(new LaneStopped("agent_mismatch"));
  }

  @Test
  void reportsAnOfficeThatTakesNothing() {
    String absent = chamber() == Chamber.HOUSE ? "HOH77" : "SOH02";
    var message = SampleMessages.withId(absent, ID, AGENT);

    assertThat(client().send(new OutgoingMessage(SampleMessages.xml(message), false)))
        .isInstanceOf(OfficeOff.class);
  }

  @Test
  void namesWhatIsMissingWhateverDialectTheGatewaySpeaks() {
    byte[] xml = without("Prefix", SampleMessages.xml(SampleMessages.to(office())));

    var documented = client().send(new OutgoingMessage(xml, false));
    speakAsIn2021();
    var seen = client().send(new OutgoingMessage(xml, false));

    assertThat(documented).isEqualTo(new Refused("missing_Prefix+sequence+invalid_Constituent"));
    assertThat(seen).isEqualTo(new Refused("missing_Prefix"));
    assertThat(accepted()).isZero();
  }

  @Test
  void isAskedFirstWhereItCanBeAndKeepsNothing() {
    byte[] valid = SampleMessages.xml(SampleMessages.to(office()));
    byte[] broken = without("Prefix", valid);

    assertThat(client().validate(new OutgoingMessage(valid, false))).isEmpty();
    var objection = client().validate(new OutgoingMessage(broken, false));

    assertThat(objection.isPresent()).isEqualTo(chamber() == Chamber.HOUSE);
    assertThat(accepted()).isZero();
  }

  private static byte[] without(String element, byte[] xml) {
    return new String(xml, UTF_8)
        .replaceFirst("<" + element + ">[^<]*</" + element + ">\n", "")
        .getBytes(UTF_8);
  }

  @Test
  void mayBeTriedAgainWhenTheGatewayIsAway() {
    next("503");

    assertThat(send(ID, AGENT, false)).isInstanceOf(Unavailable.class);
    assertThat(send(ID, AGENT, true)).isInstanceOf(Accepted.class);
    assertThat(accepted()).isEqualTo(1);
  }

  @Test
  void callsATimeOutUncertainWhetherOrNotTheMessageWasStored() {
    next("timeout");
    next("timeout_after_storing");

    assertThat(send(ID, AGENT, false)).isInstanceOf(Uncertain.class);
    assertThat(send(ID, AGENT, false)).isInstanceOf(Uncertain.class);
    assertThat(accepted()).isEqualTo(1);
  }

  @Test
  void understandsThatTheSenateHasSeenAMessageBefore() {
    if (chamber() == Chamber.SENATE) {
      send(ID, AGENT, false);

      assertThat(send(ID, AGENT, true)).isEqualTo(new Accepted("409_accepted_earlier"));
      assertThat(send(ID, AGENT, false)).isEqualTo(new Uncertain("409_on_first_try"));
      assertThat(accepted()).isEqualTo(1);
    }
  }

  private DeliveryResult send(String id, String agent, boolean triedBefore) {
    var message = SampleMessages.withId(office(), id, agent);
    return client().send(new OutgoingMessage(SampleMessages.xml(message), triedBefore));
  }

  private String office() {
    return chamber() == Chamber.HOUSE ? "HOH11" : "SOH01";
  }
}
