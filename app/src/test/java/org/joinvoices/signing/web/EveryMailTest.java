package org.joinvoices.signing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.send;
import static org.joinvoices.signing.SampleForms.with;

import java.util.List;
import java.util.stream.Stream;
import org.joinvoices.platform.mail.BothParts;
import org.joinvoices.platform.mail.MailKind;
import org.joinvoices.platform.mail.OutgoingMail;
import org.joinvoices.signing.SignatureKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EveryMailTest {

  private final PublicPages pages = new PublicPages();

  @AfterEach
  void close() {
    pages.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"}) // those of the sample letter
  void saysTheSameAsTextAndAsHtml(String language) {
    var form = with(send(), "language", language);
    SignatureKey asked = pages.house.sign(with(form, "email", "asked@mail.example"));
    SignatureKey counted = pages.house.confirmed(form);
    SignatureKey again = pages.house.sign(form);

    var confirm =
        new ConfirmationMail(pages.house.signatures, pages.house.actions, pages.links, pages.mails);
    var mails =
        Stream.concat(
                Stream.of(composed(confirm, asked), composed(confirm, again)),
                toSigners().stream().map(kind -> composed(kind, counted)))
            .toList();

    assertThat(mails).extracting(OutgoingMail::subject).doesNotHaveDuplicates();
    assertThat(mails)
        .allSatisfy(
            mail -> {
              BothParts.sayTheSame(mail);
              assertThat(mail.html()).contains("<html lang=\"" + language + "\"");
              assertThat(mail.html() + mail.text())
                  .doesNotContain("Sample-Amira", "Testperson", "sample words", "Samplestreet");
            });
  }

  private List<MailKind> toSigners() {
    var signatures = pages.house.signatures;
    var actions = pages.house.actions;
    return List.of(
        SignerMail.receipt(signatures, actions, pages.links, pages.mails),
        SignerMail.newDistrict(signatures, actions, pages.links, pages.mails),
        SignerMail.messageFailed(signatures, actions, pages.links, pages.mails),
        SignerMail.messagesDelivered(signatures, actions, pages.links, pages.mails),
        SignerMail.wordsGoing(signatures, actions, pages.links, pages.mails),
        SignerMail.ownData(signatures, actions, pages.links, pages.mails));
  }

  private static OutgoingMail composed(MailKind kind, SignatureKey key) {
    return kind.compose(key.action().value(), key.signature().value()).orElseThrow();
  }
}
