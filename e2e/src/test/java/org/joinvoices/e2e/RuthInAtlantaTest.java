package org.joinvoices.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Ruth lives in 30303 (GA-05). From 3 to 20 January 2021 the seat of Georgia's class 2 was empty;
 * Jon Ossoff took it on the 20th, when Raphael Warnock also took that of class 3.
 */
@ExtendWith(Houses.class)
@Houses.Own
class RuthInAtlantaTest {

  private final Person ruth = Person.ruth();
  private final Demo demo;
  private final Gateway gateway;
  private final Supporter supporter;

  RuthInAtlantaTest(Demo demo) {
    this.demo = demo;
    var visitor = new Visitor(demo);
    this.gateway = new Gateway(visitor);
    this.supporter = new Supporter(visitor, ruth);
  }

  @Test
  void waitsWithOneMessageForTheSuccessorOnTheEmptySeat() {
    supporter.signAndSend("/actions/" + Demo.SLUG);
    var receipt = supporter.confirm();

    assertThat(gateway.awaitMessagesOf(ruth.email(), 2))
        .extracting(CwcMessage::office)
        .containsExactly("HGA05", "SGA03");
    assertThat(
            supporter.awaitReceipt(receipt, 2, "accepted").document().select(Supporter.at("held")))
        .as("the receipt says that one is held")
        .hasSize(1);

    var advanced =
        Terminal.type(
            "demo", "advance", "--to", "2021-01-21T12:00:00-05:00", "--home", "" + demo.home());
    assertThat(advanced.status()).as(advanced.err()).isZero();

    var messages = gateway.awaitMessagesOf(ruth.email(), 3);
    assertThat(messages).extracting(CwcMessage::office).containsExactly("HGA05", "SGA02", "SGA03");
    messages.forEach(CwcMessage::assertValid);
    assertThat(supporter.awaitReceipt(receipt, 3, "accepted").text()).contains("Ossoff");
  }
}
