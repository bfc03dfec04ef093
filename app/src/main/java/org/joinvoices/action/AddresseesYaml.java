package org.joinvoices.action;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads whom a letter is handed to from {@code action.yaml}. */
final class AddresseesYaml {

  /** A year: whoever needs longer should begin with another date. */
  private static final int LONGEST_LEAD_DAYS = 365;

  private final YamlKeys keys;
  private final FileFaults faults;
  private final Set<String> ids = new HashSet<>();

  AddresseesYaml(YamlKeys keys) {
    this.keys = keys;
    faults = keys.faults();
  }

  List<Addressee> read() {
    return keys.blocks("addressees").stream().map(this::addressee).toList();
  }

  private Addressee addressee(YamlKeys of) {
    String id =
        of.parsed(
                "id",
                Slug::parse,
                "Write a lower-case word of at least three letters, such as president.")
            .map(Slug::value)
            .orElse("");
    String name = of.line("name", Length.LINE);
    String office = of.line("office", Length.LINE);
    List<String> postalAddress = of.optionalLines("postal_address", Length.LINE);
    Optional<String> email = of.optional("email", Forms::email, Forms.EMAIL_REMEDY);
    Addressee addressee =
        new Addressee(
            id,
            name,
            office,
            postalAddress,
            email,
            optionalTime(of, "valid_from"),
            optionalTime(of, "valid_to"),
            of.optionalLine("salutation", Length.LINE),
            of.optional(
                "phone",
                Forms::anyPhone,
                "Write digits, such as 202-456-1111 or +52 55 5000 0000."),
            of.optional("contact_page", Forms::https, Forms.HTTPS_REMEDY),
            of.optional(
                    "country",
                    Forms::country,
                    "Write the two capital letters of the country, such as US or MX.")
                .orElse(Addressee.USUAL_COUNTRY),
            leadDays(of),
            deliverBy(of, email));
    of.refuseOthers();
    check(of, addressee);
    return addressee;
  }

  private static int leadDays(YamlKeys of) {
    return of.optional(
            "postal_lead_days",
            text -> Forms.wholeNumber(text, 0, LONGEST_LEAD_DAYS),
            "Write a whole number of days from 0 to " + LONGEST_LEAD_DAYS + ".")
        .orElse(Addressee.USUAL_LEAD_DAYS);
  }

  private List<DeliverBy> deliverBy(YamlKeys of, Optional<String> email) {
    List<DeliverBy> ways =
        of.optionalWords("deliver_by", DeliverBy::parse, "Write mail or print, each once.");
    if (ways.contains(DeliverBy.MAIL) && email.isEmpty()) {
      faults.at(
          of.line("deliver_by"),
          "deliver_by names mail, but there is no email",
          "Add the e-mail address, or write print alone.");
    }
    return ways.isEmpty() ? DeliverBy.usual(email) : ways;
  }

  private void check(YamlKeys of, Addressee addressee) {
    if (!addressee.id().isEmpty() && !ids.add(addressee.id())) {
      faults.at(of.line("id"), "two addressees have this id", "Give each an id of its own.");
    }
    if (addressee.validFrom().isPresent()
        && addressee.validTo().isPresent()
        && !addressee.validFrom().get().isBefore(addressee.validTo().get())) {
      faults.at(of.line("valid_to"), "valid_to is not after valid_from", "Mend one of them.");
    }
  }

  private static Optional<Instant> optionalTime(YamlKeys of, String key) {
    return of.optional(key, ZonedTimes::parse, ActionYaml.TIME).map(ZonedDateTime::toInstant);
  }
}
