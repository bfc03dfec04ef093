package org.joinvoices.delivery.mail;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.joinvoices.action.Action;
import org.joinvoices.action.Organization;
import org.joinvoices.platform.mail.OutgoingMail;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Constituent;
import org.joinvoices.signing.OfficeMessage;
import org.joinvoices.signing.PersonName;
import org.joinvoices.signing.PostalAddress;

/**
 * Composes e-mails to offices. The sender is our own address, which receivers can check (SPF, DKIM
 * and DMARC); the name beside it says "via", because the address is not the constituent's; answers
 * go to the constituent. Plain text, no picture, no link that counts: an office files, sorts and
 * counts text, and a designed page would say that a campaign wrote it.
 *
 * <p>At the top what an office needs to file the message: who, where they live, how to reach them.
 * Then the own words, then the statement, as everywhere.
 */
public final class OfficeMail {

  private static final Texts TEXTS = Texts.beside(OfficeMail.class);

  private final URI house;

  /**
   * @param house public address of this house, named in the last lines
   */
  public OfficeMail(URI house) {
    this.house = house;
  }

  /**
   * Composes the message of one constituent to one office.
   *
   * @param to the office's address as published with the letter
   * @param code of the delivery, 32 hex digits
   * @return empty where {@code to} is no address a mail can go to; everything else can be mailed
   */
  public Optional<OfficeMailMessage> compose(
      OfficeMessage text,
      Constituent person,
      boolean replyWanted,
      Action action,
      String to,
      String code) {
    return OfficeAddress.parse(to)
        .map(address -> message(text, person, replyWanted, action, address.value(), code));
  }

  private OfficeMailMessage message(
      OfficeMessage text,
      Constituent person,
      boolean replyWanted,
      Action action,
      String to,
      String code) {
    Words words = TEXTS.in(action.defaultLanguage());
    String name = name(person.name());
    List<String> who = who(words, person, replyWanted);
    String organization = line(action.organization().name());
    var body = new ArrayList<String>();
    body.add(String.join("\n", who));
    text.ownWords().map(OfficeMail::lines).filter(own -> !own.isEmpty()).ifPresent(body::add);
    body.add(words.get("office_mail.statement", organization, name));
    body.add(lines(text.statement()));
    body.add("-- \n" + footer(words, name, action.organization(), code));
    var behalf =
        new OutgoingMail.OnBehalf(
            words.get("office_mail.via", plainName(person.name()), organization),
            plainName(person.name()),
            person.email().value());
    var mail =
        new OutgoingMail(
            to,
            text.subject(),
            String.join("\n\n", body) + "\n",
            "",
            action.defaultLanguage(),
            Optional.of(behalf),
            List.of());
    return new OfficeMailMessage(uuid(code), mail, said(who, text, person.email().value(), code));
  }

  private static List<String> said(
      List<String> who, OfficeMessage text, String email, String code) {
    var said = new ArrayList<String>(who);
    said.add(email);
    said.add(text.subject());
    said.add(text.statement());
    said.add(text.ownWords().orElse(""));
    said.add(code);
    return said;
  }

  private static List<String> who(Words words, Constituent person, boolean replyWanted) {
    var who = new ArrayList<String>();
    who.add(words.get("office_mail.constituent", name(person.name())));
    add(who, words, "office_mail.address", address(person.address()));
    add(who, words, "office_mail.phone", line(person.phone()));
    add(who, words, "office_mail.email", line(person.email().value()));
    who.add(words.get(replyWanted ? "office_mail.reply" : "office_mail.no_reply"));
    return who;
  }

  private static void add(List<String> lines, Words words, String key, String value) {
    if (!value.isEmpty()) {
      lines.add(words.get(key, value));
    }
  }

  private static String address(PostalAddress address) {
    String region = join(" ", address.region(), address.postalCode());
    String country = address.country().equals("US") ? "" : address.country();
    return join(", ", address.line(), address.line2(), address.locality(), region, country);
  }

  private static String name(PersonName name) {
    return join(" ", name.prefix(), name.given(), name.family());
  }

  private static String plainName(PersonName name) {
    return join(" ", name.given(), name.family());
  }

  /** Who sent it and how, whom to ask, and by which number it can be found. */
  private String footer(Words words, String name, Organization organization, String code) {
    return String.join(
        "\n",
        words.get("office_mail.how", name, house),
        words.get(
            "office_mail.who",
            join(
                ", ",
                Stream.concat(Stream.of(organization.name()), organization.postalAddress().stream())
                    .toArray(String[]::new))),
        words.get(
            "office_mail.contact",
            join(", ", organization.contactName(), organization.email(), organization.phone())),
        words.get("office_mail.code", code));
  }

  private static String join(String between, String... parts) {
    return Stream.of(parts)
        .map(OfficeMail::line)
        .filter(part -> !part.isEmpty())
        .collect(joining(between));
  }

  /** Nothing typed into a line can make another: these lines are what an office files by. */
  private static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
  }

  /** Line ends as mails have them; no other controls. */
  private static String lines(String text) {
    return text.replaceAll("\r\n?|[\\p{Zl}\\p{Zp}]", "\n")
        .replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ")
        .strip();
  }

  /** The same 32 digits with hyphens. */
  private static UUID uuid(String code) {
    return UUID.fromString(code.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
  }
}
