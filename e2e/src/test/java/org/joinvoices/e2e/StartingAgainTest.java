package org.joinvoices.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator stops the house and starts it again, sometimes with the wrong words. */
@ExtendWith(Houses.class)
@Houses.Own
class StartingAgainTest {

  private static final String ACTION = "/actions/" + Demo.SLUG;
  private static final String INAUGURATED = "2021-01-20T12:30:00-05:00";

  private final Demo demo;
  private final Visitor visitor;

  StartingAgainTest(Demo demo) {
    this.demo = demo;
    this.visitor = new Visitor(demo);
  }

  @Test
  void continuesWithItsDataAndItsClock() {
    var ruth = Person.ruth();
    var supporter = new Supporter(visitor, ruth);
    supporter.signAndSend(ACTION);
    var receipt = supporter.confirm();
    var gateway = new Gateway(visitor);
    gateway.awaitMessagesOf(ruth.email(), 2);
    var clock = Form.holding(visitor.get("/demo/clock").expect(200), "[name=to]");
    assertThat(visitor.submit(clock.fill("to", INAUGURATED)).status()).isLessThan(400);
    gateway.awaitMessagesOf(ruth.email(), 3);

    demo.stop();
    assertRefusesToGoBack();
    demo.startAgain();

    assertThat(gateway.messagesOf(ruth.email())).hasSize(3);
    assertThat(supporter.awaitReceipt(receipt, 3, "accepted").status()).isEqualTo(200);
    assertThat(new Tally(visitor).now().confirmed()).isEqualTo(1);
    assertThat(new Tally(visitor).next().asOf())
        .isAfter(OffsetDateTime.parse(INAUGURATED).toInstant());
    assertSaysThatThePortIsTaken();
  }

  private void assertRefusesToGoBack() {
    var home = demo.home().toString();
    assertOneClearLine(
        Terminal.type("demo", "--home", home, "--now", "2021-01-11T12:00:00-05:00"), "2021-01-20");
  }

  private void assertSaysThatThePortIsTaken() {
    var port = String.valueOf(demo.port());
    var other = demo.home().resolveSibling("other").toString();
    assertOneClearLine(Terminal.type("demo", "--home", other, "--port", port), port);
  }

  private static void assertOneClearLine(Terminal.Answer answer, String about) {
    assertThat(answer.status()).isEqualTo(1);
    assertThat(answer.err().strip().lines()).singleElement().asString().contains(about);
  }
}
