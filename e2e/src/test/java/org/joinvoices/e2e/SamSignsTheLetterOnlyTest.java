package org.joinvoices.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sam gives a name and a mailbox, nothing else. */
@ExtendWith(Houses.class)
class SamSignsTheLetterOnlyTest {

  private static final String ACTION = "/actions/" + Demo.SLUG;

  private final Visitor visitor;
  private final Gateway gateway;
  private final Tally tally;

  SamSignsTheLetterOnlyTest(Demo demo) {
    this.visitor = new Visitor(demo);
    this.gateway = new Gateway(visitor);
    this.tally = new Tally(visitor);
  }

  @Test
  void isCountedAndNoOfficeHearsOfHim() {
    var sam = new Supporter(visitor, Person.sam());
    long before = tally.next().confirmed();
    sam.signLetterOnly(ACTION);
    sam.confirm();
    tally.awaitConfirmed(before + 1);

    // a later signer's messages pass through the same queue: one of Sam's would be out by then
    var later = Person.ofMany(1).withEmail("after.sam@many.example");
    var sender = new Supporter(visitor, later);
    sender.signAndSend(ACTION);
    sender.confirm();
    gateway.awaitMessagesOf(later.email(), 3);
    assertThat(gateway.messagesOf(Person.sam().email())).isEmpty();
  }

  @Test
  void isNotCountedByAMailScannerThatOpensHisLink() {
    var scanned = new Supporter(visitor, Person.sam().withEmail("sam.scanned@mail.example"));
    long before = tally.next().confirmed();
    scanned.signLetterOnly(ACTION);
    var link = scanned.confirmationLink();
    visitor.get(link).expect(200);
    visitor.get(link).expect(200);
    assertThat(tally.next().confirmed()).isEqualTo(before);

    scanned.confirm();
    tally.awaitConfirmed(before + 1);
  }
}
