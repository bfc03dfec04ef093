package org.joinvoices.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.joinvoices.delivery.DeliveryResult;
import org.joinvoices.delivery.DeliveryResult.Accepted;
import org.joinvoices.delivery.DeliveryResult.LaneStopped;
import org.joinvoices.delivery.DeliveryResult.Refused;
import org.joinvoices.delivery.DeliveryResult.Unavailable;
import org.joinvoices.delivery.DeliveryResult.Uncertain;
import org.joinvoices.platform.mail.TroubledSmtpServer.Trouble;
import org.junit.jupiter.api.Test;

/** What every way to mail an office must make of what the far side does. */
public abstract class OfficeMailContract {

  private static final String CODE = "0123456789abcdef0123456789abcdef";

  protected abstract OfficeMailClient client();

  /** What the far side does with the next mail. */
  protected abstract void next(Trouble trouble, String reply);

  /** From now on the far side refuses our login. */
  protected abstract void forgetsUs();

  /** How many mails the far side has taken. */
  protected abstract int taken();

  @Test
  void sendsAMessage() {
    assertThat(send()).isEqualTo(new Accepted("smtp 250"));
    assertThat(taken()).isEqualTo(1);
  }

  @Test
  void reportsARefusalAsFinalWheneverItComes() {
    next(Trouble.AT_RECIPIENT, "550 5.1.1 no such user water@senate.example");
    assertThat(send()).isEqualTo(new Refused("smtp 550 5.1.1"));
    next(Trouble.AT_END, "554 5.6.0 not like this");
    assertThat(send()).isEqualTo(new Refused("smtp 554 5.6.0"));
    next(Trouble.AT_SENDER, "552 5.3.4 too large");
    assertThat(send()).isEqualTo(new Refused("smtp 552 5.3.4"));
    assertThat(taken()).isZero();
  }

  @Test
  void mayBeTriedAgainWhenTheOfficeTakesNothingNow() {
    next(Trouble.AT_RECIPIENT, "450 4.2.0 greylisted");
    assertThat(send()).isEqualTo(new Unavailable("smtp 450 4.2.0", Duration.ZERO));
    next(Trouble.AT_RECIPIENT, "552 5.2.2 mailbox full");
    assertThat(send()).isEqualTo(new Unavailable("smtp 552 5.2.2", Duration.ZERO));
    next(Trouble.AT_END, "451 4.3.0 later");
    assertThat(send()).isEqualTo(new Unavailable("smtp 451 4.3.0", Duration.ZERO));

    assertThat(send()).isInstanceOf(Accepted.class);
    assertThat(taken()).isEqualTo(1);
  }

  @Test
  void waitsLongerWhereWeAreAskedForLess() {
    for (String reply :
        new String[] {"421 4.3.2 closing", "450 4.7.1 slower", "550 5.7.1 listed"}) {
      next(Trouble.AT_RECIPIENT, reply);
      assertThat(send())
          .isEqualTo(new Unavailable("smtp " + reply.substring(0, 9), Duration.ofMinutes(15)));
    }
  }

  @Test
  void knowsThatNobodyHasAMailWhoseLineBrokeBeforeItsEnd() {
    next(Trouble.BREAKS_WITHIN, "");
    assertThat(client().send(SampleOfficeMails.large())).isInstanceOf(Unavailable.class);
    assertThat(taken()).isZero();
  }

  @Test
  void callsALineThatBrokeAfterTheEndUncertainWhetherOrNotTheMailWasKept() {
    next(Trouble.BREAKS_AFTER_KEEPING, "");
    assertThat(send()).isInstanceOf(Uncertain.class);
    next(Trouble.BREAKS_AFTER_LOSING, "");
    assertThat(send()).isInstanceOf(Uncertain.class);
    next(Trouble.AT_END, "nonsense");
    assertThat(send()).isInstanceOf(Uncertain.class);

    assertThat(taken()).as("and nothing was sent again by itself").isEqualTo(1);
  }

  @Test
  void doesTheSameOnALineThatHasServed() {
    send();
    next(Trouble.BREAKS_AFTER_KEEPING, "");
    assertThat(send()).isInstanceOf(Uncertain.class);
    assertThat(taken()).isEqualTo(2);
  }

  @Test
  void stopsTheLaneWhereWeAreRefused() {
    next(Trouble.AT_SENDER, "550 5.7.1 not from you");
    assertThat(send()).isEqualTo(new LaneStopped("smtp 550 5.7.1"));
    forgetsUs();
    next(Trouble.BREAKS_BEFORE, "");
    assertThat(send()).isEqualTo(new LaneStopped("smtp login"));
  }

  private DeliveryResult send() {
    return client().send(SampleOfficeMails.withCode(CODE));
  }
}
