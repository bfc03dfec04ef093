package org.joinvoices.platform.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.platform.crypto.TestKeys;
import org.joinvoices.platform.database.TestDatabase;
import org.joinvoices.platform.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

final class BounceReaderTest {

  private static final UUID MAIL = UUID.fromString("01932f3c-0000-7000-8000-000000000001");
  private static final String ADDRESS = "bounces@house.example";

  private final DataSource database = TestDatabase.fresh();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final ReturnPaths paths = new ReturnPaths(ADDRESS, TestKeys.vault(database));
  private final GreenMail server = new GreenMail(ServerSetup.IMAP.dynamicPort());

  @BeforeEach
  void start() {
    server.start();
    server.setUser(ADDRESS, "bounces", "sample-password");
    jdbc.sql(
            """
            INSERT INTO mail (id, kind, scope, subject_id, queued_at, state, settled_at)
            VALUES (:id, 'confirm', :id, :id, '2021-01-10Z', 'sent', '2026-11-24Z')
            """)
        .param("id", MAIL)
        .update();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void marksAMailThatCameBackAsFailedAndDeletesTheNotification() throws Exception {
    deliver(paths.of(MAIL), report("failed", "5.1.1 (no such user nobody@mail.example)"));

    reader().run();

    assertThat(mail()).isEqualTo("failed, bounce 5.1.1");
    assertThat(left()).isZero();
  }

  @Test
  void notesADelay() throws Exception {
    deliver(paths.of(MAIL), report("delayed", "4.4.1"));

    reader().run();

    assertThat(mail()).isEqualTo("sent, delay 4.4.1");
    assertThat(left()).isZero();
  }

  @Test
  void knowsTheMailWhateverServersDoToTheCaseOfItsAddress() throws Exception {
    deliver(paths.of(MAIL).toUpperCase(Locale.ROOT), report("failed", "5.2.1"));

    reader().run();

    assertThat(mail()).isEqualTo("failed, bounce 5.2.1");
  }

  @Test
  void believesNoNotificationOfAMailItCannotName() throws Exception {
    deliver(ADDRESS, report("failed", "5.1.1"));
    deliver(paths.of(MAIL).replace("@", "0@"), report("failed", "5.1.1"));
    deliver("bounces+" + "z".repeat(38) + "@house.example", report("failed", "5.1.1"));
    deliver(paths.of(MAIL).replace("house.example", "other.example"), report("failed", "5.1.1"));

    reader().run();

    assertThat(mail()).isEqualTo("sent, none");
    assertThat(left()).as("left to a person").isEqualTo(4);
  }

  @Test
  void leavesWhatIsNoNotificationToAPersonAndReadsItOnce() throws Exception {
    deliver(paths.of(MAIL), "Subject: I am away\n\nUntil Monday.\n");

    reader().run();
    reader().run();

    assertThat(mail()).isEqualTo("sent, none");
    assertThat(left()).isEqualTo(1);
  }

  @Test
  void keepsAnArrivedMailAsSent() throws Exception {
    deliver(paths.of(MAIL), report("delivered", "2.0.0"));

    reader().run();

    assertThat(mail()).isEqualTo("sent, none");
  }

  @Test
  void waitsForTheNextRunWhileTheMailboxIsAway() {
    var reader = reader();
    server.stop();

    reader.run();

    assertThat(mail()).isEqualTo("sent, none");
  }

  private BounceReader reader() {
    var settings =
        new Settings.Bounces(
            ADDRESS,
            URI.create("imap://127.0.0.1:" + server.getImap().getPort()),
            "bounces",
            "sample-password");
    return new BounceReader(List.of(new MailStore(database, () -> Instant.EPOCH)), paths, settings);
  }

  /** As a receiving server writes it (RFC 3464). */
  private static String report(String action, String status) {
    return """
        From: Mail Delivery System <mailer-daemon@mail.example>
        To: %%s
        Subject: Delivery Status Notification
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="part"

        --part
        Content-Type: text/plain; charset=us-ascii

        What people read.

        --part
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example

        Final-Recipient: rfc822; nobody@mail.example
        Action: %s
        Status: %s
        Diagnostic-Code: smtp; 550 no such user nobody@mail.example

        --part
        Content-Type: text/rfc822-headers

        From: letters@house.example
        To: nobody@mail.example

        --part--
        """
        .formatted(action, status);
  }

  private void deliver(String to, String message) throws Exception {
    String text = message.formatted(to);
    var parsed =
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(UTF_8)));
    if (parsed.getHeader("To") == null) {
      parsed.setHeader("To", to);
    }
    server.getUserManager().getUser("bounces").deliver(parsed);
  }

  private int left() throws Exception {
    var user = server.getUserManager().getUser("bounces");
    return server.getManagers().getImapHostManager().getInbox(user).getMessageCount();
  }

  private String mail() {
    return jdbc.sql("SELECT state || ', ' || coalesce(problem, 'none') FROM mail")
        .query(String.class)
        .single();
  }
}
