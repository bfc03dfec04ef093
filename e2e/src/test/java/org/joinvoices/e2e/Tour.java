package org.joinvoices.e2e;

import java.util.LinkedHashMap;
import java.util.Map;

/** One supporter's way as addresses, so that a browser can look at each page of it. */
final class Tour {

  private static final String ACTION = "/actions/" + Demo.SLUG;

  private Tour() {}

  /** Name and address of every kind of page that a reader meets. */
  static Map<String, String> pages(Demo demo) {
    var visitor = new Visitor(demo);
    var person = Person.amira().withEmail("tour@mail.example");
    var supporter = new Supporter(visitor, person);
    var pages = new LinkedHashMap<String, String>();
    pages.put("home", demo.url("/").toString());
    pages.put("action", demo.url(ACTION).toString());
    pages.put("action-es", demo.url("/es" + ACTION).toString());
    pages.put("not-found", demo.url("/actions/no-such-letter").toString());
    pages.put("thanks", supporter.signAndSend(ACTION).uri().toString());
    pages.put("confirm", supporter.confirmationLink().toString());
    return pages;
  }

  /** Confirms the same supporter's signature and leads to the receipt. */
  static String receipt(Demo demo) {
    var visitor = new Visitor(demo);
    var supporter = new Supporter(visitor, Person.ruth().withEmail("receipt@mail.example"));
    supporter.signAndSend(ACTION);
    var confirmed = supporter.confirm();
    return supporter.awaitReceipt(confirmed, 2, "accepted").uri().toString();
  }
}
