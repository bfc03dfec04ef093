package org.joinvoices.delivery.mail;

import java.net.URI;
import java.util.Optional;
import org.joinvoices.action.SampleActions;
import org.joinvoices.signing.Constituent;
import org.joinvoices.signing.EmailAddress;
import org.joinvoices.signing.OfficeMessage;
import org.joinvoices.signing.PersonName;
import org.joinvoices.signing.PostalAddress;

/** Mails to offices for tests; all in them is made up. */
final class SampleOfficeMails {

  static final OfficeMail COMPOSER = new OfficeMail(URI.create("https://letters.house.example"));
  static final String CODE = "0123456789abcdef0123456789abcdef";
  static final PersonName RUTH = new PersonName("Ms.", "Ruth", "Sample");
  static final PostalAddress CLEVELAND =
      new PostalAddress("1 Samplestreet", "Apt 2", "Cleveland", "OH", "44113", "US");
  static final String STATEMENT = "Please act, Senator: sample text.";

  private SampleOfficeMails() {}

  static OfficeMailMessage withCode(String code) {
    return compose(person(RUTH, CLEVELAND, "216-555-0142"), "My own words.", code);
  }

  /** Larger than what lies between two sockets, so that it is seen where its line breaks. */
  static OfficeMailMessage large() {
    return of(person(RUTH, CLEVELAND, ""), "water\n".repeat(2_000_000));
  }

  static OfficeMailMessage of(Constituent person, String ownWords) {
    return compose(person, ownWords, CODE);
  }

  static Constituent person(PersonName name, PostalAddress address, String phone) {
    return new Constituent(name, new EmailAddress("ruth.sample@mail.example"), phone, address, "");
  }

  private static OfficeMailMessage compose(Constituent person, String ownWords, String code) {
    var text =
        new OfficeMessage(
            "Clean water", STATEMENT, Optional.of(ownWords).filter(own -> !own.isEmpty()));
    return COMPOSER
        .compose(text, person, true, SampleActions.letter(), "water@senate.example", code)
        .orElseThrow();
  }
}
