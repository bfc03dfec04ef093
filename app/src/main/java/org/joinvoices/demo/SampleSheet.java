package org.joinvoices.demo;

import java.util.List;
import org.joinvoices.platform.mail.MailPart;
import org.joinvoices.platform.mail.MailSheet;

/** A mail with one of every part, and made-up words. */
final class SampleSheet {

  static final MailSheet SHEET =
      new MailSheet(
          "en",
          "A mail with everything in it",
          "What many programs show beside the subject",
          List.of(
              new MailPart.Says("A paragraph says who asks for what, and why now."),
              new MailPart.About(
                  "The title of a letter, which may be longer than one line has room"),
              new MailPart.Says(
                  "A paragraph may hold an address, such as https://letters.example/actions/sample."),
              new MailPart.Opens(
                  "What happens on the page",
                  "https://letters.example/r/a-long-address-with-a-token-that-needs-more-than-one-line-on-a-phone"),
              new MailPart.Code("A short code to type: AB12-CD34."),
              new MailPart.Items("A list of what there is:", List.of("One thing", "Another thing")),
              new MailPart.Commands(
                  "What to type, for organizers:",
                  List.of(new MailPart.Command("To see where it stands:", "./joinvoices status")))),
          List.of(
              "Sample Organization publishes this letter.",
              "1 Sample Street, Sampletown, DC 20001",
              "What happens with your data: https://letters.example/actions/sample/privacy"));

  private SampleSheet() {}
}
