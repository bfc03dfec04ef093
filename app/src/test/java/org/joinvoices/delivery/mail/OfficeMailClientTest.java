package org.joinvoices.delivery.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.delivery.mail.SampleOfficeMails.CLEVELAND;
import static org.joinvoices.delivery.mail.SampleOfficeMails.RUTH;
import static org.joinvoices.delivery.mail.SampleOfficeMails.STATEMENT;
import static org.joinvoices.delivery.mail.SampleOfficeMails.person;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.joinvoices.action.SampleActions;
import org.joinvoices.delivery.DeliveryResult.Accepted;
import org.joinvoices.platform.mail.DirectMail;
import org.joinvoices.platform.mail.TroubledSmtpServer;
import org.joinvoices.platform.mail.TroubledSmtpServer.Trouble;
import org.joinvoices.signing.Constituent;
import org.joinvoices.signing.EmailAddress;
import org.joinvoices.signing.OfficeMessage;
import org.joinvoices.signing.PersonName;
import org.joinvoices.signing.PostalAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Over a real socket, and what of odd input comes out at the other end. */
final class OfficeMailClientTest extends OfficeMailContract {

  private final TroubledSmtpServer server = new TroubledSmtpServer();
  private final DirectMail post = server.directMail();
  private final OfficeMailClient client = new OfficeMailClient(post);

  @AfterEach
  void stop() {
    post.close();
    server.close();
  }

  @Test
  void comesFromOurDomainAndIsAnsweredToTheConstituent() throws Exception {
    var mail = sent(person(RUTH, CLEVELAND, "216-555-0142"), "My own words.");

    var from = (InternetAddress) mail.getFrom()[0];
    assertThat(from.getAddress()).isEqualTo("letters@house.example");
    assertThat(from.getPersonal()).isEqualTo("Ruth Sample via Sample Organization");
    assertThat(mail.getReplyTo())
        .containsExactly(new InternetAddress("ruth.sample@mail.example", "Ruth Sample"));
    assertThat(mail.getSubject()).isEqualTo("Clean water");
    assertThat(mail.getHeader("Content-Language")).containsExactly("en");
    assertThat(mail.getMessageID())
        .isEqualTo("<01234567-89ab-cdef-0123-456789abcdef@house.example>");
    assertThat(mail.getContent().toString().replace("\r\n", "\n"))
        .isEqualTo(
            """
            Constituent: Ms. Ruth Sample
            Address: 1 Samplestreet, Apt 2, Cleveland, OH 44113
            Phone: 216-555-0142
            E-mail: ruth.sample@mail.example
            Reply: asked for, please to the address above

            My own words.

            The statement of Sample Organization that Ms. Ruth Sample joins:

            Please act, Senator: sample text.

            --\s
            Sent for Ms. Ruth Sample, who confirmed it from the mailbox above, through \
            https://letters.house.example. An answer to this mail goes to them.
            The letter is published by Sample Organization, 1 Sample Street, Sampletown, OH 44113.
            Questions about how it was sent: Sample Office, office@sample.example, 202-555-0142
            Number of this message: 0123456789abcdef0123456789abcdef
            """);
  }

  @Test
  void carriesNamesOfAllScriptsAndForms() throws Exception {
    var names =
        List.of(
            new PersonName("Dr.", "Siobhán", "O'Brien-Núñez y López"),
            new PersonName("", "", "李小龍"),
            new PersonName("", "", "Teller"),
            new PersonName("Mr.", "Ruth 😀", "Sample 💧"),
            new PersonName("", "<b>&amp;", "\"; DROP"));
    for (PersonName name : names) {
      var mail = sent(person(name, CLEVELAND, ""), "");
      String plain = (name.given() + " " + name.family()).strip();
      assertThat(((InternetAddress) mail.getReplyTo()[0]).getPersonal()).isEqualTo(plain);
      assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal())
          .isEqualTo(plain + " via Sample Organization");
      assertThat(mail.getContent().toString())
          .startsWith("Constituent: " + (name.prefix() + " " + plain).strip())
          .doesNotContain("Phone:");
    }
  }

  @Test
  void cutsALongNameInTheHeadersOnly() throws Exception {
    String name = "Ñ".repeat(500);
    var mail = sent(person(new PersonName("", name, name), CLEVELAND, ""), "");

    assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).hasSizeLessThanOrEqualTo(80);
    assertThat(mail.getContent().toString()).startsWith("Constituent: " + name + " " + name);
  }

  @Test
  void carriesAnAddressOfTwoCharactersAndAPhoneFromAbroadAsTheyAre() throws Exception {
    var abroad = new PostalAddress("Ö1", "", "Zürich", "", "8001", "CH");
    var mail = sent(person(RUTH, abroad, "+41 44 555 01 42"), "");

    assertThat(mail.getContent().toString())
        .contains("Address: Ö1, Zürich, 8001, CH\r\n", "Phone: +41 44 555 01 42\r\n");
  }

  @Test
  void carriesOwnWordsOfTenThousandCharactersOnOneLine() throws Exception {
    String words = "water ".repeat(1_700).strip();
    assertThat(sent(person(RUTH, CLEVELAND, ""), words).getContent().toString()).contains(words);
    assertThat(server.kept().getLast().lines().mapToInt(String::length).max().orElse(0))
        .as("RFC 5322, section 2.1.1")
        .isLessThanOrEqualTo(998);
  }

  @Test
  void leavesOutOwnWordsOfSpacesOnly() throws Exception {
    assertThat(sent(person(RUTH, CLEVELAND, ""), " \n \t ").getContent().toString())
        .contains("the address above\r\n\r\nThe statement of");
  }

  @Test
  void letsNoFieldMakeAHeaderOrALineOfTheHead() throws Exception {
    String evil = "x\r\nBcc: all@house.example\r\n\r\nPhone: 000\u2028Phone: 001";
    var person =
        new Constituent(
            new PersonName(evil, evil, evil),
            new EmailAddress("ruth.sample@mail.example"),
            evil,
            new PostalAddress(evil, evil, evil, evil, evil, evil),
            "");
    var text = new OfficeMessage(evil, STATEMENT, Optional.of(evil + "\u0007\u0000."));
    var message =
        SampleOfficeMails.COMPOSER.compose(
            text,
            person,
            false,
            SampleActions.letter(),
            "water@senate.example",
            SampleOfficeMails.CODE);

    assertThat(client.send(message.orElseThrow())).isInstanceOf(Accepted.class);
    var mail = lastMail();
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getSubject()).doesNotContain("\n", "\r");
    String head = mail.getContent().toString().split("\r\n\r\n", 2)[0];
    assertThat(head.lines().map(line -> line.replaceAll(":.*", "")))
        .containsExactly("Constituent", "Address", "Phone", "E-mail", "Reply");
    assertThat(mail.getContent().toString()).doesNotContain("\u0007", "\u0000");
  }

  @Test
  void refusesAnAnswerAddressThatIsNone() {
    var person =
        new Constituent(
            RUTH, new EmailAddress("a@b.example\r\nBcc: c@d.example"), "", CLEVELAND, "");
    var message = SampleOfficeMails.of(person, "");

    assertThat(client.send(message).code()).isEqualTo("AddressException");
    assertThat(server.kept()).isEmpty();
  }

  @Test
  void writesAnOfficesUnicodeDomainInAsciiAndRefusesWhatIsNoAddress() {
    assertThat(to("wasser@bürger.example")).contains("wasser@xn--brger-kva.example");
    assertThat(to(" Water@Senate.Example ")).contains("Water@senate.example");
    for (String none :
        List.of(
            "",
            "water",
            "water@senate",
            "wässer@senate.example",
            "a b@senate.example",
            "a@b.example, c@d.example",
            "a@b.example\r\nBcc: c@d.example",
            "a@b.example>",
            "@senate.example",
            "x".repeat(250) + "@senate.example")) {
      assertThat(to(none)).as(none).isEmpty();
    }
  }

  @Test
  void saysTheSameWhereOnlyTheOfficesAddressWasMended() {
    var message = SampleOfficeMails.of(person(RUTH, CLEVELAND, ""), "words");
    var other = SampleOfficeMails.of(person(RUTH, CLEVELAND, ""), "other words");

    assertThat(message.said()).doesNotContain(message.mail().to());
    assertThat(message.said()).isNotEqualTo(other.said());
    assertThat(message.toString()).doesNotContain("Ruth");
  }

  private static Optional<String> to(String address) {
    return SampleOfficeMails.COMPOSER
        .compose(
            new OfficeMessage("Clean water", STATEMENT, Optional.empty()),
            person(RUTH, CLEVELAND, ""),
            true,
            SampleActions.letter(),
            address,
            SampleOfficeMails.CODE)
        .map(message -> message.mail().to());
  }

  private MimeMessage sent(Constituent person, String ownWords) throws Exception {
    assertThat(client.send(SampleOfficeMails.of(person, ownWords))).isInstanceOf(Accepted.class);
    return lastMail();
  }

  private MimeMessage lastMail() throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(server.kept().getLast().getBytes(UTF_8)));
  }

  @Override
  protected OfficeMailClient client() {
    return client;
  }

  @Override
  protected void next(Trouble trouble, String reply) {
    server.next(trouble, reply);
  }

  @Override
  protected void forgetsUs() {
    server.forgetsUs();
  }

  @Override
  protected int taken() {
    return server.kept().size();
  }
}
