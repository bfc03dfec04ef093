package org.joinvoices.torture;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.joinvoices.torture.FlappingGateway.Taken;
import org.subethamail.smtp.server.SMTPServer;

/** Takes mails whoever they are for, and remembers them; outside of whatever is killed. */
final class MailSink implements AutoCloseable {

  /**
   * One mail as it came; a repeated one is there twice.
   *
   * @param row of the house's queue, from the Message-ID
   * @param path of its first link; empty in what is mailed to organizers
   */
  record Caught(UUID row, String to, String path) {}

  private static final Pattern MESSAGE_ID = Pattern.compile("<([0-9a-f-]{36})@.*>");
  private static final Pattern PATH = Pattern.compile("http://[^/\\s]+(/(?:confirm|r)/[\\w-]+)");

  /** What the letter of this torture names as an office's inbox; its local part is the seat. */
  static final String OFFICES = "@office.example";

  private final int port = Ports.free();
  private final Queue<Taken> atOffices = new ConcurrentLinkedQueue<>();
  private final Queue<Caught> caught = new ConcurrentLinkedQueue<>();
  private Optional<SMTPServer> server = Optional.empty();

  int port() {
    return port;
  }

  synchronized void up() {
    var next =
        SMTPServer.port(port)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .messageHandler((context, from, to, data) -> take(data))
            .build();
    next.start();
    server = Optional.of(next);
  }

  synchronized void down() {
    server.ifPresent(SMTPServer::stop);
    server = Optional.empty();
  }

  List<Caught> list() {
    return List.copyOf(caught);
  }

  /** Messages that reached an office by e-mail. */
  List<Taken> atOffices() {
    return List.copyOf(atOffices);
  }

  /** Where the first mail of a kind to somebody leads. */
  Optional<String> find(String to, String kindOfPath) {
    return caught.stream()
        .filter(mail -> mail.to().equals(to) && mail.path().startsWith(kindOfPath))
        .map(Caught::path)
        .findFirst();
  }

  private void take(byte[] eml) {
    try {
      var message =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(eml));
      var id = MESSAGE_ID.matcher(message.getMessageID());
      String to = address(message.getAllRecipients());
      if (!id.matches()) {
        throw new IllegalStateException("a mail without its number");
      }
      if (to.endsWith(OFFICES)) {
        String email = address(message.getReplyTo());
        atOffices.add(new Taken(id.group(1).replace("-", ""), to, email));
      } else {
        caught.add(new Caught(UUID.fromString(id.group(1)), to, path(message)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException("a mail that is none");
    }
  }

  private static String address(Address[] addresses) {
    return addresses[0] instanceof InternetAddress one ? one.getAddress() : "";
  }

  private static String path(MimeMessage message) throws MessagingException, IOException {
    var path = PATH.matcher(text(message));
    return path.find() ? path.group(1) : "";
  }

  private static String text(Part part) throws MessagingException, IOException {
    if (part.getContent() instanceof Multipart several) {
      var text = new StringBuilder();
      for (int i = 0; i < several.getCount(); i++) {
        BodyPart inner = several.getBodyPart(i);
        text.append(text(inner));
      }
      return text.toString();
    }
    return part.isMimeType("text/plain") ? part.getContent().toString() : "";
  }

  @Override
  public void close() {
    down();
  }
}
