package org.joinvoices.e2e;

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
    pages.put("privacy", demo.url(ACTION + "/privacy").toString());
    pages.put("legislators-form", demo.url("/legislators").toString());
    pages.put("legislators", demo.url("/legislators?zip=44109").toString());
    pages.put("legislators-es", demo.url("/es/legislators?zip=30303").toString());
    pages.put("legislators-nobody", demo.url("/legislators?zip=09012").toString());
    pages.put("legislators-refused", demo.url("/legislators?zip=4411&on=tomorrow").toString());
    pages.put("not-found", demo.url("/actions/no-such-letter").toString());
    pages.put("mail", demo.url("/demo/mail").toString());
    pages.put("gateway", demo.url("/demo/gateway").toString());
    pages.put("thanks", choosing.signAndSend(ACTION).uri().toString());
    pages.put("confirm", choosing.confirmationLink().toString());
    var waiting = new Supporter(visitor, Person.ruth().withEmail("waiting@mail.example"));
    waiting.signAndSend(ACTION);
    var receipt = waiting.awaitReceipt(waiting.confirm(), 2, "accepted");
    pages.put("receipt", receipt.uri().toString());
    pages.put("data", waiting.dataLink(receipt).toString());
    return pages;
  }
}
