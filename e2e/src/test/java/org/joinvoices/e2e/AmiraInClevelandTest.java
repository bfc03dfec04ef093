package org.joinvoices.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Amira reads Spanish and lives in 44109, which two districts shared in January 2021: OH-09 and
 * OH-11. Ohio's senators then sat in classes 1 and 3.
 */
@ExtendWith(Houses.class)
class AmiraInClevelandTest {

  private final Person amira = Person.amira();
  private final Gateway gateway;
  private final Supporter supporter;

  AmiraInClevelandTest(Demo demo) {
    var visitor = new Visitor(demo);
    this.gateway = new Gateway(visitor);
    this.supporter = new Supporter(visitor, amira);
  }

  @Test
  void signsInSpanishChoosesHerDistrictAndThreeOfficesReadHerOwnWords() {
    var thanks = supporter.signAndSend("/es/actions/" + Demo.SLUG);
    assertThat(thanks.document().select("html").attr("lang")).isEqualTo("es");
    assertThat(thanks.document().select("[value=OH-09], [value=OH-11]")).hasSize(2);
    supporter.chooseDistrict(thanks, "OH-11");

    var receipt = supporter.confirm();
    var messages = gateway.awaitMessagesOf(amira.email(), 3);

    assertThat(messages).extracting(CwcMessage::office).containsExactly("HOH11", "SOH01", "SOH03");
    messages.forEach(this::assertOneConstituentSpeaks);
    assertReceiptShowsThreeAccepted(receipt);
    assertThat(gateway.messagesOf(amira.email())).hasSize(3);
  }

  private void assertOneConstituentSpeaks(CwcMessage message) {
    message.assertValid();
    assertThat(message.text("ConstituentMessage"))
        .isEqualTo("[Written in Spanish]\n\n" + amira.ownWords());
    assertThat(message.text("OrganizationStatement"))
        .isNotEmpty()
        .doesNotContain(amira.ownWords(), amira.family());
    assertThat(List.of(message.text("LastName"), message.text("Address1"), message.text("Zip")))
        .containsExactly(amira.family(), amira.street(), amira.postalCode());
    assertThat(message.text("NewsletterOptIn")).isEqualTo("N");
    assertThat(message.text("AddressValidation")).isEqualTo("N");
  }

  private void assertReceiptShowsThreeAccepted(Page first) {
    var receipt = supporter.awaitReceipt(first, 3, "accepted");
    assertThat(receipt.header("Cache-Control")).contains("no-store");
    assertThat(receipt.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(receipt.body()).doesNotContain(amira.street());
  }
}
