package org.joinvoices.delivery.book;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.action.Addressee;
import org.joinvoices.action.LetterText;
import org.joinvoices.action.Organization;
import org.joinvoices.delivery.BookPart;
import org.joinvoices.platform.mail.MailAttachment;
import org.joinvoices.platform.mail.MailPart;
import org.joinvoices.platform.mail.MailSheet;
import org.joinvoices.platform.mail.OutgoingMail;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.Words;
import org.springframework.core.io.FileSystemResource;

/**
 * The mail that brings a petition book to an addressee: from the house's own address, answers to
 * the organization, in the letter's default language where the interface speaks it.
 */
public final class BookMail {

  private static final Texts TEXTS = Texts.beside(BookMail.class);

  private BookMail() {}

  /**
   * @param addressee has an e-mail address
   * @param manifest what the book counts
   * @param files the book, in their order
   */
  public static OutgoingMail compose(
      Action action, Addressee addressee, BookPart part, Manifest manifest, List<Path> files) {
    LetterText text = action.letter().in(action.defaultLanguage());
    Words words = TEXTS.in(text.language());
    Organization organization = action.organization();
    var sheet =
        new MailSheet(
            words.language(),
            words.get("book_mail.subject." + part.word(), text.subject()),
            words.get("book_mail.attached"),
            parts(action, addressee, part, manifest, words),
            footer(organization, words));
    return new OutgoingMail(
        addressee.email().orElseThrow(),
        sheet.subject(),
        sheet.text(),
        sheet.html(),
        words.language(),
        Optional.of(
            new OutgoingMail.OnBehalf(
                words.get("book_mail.via", organization.name()),
                organization.name(),
                organization.email())),
        files.stream().map(BookMail::attachment).toList());
  }

  private static List<MailPart> parts(
      Action action, Addressee addressee, BookPart part, Manifest manifest, Words words) {
    var formats = words.formats();
    var asOf = manifest.asOf().atZone(action.deadline().getZone());
    String salutation =
        addressee.salutation().orElseGet(() -> words.get("book_mail.salutation", addressee.name()));
    return List.of(
        new MailPart.Says(salutation),
        new MailPart.Says(
            words.get(
                "book_mail.lead." + part.word(),
                String.join(", ", action.authors()),
                formats.number(manifest.signatures()),
                formats.moment(asOf))),
        new MailPart.Says(words.get("book_mail.attached")),
        new MailPart.Says(words.get("book_mail.answer", formats.date(action.responseDue()))));
  }

  private static List<String> footer(Organization organization, Words words) {
    List<String> lines = new ArrayList<>();
    lines.add(words.get("book_mail.footer", organization.name()));
    lines.addAll(organization.postalAddress());
    lines.add(organization.contactName());
    lines.add(organization.email() + ", " + organization.phone());
    return lines;
  }

  private static MailAttachment attachment(Path file) {
    return new MailAttachment(
        file.getFileName().toString(), "application/pdf", new FileSystemResource(file));
  }
}
