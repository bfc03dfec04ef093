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
    ".@gmail.com, .@gmail.com",
    "Ruth.Sample+x@hotmail.com, ruth.sample@hotmail.com",
    "ruth+x@me.com, ruth+x@icloud.com",
    "sample-letters@yahoo.com, sample@yahoo.com",
    "Ruth.Sample+x@Mail.example, ruth.sample+x@mail.example"
  })
  void knowsWhichAddressesAreOneMailbox(String typed, String mailbox) {
    assertThat(MailboxRules.shipped().canonical(new EmailAddress(typed))).isEqualTo(mailbox);
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
    String mailbox = "a@mail.example";

    assertThat(Mailbox.householdKey(mailbox, address("44109-1234")))
        .isEqualTo(Mailbox.householdKey(mailbox, address("44109")))
        .isNotEqualTo(Mailbox.householdKey(mailbox, address("44113")));
  }

  private static PostalAddress address(String zip) {
    return new PostalAddress("", "", "", "OH", zip, "US");
  }
}
