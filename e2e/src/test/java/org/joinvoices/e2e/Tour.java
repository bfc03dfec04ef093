package org.joinvoices.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/** The pages that a reader meets, as addresses for a browser to look at. */
final class Tour {

  private static final String ACTION = "/actions/" + Demo.SLUG;

  private Tour() {}

  /** Name and address of every kind of page; those of one person are made by signing. */
  static Map<String, String> pages(Demo demo) {
    var visitor = new Visitor(demo);
    var choosing = new Supporter(visitor, Person.amira().withEmail("choosing@mail.example"));
    var pages = new LinkedHashMap<String, String>();
    pages.put("home", demo.url("/").toString());
    pages.put("action", demo.url(ACTION).toString());
    pages.put("action-es", demo.url("/es" + ACTION).toString());
    pages.put("action-ar", demo.url("/ar" + ACTION).toString());
    pages.put("beside-ar", demo.url("/ar" + ACTION + "/beside/en").toString());
    pages.put("beside-es", demo.url("/es" + ACTION + "/beside/en").toString());
    pages.put("home-ar", demo.url("/ar").toString());
    pages.put("legislators-ar", demo.url("/ar/legislators?zip=44109").toString());
    pages.put("answers", demo.url(ACTION + "/answers").toString());
    pages.put("privacy", demo.url(ACTION + "/privacy").toString());
    pages.put("legislators-form", demo.url("/legislators").toString());
    pages.put("legislators", demo.url("/legislators?zip=44109").toString());
    pages.put("legislators-es", demo.url("/es/legislators?zip=30303").toString());
    pages.put("legislators-nobody", demo.url("/legislators?zip=09012").toString());
    pages.put("legislators-state", demo.url("/legislators?zip=&state=OH").toString());
    pages.put("legislators-found", demo.url("/es/legislators?zip=44113").toString());
    pages.put("legislators-two-states", demo.url("/legislators?zip=42223").toString());
    pages.put("legislators-unknown", demo.url("/legislators?zip=44019").toString());
    pages.put("embed", demo.url("/embed/legislators?zip=44109").toString());
    pages.put("legislators-refused", demo.url("/legislators?zip=4411&on=tomorrow").toString());
    pages.put("not-found", demo.url("/actions/no-such-letter").toString());
    pages.put("mail", demo.url("/demo/mail").toString());
    pages.put("gateway", demo.url("/demo/gateway").toString());
    pages.put("components", demo.url("/demo/components").toString());
    pages.put("thanks", choosing.signAndSend(ACTION).uri().toString());
    pages.put("thanks-unknown-zip", thanksFor(visitor, "unknown", "44000", "OH"));
    pages.put("thanks-military", thanksFor(visitor, "military", "09012", "CA"));
    pages.put("thanks-contradicts", thanksFor(visitor, "contradicts", "44113", "TX"));
    pages.put("thanks-state", thanksFor(visitor, "state", "44000", "OH") + "?state=OH");
    var arabic = new Supporter(visitor, Person.amira().withEmail("arabic@mail.example"));
    pages.put("thanks-ar", arabic.signAndSend("/ar" + ACTION).uri().toString());
    pages.put("confirm-ar", arabic.confirmationLink().toString());
    pages.put("confirm", choosing.confirmationLink().toString());
    var waiting = new Supporter(visitor, Person.ruth().withEmail("waiting@mail.example"));
    waiting.signAndSend(ACTION);
    var receipt = waiting.awaitReceipt(waiting.confirm(), 2, "accepted");
    pages.put("receipt", receipt.uri().toString());
    var spoken = new Supporter(visitor, Person.ruth().withEmail("spoken@mail.example"));
    spoken.signAndSend("/ar" + ACTION);
    var arabicReceipt = spoken.awaitReceipt(spoken.confirm(), 2, "accepted");
    pages.put("receipt-ar", arabicReceipt.uri().toString());
    pages.put("withdraw-ar", arabicReceipt.uri() + "/withdraw");
    pages.put("data-ar", spoken.dataLink(arabicReceipt).toString());
    pages.put("office", refusedBy(demo, visitor) + "/offices/OH-11");
    pages.put("withdraw", receipt.uri() + "/withdraw");
    pages.put("erase", receipt.uri() + "/erase");
    pages.put("compare", receipt.uri() + "/compare");
    pages.put("data", waiting.dataLink(receipt).toString());
    return pages;
  }

  /**
   * Subject and HTML of every mail caught so far, and of the one that has everything in it: kinds
   * that no visitor of a demo gets are made of the same parts.
   */
  static Map<String, String> mails(Demo demo) {
    var visitor = new Visitor(demo);
    var mails = new LinkedHashMap<String, String>();
    mails.put("components", visitor.get("/demo/components/mail.html").expect(200).body());
    new Mailbox(visitor).list().forEach(mail -> mails.putIfAbsent(mail.subject(), mail.html()));
    return mails;
  }

  /** A receipt with a message that the House refused, so that its signer is offered to call. */
  private static String refusedBy(Demo demo, Visitor visitor) {
    visitor.post(
        demo.url("/demo/gateway/behaviour"),
        visitor.ownOrigin(),
        Visitor.FORM,
        "office=HOH11&answer=400&times=1".getBytes(UTF_8));
    var refused =
        new Supporter(
            visitor, Person.amira().withEmail("refused@mail.example").withZip("44103", "OH"));
    refused.signAndSend(ACTION);
    return refused.awaitReceipt(refused.confirm(), 1, "refused").uri().toString();
  }

  private static String thanksFor(Visitor visitor, String name, String zip, String state) {
    var person = Person.amira().withEmail(name + "@mail.example").withZip(zip, state);
    return new Supporter(visitor, person).signAndSend(ACTION).uri().toString();
  }
}
