package org.joinvoices.e2e;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** The demo's catch-all mailbox, read as its JSON. */
final class Mailbox {

  /** One mail; {@code links} in their order of appearance. */
  record Mail(String to, String subject, String text, String html, List<String> links) {

    URI firstLink() {
      return URI.create(links.getFirst());
    }

    boolean asksToConfirm() {
      return !links.isEmpty() && firstLink().getPath().startsWith("/confirm/");
    }
  }

  private final Visitor visitor;

  Mailbox(Visitor visitor) {
    this.visitor = visitor;
  }

  /** All mails, newest first. */
  List<Mail> list() {
    return Json.read(
        visitor.get("/demo/mail.json").expect(200).body(), new TypeReference<List<Mail>>() {});
  }

  /** Waits for the mail that asks this mailbox to confirm; the newest if there are several. */
  Mail awaitTo(String mailbox) {
    return await()
        .alias("a mail that asks to confirm")
        .atMost(Visitor.PATIENCE)
        .until(() -> askedToConfirm(mailbox), mails -> !mails.isEmpty())
        .getFirst();
  }

  private List<Mail> askedToConfirm(String mailbox) {
    return list().stream()
        .filter(mail -> mail.to().equals(mailbox) && mail.asksToConfirm())
        .toList();
  }
}
