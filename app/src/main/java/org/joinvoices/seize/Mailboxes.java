package org.joinvoices.seize;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** The mailboxes of all signers, of which only links are remembered; they are not seized. */
final class Mailboxes implements BiConsumer<String, byte[]> {

  private static final Pattern LINK = Pattern.compile("/(confirm|r|data)/[A-Za-z0-9_-]{20,}");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Map<String, String> links = new ConcurrentHashMap<>();

  @Override
  public void accept(String mailbox, byte[] mail) {
    try {
      String text = text(new MimeMessage(null, new ByteArrayInputStream(mail)));
      LINK.matcher(text)
          .results()
          .forEach(link -> links.put(mailbox + " " + link.group(1), link.group()));
    } catch (MessagingException e) {
      throw new IllegalStateException("a mail that cannot be read");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All parts, one after the other. */
  private static String text(Part part) throws MessagingException, IOException {
    if (!(part.getContent() instanceof Multipart parts)) {
      return part.isMimeType("text/plain") ? part.getContent().toString() : "";
    }
    var all = new StringBuilder();
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart one = parts.getBodyPart(i);
      all.append(text(one));
    }
    return all.toString();
  }

  /**
   * The path of a link, once it has come.
   *
   * @param what {@code confirm}, {@code r} or {@code data}
   */
  String await(Person person, String what) throws IOException {
    String key = person.email() + " " + what;
    SampleHouse.await("a mail does not come", PATIENCE, () -> links.containsKey(key));
    return links.getOrDefault(key, "");
  }
}
