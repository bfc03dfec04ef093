package org.joinvoices.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

final class MailboxTest {

  private final Path folder;
  private final int port = freePort();
  private final MailboxServer server;
  private final MailboxStore store;

  MailboxTest(@TempDir Path folder) throws IOException {
    this.folder = folder.resolve("mail");
    this.store = new MailboxStore(this.folder, InstantSource.system());
    this.server = new MailboxServer(port, store);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void showsMailsNewestFirstWithTheirLinksInOrder() throws Exception {
    send(
        "amira@example.org",
        "¡Uno!",
        "Vea <http://localhost/confirm/a-b_c>, o http://localhost/x.");
    send("sam@example.org", "Two", "nothing to click");

    assertThat(store.list())
        .extracting(CaughtMail::to)
        .containsExactly("sam@example.org", "amira@example.org");
    var first = store.list().getLast();
    assertThat(first.subject()).isEqualTo("¡Uno!");
    assertThat(first.text()).startsWith("Vea");
    assertThat(first.html()).isEqualTo("<p>html</p>");
    assertThat(first.links())
        .containsExactly("http://localhost/confirm/a-b_c", "http://localhost/x");
  }

  @Test
  void keepsThemOverARestart() throws Exception {
    send("amira@example.org", "One", "text");
    send("amira@example.org", "Two", "text");

    var restarted = new MailboxStore(folder, InstantSource.system());

    assertThat(restarted.list()).isEqualTo(store.list()).hasSize(2);
  }

  @Test
  void opensItsFolderToNobodyElse() throws Exception {
    assertThat(Files.getPosixFilePermissions(folder))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void printsNobody() throws Exception {
    send("amira@example.org", "One", "text");

    assertThat(store.list().toString()).doesNotContain("amira");
  }

  private void send(String to, String subject, String text) throws Exception {
    var smtp = new JavaMailSenderImpl();
    smtp.setHost("127.0.0.1");
    smtp.setPort(port);
    var message = smtp.createMimeMessage();
    var helper = new MimeMessageHelper(message, true, "UTF-8");
    helper.setFrom("letters@house.example");
    helper.setTo(to);
    helper.setSubject(subject);
    helper.setText(text, "<p>html</p>");
    smtp.send(message);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
