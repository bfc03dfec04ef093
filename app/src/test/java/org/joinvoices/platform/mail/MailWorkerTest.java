package org.joinvoices.platform.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.exceptions.FailException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.joinvoices.platform.database.TestDatabase;
import org.joinvoices.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

final class MailWorkerTest {

  private static final Instant CIVIC = Instant.parse("2021-01-10T17:00:00Z");
  private static final UUID SUBJECT = UUID.randomUUID();
  private static final int NOBODY_LISTENS = 1;

  private final DataSource database = TestDatabase.fresh();
  private final ConcurrentLinkedQueue<byte[]> received = new ConcurrentLinkedQueue<>();
  private final SMTPServer server =
      SMTPServer.port(0)
          .bindAddress(InetAddress.getLoopbackAddress())
          .messageHandler((context, from, to, data) -> take(to, data))
          .build();

  private Instant machine = Instant.parse("2026-11-24T05:00:00Z");
  private String to = "amira@example.org";
  private Settings.@Nullable Dkim dkim;

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void sendsOneMailWithBothPartsAndAllHeaders() throws Exception {
    queue("confirm");

    worker(server.getPortAllocated()).run();

    assertThat(state()).isEqualTo("sent");
    var mail = onlyMail();
    assertThat(mail.getSubject()).isEqualTo("¡Confirme!");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("Content-Language")).containsExactly("es");
    assertThat(mail.getMessageID()).isEqualTo("<" + id() + "@house.example>");
    assertThat(mail.getSentDate()).isEqualTo(machine);
    assertThat(mail.getContent()).isInstanceOf(MimeMultipart.class);
  }

  @Test
  void sendsNothingTwice() throws Exception {
    queue("confirm");
    var worker = worker(server.getPortAllocated());

    worker.run();
    machine = machine.plus(Duration.ofDays(1));
    worker.run();

    assertThat(received).hasSize(1);
  }

  @Test
  void dropsWhatIsNoLongerDue() throws Exception {
    queue("outdated");

    worker(server.getPortAllocated()).run();

    assertThat(state()).isEqualTo("dropped");
    assertThat(received).isEmpty();
  }

  @Test
  void waitsAndTriesAgainWhileTheServerIsAway() throws Exception {
    queue("confirm");
    worker(NOBODY_LISTENS).run();
    assertThat(state()).isEqualTo("queued");

    worker(server.getPortAllocated()).run();
    assertThat(received).isEmpty();

    machine = machine.plus(Duration.ofSeconds(5));
    worker(server.getPortAllocated()).run();
    assertThat(state()).isEqualTo("sent");
  }

  @Test
  void givesUpOnAMailboxThatDoesNotExistAndKeepsNoAddress() throws Exception {
    to = "nobody@example.org";
    queue("confirm");

    worker(server.getPortAllocated()).run();

    assertThat(state()).isEqualTo("failed");
    assertThat(column("problem")).isEqualTo("smtp 550");
  }

  @Test
  void triesAgainAMailThatCouldNotBeComposed() throws Exception {
    queue("broken");

    worker(server.getPortAllocated()).run();

    assertThat(state()).isEqualTo("queued");
    assertThat(column("problem")).isEqualTo("IllegalStateException");
  }

  @Test
  void takesOverFromAWorkerThatDied() throws Exception {
    queue("confirm");
    new MailStore(database, () -> machine).claim(1);

    worker(server.getPortAllocated()).run();
    assertThat(received).isEmpty();

    machine = machine.plus(Duration.ofMinutes(2));
    worker(server.getPortAllocated()).run();
    assertThat(state()).isEqualTo("sent");
  }

  @Test
  void losesNoMailOverAWeekendWithoutAServer() throws Exception {
    queue("confirm");
    for (int hour = 0; hour < 3 * 24; hour++) {
      worker(NOBODY_LISTENS).run();
      machine = machine.plus(Duration.ofHours(1));
    }
    assertThat(state()).isEqualTo("queued");

    machine = machine.plus(Duration.ofHours(12));
    worker(server.getPortAllocated()).run();
    assertThat(state()).isEqualTo("sent");
  }

  @Test
  void givesUpInTheEnd() throws Exception {
    queue("confirm");
    for (int halfDay = 0; halfDay < 2 * 14; halfDay++) {
      worker(NOBODY_LISTENS).run();
      machine = machine.plus(Duration.ofHours(12));
    }

    assertThat(state()).isEqualTo("failed");
  }

  @Test
  void keepsMailsWhileTheServerRefusesUsAsTheSender() {
    var refusal =
        new MessagingException(
            "sender", new SMTPSenderFailedException(new InternetAddress(), "MAIL FROM", 550, "no"));

    assertThat(SmtpReplies.sort(refusal)).isInstanceOf(Posted.Unavailable.class);
  }

  @Test
  void signsForTheDomainOfTheSenderSoThatAnyReceiverCanTell(@TempDir Path folder) throws Exception {
    KeyPair keys = rsa();
    dkim = new Settings.Dkim("sample", pem(folder, keys));
    queue("confirm");

    worker(server.getPortAllocated()).run();

    byte[] mail = received.remove();
    var receiver = receiver(keys);
    assertThat(receiver.verify(new ByteArrayInputStream(mail)))
        .singleElement()
        .satisfies(
            signature -> {
              assertThat(signature.getDToken()).hasToString("house.example");
              assertThat(signature.getHeaders())
                  .extracting(CharSequence::toString)
                  .contains("From", "Subject", "Message-ID", "List-Unsubscribe");
            });
    assertThatThrownBy(() -> receiver.verify(new ByteArrayInputStream(altered(mail))))
        .isInstanceOf(FailException.class);
  }

  private static KeyPair rsa() throws NoSuchAlgorithmException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static Path pem(Path folder, KeyPair keys) throws IOException {
    String key = Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded());
    return Files.writeString(
        folder.resolve("dkim.pem"),
        "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n");
  }

  /** Finds the public key where the domain would publish it. */
  private static DKIMVerifier receiver(KeyPair keys) {
    String published = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    return new DKIMVerifier(
        (methods, selector, domain) ->
            (selector + "._domainkey." + domain).equals("sample._domainkey.house.example")
                ? List.of("v=DKIM1; k=rsa; p=" + published)
                : List.of());
  }

  private static byte[] altered(byte[] mail) {
    return new String(mail, UTF_8)
        .replaceFirst("(?m)^Subject: ", "Subject: forged ")
        .getBytes(UTF_8);
  }

  private MailWorker worker(int port) {
    var settings =
        new Settings.Mail(
            "127.0.0.1", port, "House <letters@house.example>", null, null, false, dkim);
    return new MailWorker(
        new MailStore(database, () -> machine),
        new SmtpPost(settings, () -> machine),
        List.of(
            new Kind("confirm", () -> Optional.of(letter())),
            new Kind("outdated", Optional::empty),
            new Kind(
                "broken",
                () -> {
                  throw new IllegalStateException("quotes " + to);
                })));
  }

  private OutgoingMail letter() {
    return new OutgoingMail(to, "¡Confirme!", "texto", "<p>texto</p>", "es");
  }

  private void take(String recipient, byte[] data) throws RejectException {
    if (recipient.startsWith("nobody")) {
      throw new RejectException(550, "no such user " + recipient);
    }
    received.add(data);
  }

  private MimeMessage onlyMail() throws Exception {
    assertThat(received).hasSize(1);
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(received.element()));
  }

  private void queue(String kind) throws SQLException {
    try (var connection = database.getConnection()) {
      MailQueue.enqueue(
          connection, List.of(new MailQueue.Item(kind, UUID.randomUUID(), SUBJECT)), CIVIC);
    }
  }

  private String state() {
    return column("state");
  }

  private String id() {
    return column("id");
  }

  private String column(String name) {
    return JdbcClient.create(database)
        .sql("SELECT " + name + "::text FROM mail")
        .query(String.class)
        .single();
  }

  private record Kind(String name, Supplier<Optional<OutgoingMail>> composed) implements MailKind {
    @Override
    public Optional<OutgoingMail> compose(UUID scope, UUID id) {
      return composed.get();
    }
  }
}
