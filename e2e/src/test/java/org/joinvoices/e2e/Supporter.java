package org.joinvoices.e2e;

import static org.awaitility.Awaitility.await;

import java.net.URI;

/** One person's way through the pages: sign, choose, confirm, look at the receipt. */
final class Supporter {

  /** Presses of the form's two buttons. */
  static final String SEND = "button[name=consent_deliver]";

  static final String LETTER_ONLY = "button:not([name])";
  private static final String SIGN_FORM = "[name=given_name]";

  private final Visitor visitor;
  private final Mailbox mailbox;
  private final Person person;

  Supporter(Visitor visitor, Person person) {
    this.visitor = visitor;
    this.mailbox = new Mailbox(visitor);
    this.person = person;
  }

  /** Fills the form of the page and presses <em>Sign and send</em>; returns the thank-you page. */
  Page signAndSend(String path) {
    return thanked(visitor.submit(filled(visitor.get(path).expect(200)).press(SEND)));
  }

  Page signLetterOnly(String path) {
    var form = signForm(visitor.get(path).expect(200));
    form.fill("given_name", person.given())
        .fill("family_name", person.family())
        .fill("email", person.email());
    return thanked(visitor.submit(form.press(LETTER_ONLY)));
  }

  /** The sign form with everything typed, no button pressed yet. */
  Form filled(Page page) {
    var form =
        signForm(page)
            .fill("prefix", person.prefix())
            .fill("given_name", person.given())
            .fill("family_name", person.family())
            .fill("email", person.email())
            .fill("address_line", person.street())
            .fill("locality", person.locality())
            .fill("postal_code", person.postalCode());
    form.fill("region", person.region());
    return person.ownWords().isEmpty() ? form : form.fill("own_words", person.ownWords());
  }

  static Form signForm(Page page) {
    return Form.holding(page, SIGN_FORM);
  }

  Page chooseDistrict(Page page, String seat) {
    var offer = "[value=" + seat + "]";
    var form = Form.holding(page, offer);
    var answer =
        page.document().selectFirst("button" + offer) == null
            ? visitor.submit(form.fill("seat", seat))
            : visitor.submit(form.press(offer));
    return visitor.get(answer.expect(303).location()).expect(200);
  }

  URI confirmationLink() {
    return mailbox.awaitTo(person.email()).firstLink();
  }

  /** Opens the link of the mail and presses the button there; returns the receipt. */
  Page confirm() {
    return confirm(confirmationLink());
  }

  Page confirm(URI link) {
    var preview = visitor.get(link).expect(200);
    var answer = visitor.submit(Form.holding(preview, "form[action$=" + link.getPath() + "]"));
    return visitor.get(answer.expect(303).location()).expect(200);
  }

  /** Asks on the receipt for the fresh link to all that is held, and reads its mail. */
  URI dataLink(Page receipt) {
    var question = visitor.get(URI.create(receipt.uri() + "/erase")).expect(200);
    visitor.submit(Form.holding(question, "form[action$='/erase']")).expect(303);
    return mailbox.awaitTo(person.email(), "/data/").firstLink();
  }

  /** Looks at the receipt again until so many recipients stand at {@code state}. */
  Page awaitReceipt(Page receipt, int recipients, String state) {
    return await()
        .alias(recipients + " times " + state + " on the receipt")
        .atMost(Visitor.PATIENCE)
        .until(
            () -> visitor.get(receipt.uri()).expect(200),
            page -> page.document().select(at(state)).size() == recipients);
  }

  /** Finds the recipients of a receipt that stand at {@code state}. */
  static String at(String state) {
    return "[data-state=" + state + "]";
  }

  private Page thanked(Page answer) {
    return visitor.get(answer.expect(303).location()).expect(200);
  }
}
