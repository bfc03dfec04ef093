package org.joinvoices.e2e;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** The demo's catch-all mailbox, read as its JSON. */
final class Mailbox {

  /** One mail; {@code links} in their order of appearance. */
  record Mail(String to, String subject, String text, String html, List<String> links) {

    URI firstLink() {
      return URI.create(links.getFirst());
    }
  }

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Visitor visitor;

  Mailbox(Visitor visitor) {
    this.visitor = visitor;
  }

  /** All mails, newest first. */
  List<Mail> list() {
    return Json.read(
        visitor.get("/demo/mail.json").expect(200).body(), new TypeReference<List<Mail>>() {});
  }

  List<Mail> listTo(String mailbox) {
    return list().stream().filter(mail -> mail.to().contains(mailbox)).toList();
  }

  /** Waits for a first mail to the mailbox; the newest if there are several. */
  Mail awaitTo(String mailbox) {
    return await()
        .alias("a mail to " + mailbox)
        .atMost(PATIENCE)
        .until(() -> listTo(mailbox), mails -> !mails.isEmpty())
        .getFirst();
  }
}
