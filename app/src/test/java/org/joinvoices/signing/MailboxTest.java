package org.joinvoices.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailboxTest {

  @ParameterizedTest
  @CsvSource({
    "Ruth.Sample@GMAIL.com, ruthsample@gmail.com",
    "ruth.sample+letters@googlemail.com, ruthsample@gmail.com",
    "+x@gmail.com, +x@gmail.com",
    "Ruth.Sample+x@Mail.example, ruth.sample+x@mail.example"
  })
  void knowsWhichAddressesAreOneMailbox(String typed, String mailbox) {
    assertThat(Mailbox.canonical(new EmailAddress(typed))).isEqualTo(mailbox);
  }

  @Test
  void takesNamesThatDifferInAccentsCaseOrSpacesForOnePerson() {
    assertThat(Mailbox.personKey(new PersonName("Mr.", "José Luis", "Sample")))
        .isEqualTo(Mailbox.personKey(new PersonName("", "JOSE", "LuisSample")));
  }

  @Test
  void tellsNamesOfOtherScriptsApart() {
    assertThat(Mailbox.personKey(new PersonName("", "", "\u674e")))
        .isNotEqualTo(Mailbox.personKey(new PersonName("", "", "\u738b")))
        .isNotEmpty();
  }

  @Test
  void countsTheFirstFiveDigitsOfAZipForTheHousehold() {
    EmailAddress email = new EmailAddress("a@mail.example");

    assertThat(Mailbox.householdKey(email, address("44109-1234")))
        .isEqualTo(Mailbox.householdKey(email, address("44109")))
        .isNotEqualTo(Mailbox.householdKey(email, address("44113")));
  }

  private static PostalAddress address(String zip) {
    return new PostalAddress("", "", "", "OH", zip, "US");
  }
}
