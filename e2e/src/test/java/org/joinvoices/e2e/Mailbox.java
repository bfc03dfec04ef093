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

    boolean leadsTo(String path) {
      return !links.isEmpty() && firstLink().getPath().startsWith(path);
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
    return awaitTo(mailbox, "/confirm/");
  }

  /** Waits for a mail whose first link leads to a page below {@code path}; the newest. */
  Mail awaitTo(String mailbox, String path) {
    return await()
        .alias("a mail that leads to " + path)
        .atMost(Visitor.PATIENCE)
        .until(() -> list(mailbox, path), mails -> !mails.isEmpty())
        .getFirst();
  }

  private List<Mail> list(String mailbox, String path) {
    return list().stream().filter(mail -> mail.to().equals(mailbox) && mail.leadsTo(path)).toList();
  }
}
