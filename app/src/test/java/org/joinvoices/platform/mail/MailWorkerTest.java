package org.joinvoices.platform.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.exceptions.FailException;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.crypto.TestKeys;
import org.joinvoices.platform.database.TestDatabase;
import org.joinvoices.platform.settings.Settings;
import org.joinvoices.platform.switches.Switch;
import org.joinvoices.platform.switches.Switchboard;
import org.joinvoices.platform.switches.Switches;
import org.joinvoices.platform.switches.Switching;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

final class MailWorkerTest {

  private static final Instant CIVIC = Instant.parse("2021-01-10T17:00:00Z");
  private static final UUID SUBJECT = UUID.randomUUID();
  private static final int NOBODY_LISTENS = 1;

  private final DataSource database = TestDatabase.fresh();
  private final ConcurrentLinkedQueue<byte[]> received = new ConcurrentLinkedQueue<>();
  private final AtomicInteger opened = new AtomicInteger();
  private final Queue<String> senders = new ConcurrentLinkedQueue<>();
  private final Set<Object> connections = ConcurrentHashMap.newKeySet();
  private final SMTPServer server =
      SMTPServer.port(0)
          .bindAddress(InetAddress.getLoopbackAddress())
          .messageHandlerFactory(Receiver::new)
          .build();

  private Instant machine = Instant.parse("2026-11-24T05:00:00Z");
  private Duration setBack = Duration.ZERO;
  private String to = "amira@example.org";
  private Settings.@Nullable Dkim dkim;
  private @Nullable ReturnPaths returnPaths;
  private String refusedSender = "nobody";
  private String busy = "@busy.example";
  private boolean databaseAway;
  private int perSecond = 100;
  private int perSecondPerProvider = 100;

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
  void keepsMailsBackWhileTheyArePausedButForTheLinkThatEndsThePause() throws SQLException {
    var switching = new Switching(database, () -> machine);
    switching.pause(new Actor.CommandLine(), Switch.MAILS, Optional.empty());
    queue("confirm", 3);
    queue("desk.sign_in");
    var worker = worker(server.getPortAllocated());

    worker.run();
    assertThat(received).hasSize(1);
    assertThat(MailBacklog.read(database).waiting()).isEqualTo(3);

    switching.resume(new Actor.CommandLine(), Switch.MAILS);
    worker.run();
    assertThat(received).hasSize(4);
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
  void sendsWhatARestoreStoppedOnlyOnceItIsResumed() throws Exception {
    queue("confirm", 2);
    try (var connection = database.getConnection()) {
      StoppedMails.stopAll(connection);
    }
    queue("confirm");
    var worker = worker(server.getPortAllocated());

    worker.run();
    machine = machine.plus(Duration.ofDays(30));
    worker.run();

    assertThat(received).hasSize(1);
    var stopped = new StoppedMails(database);
    assertThat(stopped.count()).isEqualTo(2);
    assertThat(MailBacklog.read(database).waiting()).isZero();
    assertThat(
            new MailNews(
                    database, new Switchboard(new Switches(database, () -> machine)), () -> machine)
                .delay())
        .isEqualTo(new MailDelay.None());

    assertThat(stopped.resume()).isEqualTo(2);
    worker.run();

    assertThat(received).hasSize(3);
    assertThat(stopped.resume()).isZero();
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
    assertThat(column("problem")).isEqualTo("smtp 550 5.1.1");
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
    new MailStore(database, () -> machine).claim(1, 1);

    worker(server.getPortAllocated()).run();
    assertThat(received).isEmpty();

    machine = machine.plus(Duration.ofMinutes(2));
    worker(server.getPortAllocated()).run();
    assertThat(state()).isEqualTo("sent");
  }

  @Test
  void countsNothingAgainstAMailWhileOurServerIsAway() throws Exception {
    queue("confirm");
    for (int day = 0; day < 20; day++) {
      worker(NOBODY_LISTENS).run();
      machine = machine.plus(Duration.ofDays(1));
    }
    assertThat(column("attempts")).isEqualTo("0");

    worker(server.getPortAllocated()).run();
    assertThat(state()).isEqualTo("sent");
  }

  @Test
  void countsNothingAgainstAMailWhileOurDatabaseIsAway() throws Exception {
    queue("confirm");
    databaseAway = true;
    worker(server.getPortAllocated()).run();
    assertThat(state()).isEqualTo("queued");
    assertThat(column("attempts")).isEqualTo("0");

    databaseAway = false;
    machine = machine.plus(Duration.ofSeconds(5));
    worker(server.getPortAllocated()).run();
    assertThat(state()).isEqualTo("sent");
  }

  @Test
  void countsNothingAgainstAMailWhenTheWorkerThatHeldItDied() throws Exception {
    queue("confirm");
    var store = new MailStore(database, () -> machine);
    for (int death = 0; death < 20; death++) {
      assertThat(store.claim(1, 1)).hasSize(1);
      machine = machine.plus(Duration.ofMinutes(2));
    }
    assertThat(column("attempts")).isEqualTo("0");
  }

  @Test
  void waitsForAFullMailboxAndGivesUpInTheEnd() throws Exception {
    to = "full@example.org";
    queue("confirm");
    var worker = worker(server.getPortAllocated());
    worker.run();
    assertThat(state()).isEqualTo("queued");
    assertThat(column("problem")).isEqualTo("smtp 552 5.2.2");

    for (int halfDay = 0; halfDay < 2 * 14; halfDay++) {
      machine = machine.plus(Duration.ofHours(12));
      worker.run();
    }
    assertThat(state()).isEqualTo("failed");
  }

  @Test
  void keepsMailsWhileTheServerRefusesUsAsTheSender() throws Exception {
    refusedSender = "letters@house.example";
    queue("confirm");

    worker(server.getPortAllocated()).run();

    assertThat(state()).isEqualTo("queued");
    assertThat(column("attempts")).isEqualTo("0");
  }

  @Test
  void sendsEachMailUnderASenderThatTellsItWhenItComesBack(@TempDir Path folder) throws Exception {
    dkim = new Settings.Dkim("sample", pem(folder, rsa()));
    returnPaths = new ReturnPaths("bounces@house.example", TestKeys.vault(database));
    queue("confirm");

    worker(server.getPortAllocated()).run();

    String sender = senders.element();
    assertThat(sender.substring(0, sender.indexOf('@'))).hasSizeLessThanOrEqualTo(64);
    assertThat(returnPaths.read(new InternetAddress(sender))).contains(UUID.fromString(id()));
    assertThat(onlyMail().getMessageID()).isEqualTo("<" + id() + "@house.example>");
  }

  @Test
  void sendsManyMailsOverFewConnections() throws Exception {
    queue("confirm", 100);

    worker(server.getPortAllocated()).run();

    assertThat(received).hasSize(100);
    assertThat(connections).hasSizeLessThanOrEqualTo(8);
  }

  @Test
  void sendsNoMoreInASecondThanIsSet() throws Exception {
    perSecond = 10;
    queue("confirm", 25);
    var worker = worker(server.getPortAllocated());

    worker.run();
    assertThat(received).hasSize(10);
    machine = machine.plus(Duration.ofMillis(500));
    worker.run();
    assertThat(received).hasSize(15);
    machine = machine.plus(Duration.ofMinutes(1));
    worker.run();
    assertThat(received).as("what nobody took in that minute is not made up for").hasSize(25);
  }

  @Test
  void goesOnAtItsPaceWhenTheClockIsPutBack() throws Exception {
    perSecond = 1;
    queue("confirm", 2);
    var worker = worker(server.getPortAllocated());
    worker.run();
    assertThat(received).hasSize(1);

    machine = machine.minus(Duration.ofHours(3));
    setBack = Duration.ofHours(3);
    worker.run();
    assertThat(received).as("not before its second").hasSize(1);
    machine = machine.plus(Duration.ofSeconds(1));
    worker.run();

    assertThat(received).hasSize(2);
  }

  @Test
  void holdsBackWhatOneProviderWouldGetTooFastAndNoOtherWaitsForIt() throws Exception {
    perSecondPerProvider = 2;
    to = "amira@gmail.com";
    queue("confirm", 6);
    var worker = worker(server.getPortAllocated());

    worker.run();
    assertThat(received).hasSize(2);
    assertThat(column("max(attempts)")).as("to wait is no attempt").isEqualTo("0");
    to = "amira@example.org";
    queue("confirm");
    worker.run();
    assertThat(received).hasSize(3);

    to = "amira@googlemail.com";
    for (int expected = 4; expected <= 7; expected++) {
      machine = machine.plus(Duration.ofMillis(500));
      worker.run();
      assertThat(received).hasSize(expected);
    }
  }

  @Test
  void opensNoMoreMailsInASecondThanItMaySend() throws Exception {
    perSecond = 10;
    perSecondPerProvider = 1;
    queue("confirm", 50);
    var worker = worker(server.getPortAllocated());

    worker.run();
    assertThat(opened).hasValue(10);
    machine = machine.plus(Duration.ofSeconds(1));
    worker.run();
    assertThat(opened).as("ten never opened before, and the one whose turn it is").hasValue(21);
    assertThat(received).hasSize(2);
  }

  @Test
  void sendsNothingToAProviderThatAskedForLessUntilItsPauseIsOver() throws Exception {
    busy = "@gmail.com";
    to = "amira@gmail.com";
    queue("confirm");
    var worker = worker(server.getPortAllocated());
    worker.run();
    assertThat(column("problem")).isEqualTo("smtp 451 4.7.1");

    busy = "nobody";
    machine = machine.plus(Duration.ofSeconds(9));
    worker.run();
    assertThat(received).isEmpty();
    machine = machine.plus(Duration.ofSeconds(1));
    worker.run();
    assertThat(received).hasSize(1);
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

  /** Goes on when somebody sets the machine's clock. */
  private Instant steady() {
    return machine.plus(setBack);
  }

  private MailWorker worker(int port) {
    var settings =
        new Settings.Mail(
            "127.0.0.1",
            port,
            "House <letters@house.example>",
            null,
            null,
            false,
            dkim,
            perSecond,
            perSecondPerProvider,
            null);
    var store = new MailStore(database, () -> machine);
    var pace = new Pace(settings.perSecond());
    var dispatch =
        new MailDispatch(
            store, kinds(), pace, settings.perSecondPerProvider(), () -> machine, this::steady);
    var post = new SmtpPost(settings, returnPaths, () -> machine);
    var looks = new Pace(settings.perSecond());
    return new MailWorker(store, post, dispatch, pace, looks, () -> machine, this::steady);
  }

  private List<MailKind> kinds() {
    return List.of(
        new Kind(
            "confirm",
            () -> {
              opened.incrementAndGet();
              if (databaseAway) {
                throw new CannotGetJdbcConnectionException("away");
              }
              return Optional.of(letter());
            }),
        new Kind("desk.sign_in", () -> Optional.of(letter())),
        new Kind("outdated", Optional::empty),
        new Kind(
            "broken",
            () -> {
              throw new IllegalStateException("quotes " + to);
            }));
  }

  private OutgoingMail letter() {
    return new OutgoingMail(to, "¡Confirme!", "texto", "<p>texto</p>", "es");
  }

  /** Takes or refuses, as real servers do, before the mail itself is sent. */
  private final class Receiver implements MessageHandler {

    Receiver(MessageContext context) {
      connections.add(context.getRemoteAddress());
    }

    @Override
    public void from(String sender) throws RejectException {
      senders.add(sender);
      if (sender.equals(refusedSender)) {
        throw new RejectException(550, "5.7.1 not for you");
      }
    }

    @Override
    public void recipient(String recipient) throws RejectException {
      if (recipient.startsWith("nobody")) {
        throw new RejectException(550, "5.1.1 no such user " + recipient);
      }
      if (recipient.startsWith("full")) {
        throw new RejectException(552, "5.2.2 mailbox full " + recipient);
      }
      if (recipient.endsWith(busy)) {
        throw new RejectException(451, "4.7.1 slow down " + recipient);
      }
    }

    @Override
    public String data(InputStream data) throws IOException {
      received.add(data.readAllBytes());
      return "taken";
    }

    @Override
    public void done() {}
  }

  private MimeMessage onlyMail() throws Exception {
    assertThat(received).hasSize(1);
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(received.element()));
  }

  private void queue(String kind) throws SQLException {
    queue(kind, 1);
  }

  private void queue(String kind, int times) throws SQLException {
    try (var connection = database.getConnection()) {
      MailQueue.enqueue(
          connection,
          Collections.nCopies(times, new MailQueue.Item(kind, UUID.randomUUID(), SUBJECT)),
          CIVIC);
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

    @Override
    public boolean goesWhilePaused() {
      return name.equals("desk.sign_in");
    }
  }
}
