package org.joinvoices.e2e;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The power fails twice: while a crowd is signing, and while its messages are going out. */
@ExtendWith(Houses.class)
@Houses.Own
class KilledWhileManySignTest {

  private static final int CONFIRMING = 30;
  private static final int OFFICES = 3;

  private final Demo demo;
  private final Visitor visitor;
  private final Gateway gateway;

  KilledWhileManySignTest(Demo demo) {
    this.demo = demo;
    this.visitor = new Visitor(demo);
    this.gateway = new Gateway(visitor);
  }

  @Test
  void keepsEveryoneItThankedAndSendsNothingTwice() {
    var thanked = signUntilThePowerFails();
    demo.startAgain();
    thanked.forEach(someone -> visitor.get(someone.page()).expect(200));

    var some = thanked.subList(0, CONFIRMING);
    var links = awaitLinks(some);
    var receipts = some.stream().map(someone -> confirm(someone, links)).toList();
    var heard = awaitFirstMessages();
    demo.kill9();
    demo.startAgain();

    assertThat(gateway.list()).as("the gateway forgets nothing").containsAll(heard);
    await().atMost(Visitor.PATIENCE).until(() -> receipts.stream().allMatch(this::isSettled));
    new Tally(visitor).awaitConfirmed(CONFIRMING);
    assertNoOfficeHeardTwice();
  }

  /** Signs over many connections, and cuts the power in the midst of it. */
  private List<Crowd.Thanked> signUntilThePowerFails() {
    try (var crowd = new Crowd(visitor, visitor.get("/actions/" + Demo.SLUG).expect(200))) {
      crowd.awaitThanks(2 * CONFIRMING);
      demo.kill9();
      return crowd.thanked();
    }
  }

  private Map<String, URI> awaitLinks(List<Crowd.Thanked> people) {
    var mailbox = new Mailbox(visitor);
    return await()
        .alias("a mail for everyone")
        .atMost(Visitor.PATIENCE)
        .until(
            () ->
                mailbox.list().stream()
                    .collect(toMap(Mailbox.Mail::to, Mailbox.Mail::firstLink, (a, b) -> a)),
            links -> people.stream().allMatch(p -> links.containsKey(p.person().email())));
  }

  private Page confirm(Crowd.Thanked someone, Map<String, URI> links) {
    var link = requireNonNull(links.get(someone.person().email()));
    return new Supporter(visitor, someone.person()).confirm(link);
  }

  private List<Gateway.Received> awaitFirstMessages() {
    return await()
        .alias("the first messages")
        .atMost(Visitor.PATIENCE)
        .until(gateway::list, received -> received.size() >= CONFIRMING);
  }

  /** Nothing more will happen by itself: accepted, or left for a person because nobody can know. */
  private boolean isSettled(Page receipt) {
    var settled = Supporter.at("accepted") + ", " + Supporter.at("needs_review");
    return visitor.get(receipt.uri()).document().select(settled).size() == OFFICES;
  }

  private void assertNoOfficeHeardTwice() {
    var received = gateway.list();
    assertThat(received).extracting(Gateway.Received::deliveryId).doesNotHaveDuplicates();
    var times =
        gateway.messages(received).stream()
            .map(message -> message.text("Email") + " to " + message.office())
            .collect(groupingBy(identity(), counting()));
    assertThat(times.values()).containsOnly(1L);
    assertThat(times.size()).isGreaterThan(CONFIRMING).isLessThanOrEqualTo(CONFIRMING * OFFICES);
  }
}
