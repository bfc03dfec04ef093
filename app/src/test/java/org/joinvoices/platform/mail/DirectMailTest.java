package org.joinvoices.platform.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.joinvoices.platform.mail.OutgoingMail.OnBehalf;
import org.joinvoices.platform.mail.TroubledSmtpServer.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

final class DirectMailTest {

  private static final UUID ID = UUID.randomUUID();
  private static final Instant NOW = Instant.parse("2026-11-29T21:00:00Z");

  private final TroubledSmtpServer server = new TroubledSmtpServer();
  private final DirectMail post = new DirectMail(new SmtpPost(server.settings(), null, () -> NOW));

  @AfterEach
  void stop() {
    post.close();
    server.close();
  }

  @Test
  void saysThatTheServerTookAMail() {
    assertThat(post(mail("Clean water"))).isEqualTo(new Posted.Accepted());
    assertThat(server.kept()).hasSize(1);
  }

  @Test
  void doesNotKnowWhatBecameOfAMailWhoseLineBrokeAfterItsEnd() {
    post(mail("on a line that has served, a second try would not be seen"));
    server.next(Trouble.BREAKS_AFTER_KEEPING, "");
    assertThat(post(mail("Clean water"))).isInstanceOf(Posted.Unclear.class);
    server.next(Trouble.BREAKS_AFTER_LOSING, "");
    assertThat(post(mail("Clean water"))).isInstanceOf(Posted.Unclear.class);

    assertThat(server.kept()).hasSize(2);
  }

  @Test
  void callsAReplyThatMeansNothingUnclear() {
    server.next(Trouble.AT_END, "what?");
    assertThat(post(mail("Clean water"))).isInstanceOf(Posted.Unclear.class);
  }

  @Test
  void knowsThatNobodyHasAMailWhoseLineBrokeWithin() {
    server.next(Trouble.BREAKS_WITHIN, "");
    assertThat(post(longMail())).isInstanceOf(Posted.Away.class);
    assertThat(server.kept()).isEmpty();
  }

  @Test
  void triesOnceMoreWhereALineThatServedIsFoundDead() {
    post(mail("first"));
    server.next(Trouble.BREAKS_BEFORE, "");

    assertThat(post(mail("second"))).isEqualTo(new Posted.Accepted());
    assertThat(server.kept()).hasSize(2);
  }

  @Test
  void tellsARefusalOfThisMailFromOneOfUs() {
    server.next(Trouble.AT_RECIPIENT, "550 5.1.1 no nobody@senate.example");
    assertThat(post(mail("a"))).isEqualTo(new Posted.Refused("smtp 550 5.1.1"));
    server.next(Trouble.AT_END, "554 5.6.0 odd");
    assertThat(post(mail("b"))).isEqualTo(new Posted.Refused("smtp 554 5.6.0"));
    server.next(Trouble.AT_SENDER, "552 5.3.4 too large");
    assertThat(post(mail("c"))).isEqualTo(new Posted.Refused("smtp 552 5.3.4"));
    server.next(Trouble.AT_SENDER, "550 5.7.1 not for you");
    assertThat(post(mail("d"))).isEqualTo(new Posted.Barred("smtp 550 5.7.1"));
    server.next(Trouble.AT_SENDER, "451 4.3.0 later");
    assertThat(post(mail("e"))).isEqualTo(new Posted.Away("smtp 451 4.3.0"));
    server.next(Trouble.AT_END, "421 4.3.2 closing");
    assertThat(post(mail("f"))).isEqualTo(new Posted.SlowDown("smtp 421 4.3.2"));
  }

  @Test
  void isBarredWhereTheLoginIsRefused() {
    server.forgetsUs();
    assertThat(post(mail("Clean water"))).isEqualTo(new Posted.Barred("smtp login"));
  }

  @Test
  void sendsFromOurAddressUnderTheNameOfWhomItIsFor() throws Exception {
    post(mail("Clean water", new OnBehalf("李小龍 via Sample", "李小龍", "lee@example.org")));

    var mail = onlyMail();
    var from = (InternetAddress) mail.getFrom()[0];
    assertThat(from.getAddress()).isEqualTo("letters@house.example");
    assertThat(from.getPersonal()).isEqualTo("李小龍 via Sample");
    var replyTo = (InternetAddress) mail.getReplyTo()[0];
    assertThat(replyTo.getAddress()).isEqualTo("lee@example.org");
    assertThat(replyTo.getPersonal()).isEqualTo("李小龍");
    assertThat(mail.getHeader("Auto-Submitted")).as("a person wrote it").isNull();
    assertThat(mail.getContentType()).startsWith("text/plain");
    assertThat(mail.getMessageID()).isEqualTo("<" + ID + "@house.example>");
  }

  @Test
  void letsNoWordEndAHeaderOrPoseAsAnAddress() throws Exception {
    var whom =
        new OnBehalf(
            "president@whitehouse.example\r\nBcc: all@house.example",
            "x\"<y@z.example>\nX: y\u2028\u202e",
            "lee@example.org");

    assertThat(post(mail("Water\r\nBcc: all@house.example\r\n\r\nbody", whom)))
        .isEqualTo(new Posted.Accepted());

    var mail = onlyMail();
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getHeader("X")).isNull();
    assertThat(mail.getSubject()).isEqualTo("Water Bcc: all@house.example body");
    assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal())
        .isEqualTo("president whitehouse.example Bcc: all house.example");
    assertThat(mail.getReplyTo()).hasSize(1);
  }

  @Test
  void refusesAnAddressThatIsMoreThanOne() {
    for (String address : List.of("a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example")) {
      assertThat(post(mail("Water", new OnBehalf("A via B", "A", address))))
          .isEqualTo(new Posted.Refused("AddressException"));
      assertThat(post(new OutgoingMail(address, "Water", "text", "", "en")))
          .isEqualTo(new Posted.Refused("AddressException"));
    }
    assertThat(server.kept()).isEmpty();
  }

  @Test
  void cutsNamesThatNoProgramShows() throws Exception {
    post(mail("Water", new OnBehalf("é".repeat(500), "😀".repeat(500), "a@b.example")));

    assertThat(((InternetAddress) onlyMail().getFrom()[0]).getPersonal())
        .isEqualTo("é".repeat(79) + "…");
    assertThat(((InternetAddress) onlyMail().getReplyTo()[0]).getPersonal())
        .isEqualTo("😀".repeat(79) + "…");
  }

  @Test
  void sendsFilesAlong() throws Exception {
    var file =
        new MailAttachment(
            "book.pdf", "application/pdf", new ByteArrayResource("%PDF-sample".getBytes(UTF_8)));
    post(
        new OutgoingMail(
            "office@senate.example",
            "Petition",
            "text",
            "",
            "en",
            Optional.of(new OnBehalf("Sample via House", "Sample", "desk@sample.example")),
            List.of(file)));

    var parts = (MimeMultipart) onlyMail().getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("book.pdf");
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
  }

  private Posted post(OutgoingMail mail) {
    return post.post(ID, mail);
  }

  private static OutgoingMail longMail() {
    String text = "water\n".repeat(2_000_000);
    return new OutgoingMail("office@senate.example", "Long", text, "", "en");
  }

  private static OutgoingMail mail(String subject) {
    return mail(subject, new OnBehalf("Ruth Sample via House", "Ruth Sample", "ruth@example.org"));
  }

  private static OutgoingMail mail(String subject, OnBehalf whom) {
    return new OutgoingMail(
        "office@senate.example", subject, "text", "", "en", Optional.of(whom), List.of());
  }

  private MimeMessage onlyMail() throws Exception {
    assertThat(server.kept()).hasSize(1);
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(server.kept().getFirst().getBytes(UTF_8)));
  }
}
